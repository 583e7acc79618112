import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { DocsetContents, Page } from '#src/docsets/page.ts'
import { socialSvg, wrapTitle } from '#src/render/draw-social-image.ts'
import { socialImages } from '#src/render/social-images.ts'
import { openOutliner } from '#src/render/text-outlines.ts'
import type { Site } from '#src/site.ts'
import { png, readGuideTree } from '../support/tree.ts'

const outliner = await openOutliner()
const pathsIn = (title: string, site = 'Guides') =>
  socialSvg({ title, site }, undefined, outliner).match(/<path d="[^"]*"/g) ?? []

describe('the drawn picture', () => {
  test('has the title and the name of the site as outlines, so that no font of the machine is needed', () => {
    const svg = socialSvg({ title: 'Move to Office 365', site: 'Guides' }, undefined, outliner)
    expect(svg).not.toContain('<text')
    expect(svg).not.toMatch(/NaN|undefined|[eE]-/)
    expect(pathsIn('Move to Office 365')).toHaveLength(2)
  })

  test.each(['FastTrack', 'Étape 1 : l’évaluation', 'Żółć', 'Планирование', 'Ğüneş & <b>'])(
    'draws %s whole',
    (title) => {
      expect(outliner.has(title)).toBe(true)
      expect(pathsIn(title).join('')).not.toMatch(/NaN/)
    },
  )

  test.each(['移行ガイド', 'دليل الانتقال', 'מדריך', '마이그레이션', 'Guide 移行'])(
    'leaves out %s, which the font has not, rather than drawing boxes',
    (title) => {
      expect(pathsIn(title)).toHaveLength(1)
    },
  )

  test('takes the colours of the site', () => {
    const shades = { 'accent-800': '#123456', 'accent-300': '#abcdef' }
    const svg = socialSvg({ title: 'A', site: 'B' }, shades, outliner)
    expect(svg).toContain('#123456')
    expect(svg).toContain('#abcdef')
  })

  test('has at most so many lines, the last with dots', () => {
    const widthOf = (line: string) => line.length
    const lines = wrapTitle('one two three four', { size: 1, width: 7, lines: 2 }, { widthOf })
    expect(lines).toEqual(['one two', 'three…'])
  })
})

describe('pictures of a site', () => {
  const site = {
    url: 'https://x.example',
    base: '/',
    locales: [{ tag: 'en', title: 'Guides' }],
    docsets: [],
  } as unknown as Site
  const contents: DocsetContents[] = [{ docset: 'move', locale: 'en', items: [], redirects: [] }]
  const page = { docset: 'move', locale: 'en', slug: '', title: 'Move' } as Page

  async function publish(
    pathOf: (page: Page) => string | undefined = () => undefined,
    files: Record<string, Uint8Array> = {},
  ) {
    const written = new Map<string, Uint8Array>()
    const social = await socialImages(site, contents, [page], {
      theme: undefined,
      assets: '/_astro/',
      pathOf,
      read: async (path) => files[path],
      kept: (_, make) => make(),
      write: async (name, bytes) => void written.set(name, bytes),
    })
    return { ...social, written }
  }

  test('are one for each docset and language, and one for the other pages', async () => {
    const { site: ofSite, contents: drawn, written } = await publish()
    const image = drawn[0]?.socialImage
    expect(image).toMatchObject({ width: 1200, height: 630, alt: 'Move – Guides' })
    expect(ofSite['en']).toMatchObject({ alt: 'Guides' })
    expect(written.size).toBe(2)
    const bytes = written.get((image?.src ?? '').replace('/_astro/', ''))
    expect(bytes?.length).toBeLessThan(60_000)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  })

  test('are the same bytes each time', async () => {
    const names = async () => [...(await publish()).written.keys()]
    expect(await names()).toEqual(await names())
  })

  test('a page has its own where it names one, cut to what other sites show', async () => {
    const { pages, written } = await publish(() => 'move/a.png', { 'move/a.png': png })
    const image = pages[0]?.socialImage
    expect(image).toMatchObject({ width: 1200, height: 630, alt: 'Move' })
    const bytes = written.get((image?.src ?? '').replace('/_astro/', ''))
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200 })
  })

  test('one that nobody can read leaves the page that of its docset', async () => {
    const { pages } = await publish(() => 'a.png', { 'a.png': new Uint8Array([1]) })
    expect(pages[0]?.socialImage).toBeUndefined()
  })
})

describe('the picture that a guide names', () => {
  const front = (more: string) =>
    `---\ntitle: Move\ndescription: About it\nupdated: 2026-11-22\n${more}---\n`
  const read = (en: string, fr = '') =>
    readGuideTree({
      'content/docs/en/move/index.mdx': front(en),
      'content/docs/fr-FR/move/index.mdx': front(fr),
      'content/docs/en/move/a.png': png,
      'content/docs/en/move/b.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    })
  const imagesOf = ({ site }: Awaited<ReturnType<typeof read>>) =>
    site.documents.map(({ page }) => page.kind === 'guide' && page.image)

  test('is that of its translations, too', async () => {
    const result = await read('image: ./a.png\n')
    expect(result.lines).toEqual([])
    const image = { locale: 'en', path: 'a.png' }
    expect(imagesOf(result)).toEqual([image, image])
  })

  test.each([
    ['c.png', 'image-missing'],
    ['./b.svg', 'front-matter-image'],
    ['https://x.example/a.png', 'image-elsewhere'],
  ])('is a problem at its line when it is %s', async (name, rule) => {
    const { lines } = await read(`image: ${name}\n`)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(new RegExp(`en/move/index.mdx:5:1 \\w+ ${rule}`))
  })
})

test('the package with the font says that it may be used so', async () => {
  const path = join(import.meta.dirname, '../../node_modules/@fontsource/pt-sans/package.json')
  const { license } = JSON.parse(await readFile(path, 'utf8')) as { license: string }
  expect(license).toBe('OFL-1.1')
})
