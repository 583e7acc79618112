/** What is built, read as files: heads, links, sitemap. No browser, no code of the site. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toString } from 'hast-util-to-string'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { type BuiltPage, deadAddresses, elements, readPages } from '../support/built-pages.ts'

const sites = [
  { name: 'own', origin: 'https://passerelle.example', base: '/', languages: ['en', 'fr-FR'] },
  {
    name: 'own',
    origin: 'https://passerelle.example',
    base: '/docs/',
    languages: ['en', 'fr-FR'],
  },
  {
    name: 'fasttrack',
    origin: 'https://fasttrack.example',
    base: '/docs/',
    languages: ['en-US', 'fr-FR'],
  },
] as const

describe.each(sites)('the built $name site at $base', ({ name, origin, base, languages }) => {
  let folder: string | undefined
  let pages: BuiltPage[] = []

  beforeAll(async () => {
    folder =
      name === 'own' ? await builtSite('own', { base }) : await builtSite('fasttrack', { base })
    if (folder) pages = await readPages(folder)
    else console.warn('Skipped: the FastTrack docset is not beside the project (../shared)')
  })

  /** A claim about the site, skipped with the message above where there is none. */
  const claim = (text: string, check: () => void | Promise<void>) =>
    test(text, async ({ skip }) => (folder ? check() : skip()))

  /** Pages with content: not those that stand for others, nor 404, search and moved ones. */
  const real = () => pages.filter(({ tree }) => !meta(tree, 'name', 'robots'))

  claim(
    'has no address that leads nowhere: links, anchors, images, scripts, styles, languages',
    () => {
      expect(pages.length).toBeGreaterThan(10)
      expect(deadAddresses(pages, folder ?? '', origin, base)).toEqual([])
    },
  )

  claim('has one level-one heading, a title and a description on every page', () => {
    for (const { path, tree } of real()) {
      expect(elements(tree, 'h1'), path).toHaveLength(1)
      expect(elements(tree, 'title').map(toString).join(''), path).not.toBe('')
      expect(meta(tree, 'name', 'description'), path).toBeTruthy()
      expect(meta(tree, 'property', 'og:title'), path).toBeTruthy()
    }
  })

  claim('has a picture for links on other sites, of the size that they show', async () => {
    const images = new Set(real().map(({ tree }) => meta(tree, 'property', 'og:image')))
    expect([...images].every((image) => image?.startsWith(`${origin}${base}_astro/social.`))).toBe(
      true,
    )
    for (const image of images) {
      const file = join(folder ?? '', (image ?? '').slice(`${origin}${base}`.length))
      expect(await sharp(file).metadata()).toMatchObject({ width: 1200, height: 630 })
    }
  })

  claim('says on every page its language, and its own address as the canonical one', () => {
    const known: readonly string[] = languages
    for (const { path, tree } of real().filter(({ path }) => path !== '/')) {
      const lang = String(elements(tree, 'html')[0]?.properties['lang'])
      expect(known, path).toContain(lang)
      expect(path.split('/')[1], path).toBe(lang.toLowerCase())
      expect(link(tree, 'canonical'), path).toEqual([`${origin}${base.replace(/\/$/, '')}${path}`])
    }
  })

  claim(
    'names as languages of a page those that have it, each naming it back, and a default',
    () => {
      const alternates = new Map(
        real().map(({ path, tree }) => [absolute(path), languagesOf(tree)]),
      )
      for (const [address, named] of alternates) {
        if (!named.size) continue
        expect([...named.keys()], address).toContain('x-default')
        for (const [language, target] of named) {
          if (language === 'x-default') continue
          expect(alternates.get(target)?.get(language), `${address} → ${target}`).toBe(target)
          expect([...(alternates.get(target)?.values() ?? [])], target).toContain(address)
        }
      }
    },
  )

  claim('lists in its sitemap exactly the pages that may be indexed', async () => {
    const sitemap = await readFile(join(folder ?? '', 'sitemap.xml'), 'utf8')
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address)
    expect(listed.toSorted()).toEqual(
      real()
        .map(({ path }) => absolute(path))
        .toSorted(),
    )
    const robots = await readFile(join(folder ?? '', 'robots.txt'), 'utf8')
    expect(robots).toContain(`Sitemap: ${absolute('/sitemap.xml')}`)
  })

  claim('has a page for what is not found in each language, and none of them is indexed', () => {
    const missing = pages.filter(({ path }) => path.endsWith('/404.html'))
    expect(missing).toHaveLength(languages.length + 1)
    for (const { tree } of missing) expect(meta(tree, 'name', 'robots')).toContain('noindex')
  })

  claim('asks no other host for anything, and loads no script of another', () => {
    for (const { path, tree } of pages) {
      const loaded = [
        ...elements(tree, 'script', 'img', 'iframe').map(({ properties }) => properties['src']),
        ...elements(tree, 'link')
          .filter(({ properties }) => !/canonical|alternate/.test(String(properties['rel'])))
          .map(({ properties }) => properties['href']),
      ]
      expect(
        loaded.filter((address) => /^(https?:)?\/\//.test(String(address ?? ''))),
        path,
      ).toEqual([])
    }
  })

  function absolute(path: string): string {
    return `${origin}${base.replace(/\/$/, '')}${path}`
  }
})

function meta(tree: BuiltPage['tree'], attribute: string, value: string): string | undefined {
  const match = elements(tree, 'meta').find(({ properties }) => properties[attribute] === value)
  return match && String(match.properties['content'])
}

function link(tree: BuiltPage['tree'], rel: string): string[] {
  return elements(tree, 'link')
    .filter(({ properties }) => String(properties['rel']) === rel)
    .map(({ properties }) => String(properties['href']))
}

function languagesOf(tree: BuiltPage['tree']): Map<string, string> {
  return new Map(
    elements(tree, 'link')
      .filter(({ properties }) => properties['hrefLang'])
      .map(({ properties }) => [String(properties['hrefLang']), String(properties['href'])]),
  )
}
