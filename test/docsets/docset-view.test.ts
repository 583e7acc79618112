import { describe, expect, test } from 'vitest'
import { docsetCards, groupCards } from '#src/docsets/docset-cards.ts'
import { docsetKey, docsetsOf, placesOf, wholeTableOf } from '#src/docsets/docset-view.ts'
import { localeOf } from '#src/i18n/locales.ts'
import { siteLocales } from '#src/i18n/strings.ts'
import type { DocsetContents, Page } from '#src/docsets/page.ts'
import type { Site } from '#src/site.ts'

const site: Site = {
  url: 'https://guides.example',
  base: '/',
  locales: siteLocales(['en', 'fr-FR'], {}, new Map()),
  docsets: [
    { id: 'move', sourceLocale: 'fr-FR' },
    { id: 'open', sourceLocale: 'en' },
  ],
}

const home: Page = {
  kind: 'guide',
  docset: 'move',
  locale: 'fr-FR',
  contentLocale: 'fr-FR',
  slug: '',
  path: '/fr-fr/move/',
  title: 'Déménager',
  heading: { id: '', text: 'Déménager' },
  description: 'Pas à pas',
  headings: [],
  alternates: [{ locale: 'fr-FR', path: '/fr-fr/move/' }],
}
const absent: Page = {
  ...home,
  kind: 'missing',
  locale: 'en',
  path: '/en/move/',
  description: '',
}
const first: Page = {
  ...home,
  docset: 'open',
  locale: 'en',
  contentLocale: 'en',
  slug: 'first',
  path: '/en/open/first/',
  title: 'First page',
}
const navigation: DocsetContents = {
  docset: 'open',
  locale: 'en',
  redirects: [],
  items: [
    {
      title: 'Opening',
      href: '/en/open/first/',
      items: [{ title: 'Doors', items: [{ title: 'Front', href: '/en/open/front/', items: [] }] }],
    },
  ],
}
const pages = [home, absent, first]
const docsets = docsetsOf(site, pages, [navigation])
const docset = (id: string, locale: string) => {
  const match = docsets.get(docsetKey(id, locale))
  if (!match) throw new Error(`Unexpected docset ${id} in ${locale}`)
  return match
}

describe('a docset', () => {
  test('is called as its first page is', () => {
    expect(docset('move', 'fr-FR')).toMatchObject({ title: 'Déménager', path: '/fr-fr/move/' })
  })

  test('without a first page is called as its table of contents starts', () => {
    expect(docset('open', 'en')).toMatchObject({ title: 'Opening', path: '/en/open/first/' })
  })

  test('without a table of contents, too, leads to a page that it has', () => {
    const match = docsetsOf(site, pages, []).get(docsetKey('open', 'en'))
    expect(match).toMatchObject({ path: '/en/open/first/' })
  })

  test('that a language lacks keeps its name, said to be in the other language', () => {
    expect(docset('move', 'en')).toMatchObject({ start: { title: 'Déménager', lang: 'fr-FR' } })
  })
})

describe('the whole docset on one page', () => {
  const wholeOf = (slugs: readonly string[], more: readonly (typeof first)[] = []) => {
    const items = slugs.map((slug) => ({ title: slug, href: `/en/open/${slug}/`, items: [] }))
    const matches = docsetsOf(site, [...pages, ...more], [{ ...navigation, items }])
    return matches.get(docsetKey('open', 'en'))?.wholePath
  }
  const many = (count: number) => Array.from({ length: count }, (_, index) => `page-${index}`)

  test('is there for two pages and more, up to what a browser can still print', () => {
    expect(wholeOf(many(1))).toBeUndefined()
    expect(wholeOf(many(2))).toBe('/en/open/print/')
    expect(wholeOf(many(200))).toBe('/en/open/print/')
    expect(wholeOf(many(201))).toBeUndefined()
  })

  test('makes way for a page that has its address', () => {
    const print = { ...first, slug: 'print', path: '/en/open/print/' }
    expect(wholeOf(['print', 'first'], [print])).toBeUndefined()
  })
})

