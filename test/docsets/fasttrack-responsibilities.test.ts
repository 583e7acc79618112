/** FastTrack’s two lists of responsibilities, on one page. */
import { htmlIn } from '#plugins/content.ts'
import { readFile } from 'node:fs/promises'
import { relative, join } from 'node:path'
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { beforeAll, describe, expect, test } from 'vitest'
import config from '#content/site.config.ts'
import { nodeFileSystem } from '#src/node-file-system.ts'
import { findDocfxSite } from '#src/docsets/find-site.ts'
import type { NavigationItem } from '#src/docsets/page.ts'
import { type ReadSite, readSite } from '#src/docsets/read-site.ts'
import { problemsOf } from '#src/report/site-problems.ts'
import { elements } from '../support/built-pages.ts'
import { fastTrack, hasFastTrack } from '../support/fasttrack.ts'

describe.skipIf(!hasFastTrack)('FastTrack’s responsibilities beside the customer’s', () => {
  const files = ['O365-fasttrack-responsibilities.md', 'O365-your-responsibilities.md']
  let site: ReadSite

  beforeAll(async () => {
    const root = join(import.meta.dirname, '../..')
    const opened = await findDocfxSite([`${fastTrack}fr-fr`, `${fastTrack}en-us`], {
      root,
      files: nodeFileSystem,
      nameOf: (path) => relative(fastTrack, path),
      url: 'https://x.example',
      base: '/',
      config,
    })
    site = await readSite(opened)
  })

  const pageIn = (locale: string, slug: string) =>
    site.documents.find(({ page }) => page.locale === locale && page.slug === slug)

  /** What every item of a page says itself, without the items under it. */
  const itemsOf = (locale: string, slug: string) =>
    elements(parse(htmlIn(pageIn(locale, slug)?.content?.parts() ?? [])), 'li').map(ownText)

  test.each(['en-US', 'fr-FR'])('are the 37th page in %s, of that language', (locale) => {
    const pages = site.documents.filter(({ page }) => page.locale === locale)
    expect(pages).toHaveLength(37)
    expect(pageIn(locale, 'responsibilities')?.page).toMatchObject({
      contentLocale: locale,
      updated: '2020-07-01',
    })
  })

  test.each(['en-US', 'fr-FR'])(
    'have the phases, then every service, in the order of %s',
    (locale) => {
      const { headings, ids } = sectionsOf(locale)
      expect(headings).toEqual([
        'general',
        'initiate-phase',
        'assess-phase',
        'remediate-phase',
        'enable-phase',
        'exchange-online',
        'microsoft-365-apps',
        'microsoft-information-governance',
        'microsoft-information-protection',
        'microsoft-teams',
        'office-365-advanced-threat-protection',
        'onedrive-for-business',
        'outlook-for-ios-and-android',
        'power-bi',
        'project-online',
        'project-online-professional-and-project-online-premium',
        'sharepoint-online',
        'skype-for-business-online',
        'yammer-enterprise',
      ])
      expect(ids).toEqual(headings)
    },
  )

  test.each([
    ['en-US', 'en-us'],
    ['fr-FR', 'fr-fr'],
  ])('have every item of both pages in %s, exactly once', async (locale, folder) => {
    const texts = await Promise.all(
      files.map((file) => readFile(`${fastTrack}${folder}/fasttrack/${file}`, 'utf8')),
    )
    const typed = texts.flatMap((text) => text.match(/^ *- /gm) ?? [])
    const sources = files.flatMap((file) =>
      itemsOf(locale, file.replace(/\.md$/, '').toLowerCase()),
    )
    const shown = itemsOf(locale, 'responsibilities')
    expect(typed).toHaveLength(245)
    expect(shown).toHaveLength(typed.length)
    expect(shown.toSorted()).toEqual(sources.toSorted())
  })

  test.each(['en-US', 'fr-FR'])(
    'name each row in %s by the words of its section alone',
    (locale) => {
      const table = parse(htmlIn(pageIn(locale, 'responsibilities')?.content?.parts() ?? []))
      const rows = elements(table, 'th').filter(({ properties }) => properties['scope'] === 'row')
      expect(rows).toHaveLength(19)
      for (const { properties, children } of rows) {
        const [name] = elements({ type: 'root', children }, 'span')
        expect(properties['ariaLabelledBy']).toEqual([name?.properties['id']])
        expect(toString(name ?? table)).toMatch(/^[\p{L}\d]/u)
        expect(elements({ type: 'root', children: name?.children ?? [] }, 'a')).toEqual([])
        expect(elements({ type: 'root', children }, 'a')).toHaveLength(1)
      }
    },
  )

  test('bring no problem of their own: those of the docset are the same four', () => {
    expect(problemsOf(site)).toHaveLength(4)
  })

  test.each(['en-US', 'fr-FR'])('come after both pages in the contents of %s', (locale) => {
    const items = site.contents.find((contents) => contents.locale === locale)?.items ?? []
    const path = (slug: string) => pageIn(locale, slug)?.page.path
    const order = flatten(items).map(({ href }) => href)
    const index = order.indexOf(path('responsibilities'))
    expect(order[index - 1]).toBe(path('o365-your-responsibilities'))
  })

  function sectionsOf(locale: string) {
    const document = pageIn(locale, 'responsibilities')
    return { headings: document?.page.headings.map(({ id }) => id), ids: document?.ids }
  }
})

function parse(html: string): Root {
  return unified().use(rehypeParse, { fragment: true }).parse(html)
}

function ownText(item: Element): string {
  const own = item.children.filter(
    (child) => child.type !== 'element' || !['ul', 'ol'].includes(child.tagName),
  )
  return toString({ type: 'root', children: own }).trim().replace(/\s+/g, ' ')
}

function flatten(items: readonly NavigationItem[]): NavigationItem[] {
  return items.flatMap((item) => [item, ...flatten(item.items)])
}
