import { describe, expect, test } from 'vitest'
import { hrefLangsOf } from '#src/components/head/alternates.ts'
import { sitemap } from '#src/components/head/sitemap.ts'
import { languageLinks } from '#src/components/language-select/languages.ts'
import { languageList, languageName, localeOf, longDate } from '#src/i18n/locales.ts'
import { absolute, href, routeOf } from '#src/i18n/paths.ts'
import { translator } from '#src/i18n/text.ts'
import { siteLocales } from '#src/i18n/strings.ts'
import type { Page } from '#src/docsets/page.ts'
import type { Site } from '#src/site.ts'

const tables = new Map([['en', { 'page.updated': 'Updated {date}, {unknown}' }]])
const locales = siteLocales(['en', 'fr-FR', 'de-DE'], {}, tables)
const site: Site = {
  url: 'https://guides.example',
  base: '/docs/',
  locales,
  docsets: [{ id: 'guide', sourceLocale: 'fr-FR' }],
}
const both = [
  { locale: 'en', path: '/en/guide/a/' },
  { locale: 'fr-FR', path: '/fr-fr/guide/a/' },
]

describe('search engines', () => {
  test('get the source language of a docset as the default', () => {
    expect(hrefLangsOf(both, 'fr-FR').at(-1)).toEqual({
      hreflang: 'x-default',
      path: '/fr-fr/guide/a/',
    })
  })

  test('get the first language that has the page if the source language lacks it', () => {
    expect(hrefLangsOf(both, 'de-DE').at(-1)?.path).toBe('/en/guide/a/')
    expect(hrefLangsOf([], 'de-DE')).toEqual([])
  })

  test('find only existing pages in the sitemap, under the site’s base', () => {
    const page: Page = {
      kind: 'docfx',
      docset: 'guide',
      locale: 'en',
      contentLocale: 'en',
      slug: 'a',
      path: '/en/guide/a/',
      title: 'A',
      heading: { id: '', text: 'A' },
      description: '',
      updated: '2020-07-01',
      headings: [],
      alternates: both,
    }
    const xml = sitemap(site, [
      page,
      { ...page, path: '/de-de/guide/a/', kind: 'missing' },
      { ...page, path: '/de-de/guide/b/', locale: 'de-DE' },
    ])
    expect(xml).toContain('<loc>https://guides.example/docs/en/guide/a/</loc>')
    expect(xml).toContain('<lastmod>2020-07-01</lastmod>')
    expect(xml).toContain('hreflang="x-default" href="https://guides.example/docs/fr-fr/guide/a/"')
    expect(xml).not.toContain('/de-de/guide/')
  })
})

describe('the language switch', () => {
  const links = languageLinks(locales, localeOf(site, 'en'), both, [
    { locale: 'de-DE', path: '/de-de/guide/a/' },
  ])

  test('leads to the same page wherever it exists', () => {
    expect(links.map(({ same }) => same)).toEqual([true, true, false])
    expect(links[1]?.path).toBe('/fr-fr/guide/a/')
  })

  test('leads to the page that says so where it does not', () => {
    expect(links[2]?.path).toBe('/de-de/guide/a/')
  })

  test('leads home where not even that is there', () => {
    expect(languageLinks(locales, localeOf(site, 'en'), both)[2]?.path).toBe('/de-de/')
  })
})

describe('words', () => {
  test('are filled in where the text has a place for them', () => {
    const t = translator(localeOf(site, 'en'))
    expect(t('page.updated', { date: '$& today' })).toBe('Updated $& today, {unknown}')
  })

  test('of the other direction keep their brackets, between marks that nobody sees', () => {
    const arabic = {
      strings: {
        'removed.docset': 'الانتقال إلى «{title}»',
        'link.citation.heading': '{page}: {title}',
      },
    }
    expect(translator(arabic)('removed.docset', { title: 'Plan (new)' })).toBe(
      'الانتقال إلى «\u2068Plan (new)\u2069»',
    )
    expect(translator(arabic)('removed.docset', { title: 'خطة 2' })).toBe('الانتقال إلى «خطة 2»')
    const citation = { page: 'Plan', title: 'خطة' }
    expect(translator(arabic)('link.citation.heading', citation)).toBe('Plan: خطة')
    const english = { strings: { 'removed.docset': 'Go to “{title}”' } }
    expect(translator(english)('removed.docset', { title: 'خطة (2)' })).toBe(
      'Go to “\u2068خطة (2)\u2069”',
    )
    expect(translator(english)('removed.docset', { title: 'Plan' })).toBe('Go to “Plan”')
  })

  test('show their key where the text is missing', () => {
    expect(translator({ strings: {} })('page.updated')).toBe('page.updated')
  })

  test('for a language name its region only where the site has the language twice', () => {
    expect(languageName(site, 'fr-FR', 'fr-FR')).toBe('français')
    const canada = siteLocales(['fr-FR', 'fr-CA'], {}, tables)
    expect(languageName({ locales: canada }, 'fr-CA', 'en')).toBe('Canadian French')
  })

  test('for several languages are joined as the reader’s language does it', () => {
    expect(languageList(site, ['en', 'fr-FR'], 'fr-FR')).toBe('anglais et français')
  })

  test('for a day do not depend on the clock of the build', () => {
    expect(longDate('2020-07-01', 'fr-FR')).toBe('1er juillet 2020')
  })
})

describe('addresses', () => {
  test('get the base, and whole URLs and anchors stay as they are', () => {
    expect(href(site, '/en/')).toBe('/docs/en/')
    expect(href(site, 'https://x.example/')).toBe('https://x.example/')
    expect(href(site, '#place')).toBe('#place')
    expect(absolute(site, '/en/')).toBe('https://guides.example/docs/en/')
  })

  test('give the decoded parts of a route', () => {
    expect(routeOf('/en/guide/d%C3%A9part/b/')).toEqual({
      locale: 'en',
      docset: 'guide',
      page: 'départ/b',
    })
    expect(routeOf('/en/guide/')).toEqual({ locale: 'en', docset: 'guide', page: undefined })
    expect(routeOf('/en/')).toBeUndefined()
  })

  test('name a language that the site does not have in the error', () => {
    expect(() => localeOf(site, 'es')).toThrow('Unexpected locale `es`, expected one of `en`')
  })
})
