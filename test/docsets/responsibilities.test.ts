/** Pages of several parties, side by side on one page of their docset. */
import { htmlOf } from '#plugins/safe-html.ts'
import { toString } from 'hast-util-to-string'
import { describe, expect, test } from 'vitest'
import { bodyPart } from '#src/docsets/docfx/parts.ts'
import { pageContentOf } from '#src/docsets/document.ts'
import { markImage } from '#plugins/image-marks.ts'
import type { NavigationItem } from '#src/docsets/page.ts'
import { elements } from '../support/built-pages.ts'
import { png } from '../support/tree.ts'
import { address, front, parse, read, rowsOf } from './two-parties.ts'

describe('what each party does', () => {
  test('stands in one table: a row a section, a column a party', async () => {
    const { html, site, lines } = await read(
      '## General\n\n- help\n\n## Start\n\nGuide you:\n- to plan\n',
      '## General\n\n- decide\n\n## Start\n\n- plan\n',
    )
    expect(rowsOf(html(address))).toEqual([
      'Phase | Us | You',
      'General | help | decide',
      'Start | Guide you: to plan | plan',
    ])
    expect(lines).toEqual([])
    expect(site.documents.find(({ page }) => page.path === address)?.page).toMatchObject({
      title: 'Side by side',
      description: 'Who does what',
      updated: '2020-08-15',
      headings: [
        { depth: 2, id: 'general', text: 'General' },
        { depth: 2, id: 'start', text: 'Start' },
      ],
    })
  })

  test('keeps the place of a section that only one page has, and says so in the empty cell', async () => {
    const { html } = await read(
      '## A\n\na\n\n## Mail\n\nm\n\n## B\n\nb\n',
      '## First\n\nf\n\n## A\n\na\n\n## Then\n\nt\n\n## B\n',
    )
    expect(rowsOf(html(address)).slice(1)).toEqual([
      'First | Nothing | f',
      'A | a | a',
      'Then | Nothing | t',
      'Mail | m | Nothing',
      'B | b | Nothing',
    ])
  })

  test('keeps lists in lists, and notes in the item that they belong to', async () => {
    const { html } = await read(
      '## A\n\n- one\n  - two\n    - three\n    > [!NOTE]\n    > Mind it.\n',
      '## A\n\n- one\n',
    )
    const [list] = elements(parse(html(address)), 'ul')
    expect(
      elements({ type: 'root', children: list ? [list] : [] }, 'ul', 'aside').map(
        ({ tagName }) => tagName,
      ),
    ).toEqual(['ul', 'ul', 'ul', 'aside'])
  })

  test('has what stands before the sections above the table, with the note about it', async () => {
    const { html } = await read(
      'We do this.\\*\n\n- item\n\n## A\n\na\\*\\*\n\n\\*\\*Of A.\n\n\\*See elsewhere.\n',
      '## A\n\na\n',
    )
    const [lead = ''] = html(address).split('<table')
    expect(toString(parse(lead)).trim().split(/\n+/)).toEqual([
      'We do this.*',
      'item',
      '*See elsewhere.',
    ])
    expect(rowsOf(html(address)).at(-1)).toBe('A | a** **Of A. | a')
  })

  test('is a table for screen readers even where the screen shows cards', async () => {
    const { html } = await read('## A\n\na\n', '## A\n\nb\n')
    const tree = parse(html(address))
    const roles = (name: string) => elements(tree, name).map(({ properties }) => properties['role'])
    expect(roles('table')).toEqual(['table'])
    expect(roles('tr')).toEqual(['row', 'row'])
    expect(roles('th')).toEqual(['columnheader', 'columnheader', 'columnheader', 'rowheader'])
    expect(elements(tree, 'td').map(({ properties }) => properties['dataLabel'])).toEqual([
      'Us',
      'You',
    ])
  })

  test('has every anchor once, and links to one that stays behind lead to its page', async () => {
    const part = '## A\n\n[go](#part) [up](#TITLE) [a](#a)\n\n### Part\n\nx[^1]\n\n[^1]: Foot.\n'
    const { html, site, lines } = await read(
      part.replace('TITLE', 'us'),
      part.replace('TITLE', 'you'),
    )
    const document = site.documents.find(({ page }) => page.path === address)
    expect(new Set(document?.ids).size).toBe(document?.ids.length)
    const links = elements(parse(html(address)), 'a').map(({ properties }) => properties['href'])
    expect(links).toContain('#part')
    expect(links).toContain('#part-you')
    expect(links).toContain('/en-us/guide/us/#us')
    expect(links).toContain('/en-us/guide/you/#you')
    const inside = links.filter((href) => String(href).startsWith('#'))
    expect(inside.filter((href) => !document?.ids.includes(String(href).slice(1)))).toEqual([])
    expect(lines).toEqual([])
  })

  test('shows the pictures of pages in different folders', async () => {
    const picture = '## A\n\n![a picture](p.png)\n'
    const { html, site } = await read(
      picture,
      '## A\n',
      {
        'en-us/guide/p.png': png,
        'en-us/guide/more/you.md': front('You') + picture,
        'en-us/guide/more/p.png': png,
      },
      { us: 'us.md', you: 'more/you.md' },
    )
    expect(site.documents.find(({ page }) => page.path === address)?.images).toEqual([
      './p.png',
      './more/p.png',
    ])
    expect(html(address)).toContain('src="./more/p.png"')
  })

  test('hands pictures on in the form in which Astro sizes them', () => {
    const mark = (src: string) => markImage({ src, alt: 'a "b"' })
    const properties = mark('./p.png')
    const html = htmlOf({ type: 'element', tagName: 'img', properties, children: [] })
    const document = {
      content: pageContentOf([html]),
      absolute: '/docs/more/you.md',
      images: ['./p.png'],
    }
    const { tree, images } = bodyPart(document, '/docs')
    expect(images).toEqual(['./more/p.png'])
    expect(elements(tree, 'img').map((image) => image.properties)).toEqual([mark('./more/p.png')])
  })

  test('follows the last of its pages in the table of contents', async () => {
    const { site } = await read('## A\n', '## A\n', {
      'en-us/guide/last.md': front('Last'),
      'en-us/guide/toc.yml':
        '- name: Both\n  items:\n  - href: you.md\n  - href: us.md\n  - href: last.md\n- name: Last\n  href: last.md\n',
    })
    expect(outline(site.contents[0]?.items ?? [])).toEqual([
      'Both',
      '- You',
      '- Us',
      '- Side by side',
      '- Last',
      'Last',
    ])
  })
})