describe('the page with the whole table of contents', () => {
  const items = Array.from({ length: 121 }, (_, index) => ({
    title: `${index}`,
    href: `/en/open/${index}/`,
    items: [],
  }))
  const contentsOf = (count: number, more: Page[] = [], old: Partial<DocsetContents> = {}) => {
    const contents = { ...navigation, items: items.slice(0, count), ...old }
    const view = docsetsOf(site, [...pages, ...more], [contents]).get(docsetKey('open', 'en'))
    return view?.contentsPath
  }

  test('is there where a table is too long for every page', () => {
    expect(contentsOf(120)).toBeUndefined()
    expect(contentsOf(121)).toBe('/en/open/contents/')
  })

  test('makes way for a page that has its address, or had it', () => {
    const taken = { ...first, slug: 'contents', path: '/en/open/contents/' }
    expect(contentsOf(121, [taken])).toBe('/en/open/contents-2/')
    const redirects = [{ locale: 'en', from: '/en/open/contents-2/', to: '/en/open/first/' }]
    expect(contentsOf(121, [taken], { redirects })).toBe('/en/open/contents-3/')
  })
})

describe('the way to a page', () => {
  test('starts with the docset and names groups without a link', () => {
    expect(placesOf(docset('open', 'en'), { path: '/en/open/front/' })).toEqual([
      { title: 'Opening', path: '/en/open/first/' },
      { title: 'Doors' },
    ])
  })

  test('is empty at the docset’s own first page', () => {
    expect(placesOf(docset('move', 'fr-FR'), home)).toEqual([])
  })
})

describe('the home page', () => {
  const cards = docsetCards(site, localeOf(site, 'en'), pages, docsets)

  test('leads to a docset in its own language where it lacks the reader’s', () => {
    expect(cards[0]).toEqual({
      title: 'Déménager',
      description: 'Pas à pas',
      path: '/fr-fr/move/',
      lang: 'fr-FR',
      elsewhere: ['fr-FR'],
      tasks: [],
    })
  })

  test('says nothing of languages where the reader’s is there', () => {
    expect(cards[1]).toMatchObject({ title: 'Opening', elsewhere: [] })
    expect(cards[1]).not.toHaveProperty('lang')
  })

  test('leaves out a docset that has no page at all', () => {
    expect(docsetCards(site, localeOf(site, 'en'), [absent], docsets)).toEqual([])
  })
  test('shows docsets of a group under its own heading, behind those of none', () => {
    const grouped = {
      ...site,
      docsets: [{ id: 'move', sourceLocale: 'fr-FR', group: 'tools' }, ...site.docsets.slice(1)],
    }
    const english = { ...localeOf(site, 'en'), strings: { 'group.tools': 'About our tools' } }
    const groups = groupCards(docsetCards(grouped, english, pages, docsets), english)
    expect(groups.map((group) => [group.title, group.cards.map((card) => card.title)])).toEqual([
      [undefined, ['Opening']],
      ['About our tools', ['Déménager']],
    ])
  })
})

test('the data of the page with the whole table grows with its entries only', () => {
  const sizeOf = (count: number) => {
    const entries = Array.from({ length: count }, (_, index) => ({
      title: `Page ${index}`,
      href: `/en/open/page-${index}/`,
      items: [],
    }))
    const paths = entries.map(({ href }) => href)
    const tocs = [
      { items: entries, pages: paths },
      { items: entries, pages: [] },
    ]
    const contents = [{ ...navigation, items: [...entries, ...entries], tocs }]
    const pages = paths.map((path) => ({ ...first, path }))
    const view = docsetsOf(site, pages, contents).get(docsetKey('open', 'en'))
    expect(view?.tables.size).toBe(count)
    return view ? JSON.stringify(wholeTableOf(view)).length : 0
  }
  expect(sizeOf(400)).toBeLessThan(2.5 * sizeOf(200))
})
