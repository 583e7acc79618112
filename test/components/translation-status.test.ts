/** What the page of a language’s translations shows, before it is drawn. */
import { describe, expect, test } from 'vitest'
import { docsetsOf } from '#src/docsets/docset-view.ts'
import {
  isStatusSelected,
  readStatusSelection,
  statusSearch,
} from '#src/components/translation-status/selection.ts'
import {
  barOf,
  sectionsOf,
  statesIn,
  translatedInto,
} from '#src/components/translation-status/status.ts'
import type { Page } from '#src/docsets/page.ts'
import { localeOf } from '#src/i18n/locales.ts'
import { siteLocales } from '#src/i18n/strings.ts'
import type { Site } from '#src/site.ts'
import { type Count, type Counts } from '#src/translation/state/count.ts'
import type { PublishedPage, PublishedStatus } from '#src/translation/site/published-status.ts'
import { type BlockState, blockStates } from '#src/translation/state/state.ts'

const site: Site = {
  url: 'https://guides.example',
  base: '/',
  locales: siteLocales(['en', 'fr-FR', 'de-DE'], {}, new Map()),
  docsets: [
    { id: 'move', sourceLocale: 'en' },
    { id: 'open', sourceLocale: 'en' },
  ],
}

function counts(given: Partial<Record<BlockState, Count>>): Counts {
  const states = Object.fromEntries(
    blockStates.map((state) => [state, given[state] ?? { blocks: 0, words: 0 }]),
  ) as Record<BlockState, Count>
  const words = blockStates.reduce(
    (sum, state) => sum + (state === 'extra' ? 0 : states[state].words),
    0,
  )
  return {
    states,
    grades: { auto: 0, minor: 0, stale: 0 },
    machine: { blocks: 0, words: 0 },
    words,
    percent: 0,
  }
}

const done = counts({ translated: { blocks: 2, words: 10 } })

function translation(docset: string, pages: readonly PublishedPage[]): PublishedStatus {
  const locales = { sourceLocale: 'en', targetLocale: 'fr-FR' }
  return { docset, ...locales, ...done, pages, unrecorded: 0 }
}

function page(slug: string, title: string, contentLocale = 'fr-FR'): Page {
  return {
    kind: 'docfx',
    docset: 'move',
    locale: 'fr-FR',
    contentLocale,
    slug,
    path: `/fr-fr/move/${slug}/`,
    title,
    heading: { id: '', text: title },
    description: '',
    headings: [],
    alternates: [],
  }
}

describe('the pages of a guide', () => {
  const pages = [page('after', 'After', 'en'), page('preparer', 'Préparer'), page('check', 'Voir')]
  const items = pages.map(({ title, path }) => ({ title, href: path, items: [] })).toReversed()
  const contents = [{ docset: 'move', locale: 'fr-FR', redirects: [], items }]
  const docsets = docsetsOf(site, pages, contents)
  const [section] = sectionsOf(
    [
      translation('open', []),
      translation('move', [
        { slug: 'includes/note', name: 'note.md', ...done, translation: 'includes/note' },
        { slug: 'after', name: 'after.md', ...done },
        { slug: 'plan', name: 'preparer.md', ...done, translation: 'preparer' },
        { slug: 'check', name: 'check.md', ...done, translation: 'check' },
      ]),
    ].filter(({ docset }) => docset === 'move'),
    localeOf(site, 'fr-FR'),
    docsets,
    pages,
  )

  test('come in the order of the table of contents, then what is in none', () => {
    expect(section?.rows.map(({ counts: { name } }) => name)).toEqual([
      'check.md',
      'preparer.md',
      'after.md',
      'note.md',
    ])
  })

  test('lead to the page that readers see: renamed, not there yet, or none', () => {
    const shown = Object.fromEntries(
      (section?.rows ?? []).map((row) => [row.counts.name, [row.page, row.isThere]]),
    )
    expect(shown['preparer.md']).toEqual([
      { title: 'Préparer', path: '/fr-fr/move/preparer/' },
      true,
    ])
    expect(shown['after.md']).toEqual([
      { title: 'After', path: '/fr-fr/move/after/', lang: 'en' },
      false,
    ])
    expect(shown['note.md']).toEqual([undefined, true])
  })

  test('have texts outside of pages after them, whose files have no page', () => {
    const file = { slug: 'strings', name: 'content/ui/fr-FR.json', ...done, translation: 'strings' }
    const sections = sectionsOf(
      [translation('content/ui', [file]), translation('unknown', [file])],
      localeOf(site, 'fr-FR'),
      docsets,
      pages,
      { 'content/ui': 'Interface' },
    )
    expect(sections).toMatchObject([
      { docset: 'content/ui', title: 'Interface', rows: [{ counts: file, isThere: true }] },
    ])
    expect(sections[0]).not.toHaveProperty('path')
  })

  test('are those of the language only', () => {
    expect(sectionsOf([translation('move', [])], localeOf(site, 'en'), docsets, pages)).toEqual([])
  })
})

test('languages that nothing is translated into have no page', () => {
  const matches = translatedInto(site, [translation('move', []), translation('open', [])])
  expect(matches.map(({ tag }) => tag)).toEqual(['fr-FR'])
})

describe('a bar', () => {
  test('divides the words of the source, what is done first, without what only the translation has', () => {
    const given = counts({
      missing: { blocks: 1, words: 50 },
      translated: { blocks: 9, words: 25 },
      stale: { blocks: 1, words: 25 },
      extra: { blocks: 3, words: 400 },
    })
    expect(barOf(given)).toEqual([
      { state: 'translated', from: 0, share: 25 },
      { state: 'stale', from: 25, share: 25 },
      { state: 'missing', from: 50, share: 50 },
    ])
    expect(statesIn(given)).toEqual(['translated', 'stale', 'missing', 'extra'])
  })

  test('has no part for blocks without a word, and none at all without words', () => {
    const given = counts({ translated: { blocks: 1, words: 0 } })
    expect(barOf(given)).toEqual([])
    expect(statesIn(given)).toEqual(['translated'])
  })
})

describe('the choice in an address', () => {
  test('is read and written back the same', () => {
    const search = '?docset=move&state=stale&work=1'
    expect(statusSearch('', readStatusSelection(search))).toBe(search)
    expect(statusSearch(search, {})).toBe('')
    expect(statusSearch('?x=1&state=stale', { state: 'missing' })).toBe('?x=1&state=missing')
  })

  test('leaves out what the page does not have', () => {
    expect(readStatusSelection('?state=odd&work=yes', (_name, value) => value !== 'odd')).toEqual(
      {},
    )
  })

  test('takes pages that have all of it; what is only translated has no work', () => {
    const row = { docset: 'move', states: ['translated', 'stale'] }
    expect(isStatusSelected({}, row)).toBe(true)
    expect(isStatusSelected({ docset: 'move', state: 'stale', work: true }, row)).toBe(true)
    expect(isStatusSelected({ docset: 'open' }, row)).toBe(false)
    expect(isStatusSelected({ state: 'missing' }, row)).toBe(false)
    expect(isStatusSelected({ work: true }, { docset: 'move', states: ['translated'] })).toBe(false)
    expect(isStatusSelected({ work: true }, { docset: 'move', states: [] })).toBe(false)
  })
})