describe('in a second language', () => {
  const translated = {
    'fr-fr/guide/us.md': front('Nous') + '## <a name="a"></a>Début\n\n- aide\n',
    'fr-fr/guide/you.md': front('Vous') + '## <a name="a"></a>Début\n',
  }

  test('the page has its words, and the anchors of the source', async () => {
    const { html, site } = await read('## A\n\n- help\n', '## A\n', translated)
    expect(rowsOf(html('/fr-fr/guide/who/'))).toEqual(['Phase | Nous | You', 'Début | aide | Rien'])
    const documents = site.documents.filter(({ page }) => page.slug === 'who')
    expect(documents.map(({ page }) => page.title)).toEqual(['Side by side', 'Côte à côte'])
    expect(documents.map(({ ids }) => ids)).toEqual([['a'], ['a']])
    expect(documents[0]?.page.alternates.map(({ path }) => path)).toEqual([
      address,
      '/fr-fr/guide/who/',
    ])
  })

  test('it is the source’s, and says so, while one of its pages is not translated', async () => {
    const { html, site } = await read('## A\n\n[you](you.md)\n', '## A\n', {
      'fr-fr/guide/us.md': translated['fr-fr/guide/us.md'],
    })
    expect(rowsOf(html('/fr-fr/guide/who/'))).toEqual(['Phase | Us | You', 'A | you | Nothing'])
    expect(html('/fr-fr/guide/who/')).toContain('href="/fr-fr/guide/you/"')
    expect(site.documents.at(-1)?.page).toMatchObject({
      locale: 'fr-FR',
      contentLocale: 'en-US',
      alternates: [{ locale: 'en-US', path: address }],
    })
  })
})

function outline(items: readonly NavigationItem[], indent = ''): string[] {
  return items.flatMap(({ title, items: below }) => [
    indent + title,
    ...outline(below, `${indent}- `),
  ])
}
