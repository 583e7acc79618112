/** The recent changes of a docset: what counts, where from, and how they are published. */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { describe, expect, test } from 'vitest'
import type { DocsetChanges, PageChange } from '#src/changes/changes.ts'
import { changedSections } from '#src/changes/compare-pages.ts'
import { changesFeed } from '#src/changes/feed.ts'
import { readHistory } from '#src/changes/history.ts'
import { visitNow } from '#src/components/changes/visit.ts'
import en from '#src/i18n/strings/en.json'
import { readBlocks } from '#src/translation/blocks/read-blocks.ts'

const page = (body: string) =>
  `---\ntitle: Assess\ndescription: In short.\nupdated: 2026-11-22\n---\n\n${body}\n`
const blocks = (body: string) =>
  readBlocks({ name: 'a', slug: 'a', locale: 'en', text: page(body), dialect: 'guide' }).blocks
const changed = (before: string, after: string) => changedSections(blocks(before), blocks(after))

const guide = `Words at first.

## What you need

Three days and a [plan](./plan.mdx).

## Steps

:::procedure{by=customer}
1. :step{#plan} **Make a plan.** In a call.
2. :step{#data} **Gather data.** With tools.
:::
`

describe('a change of a page', () => {
  test.each([
    ['where a word differs', 'Three days', 'Five days', ['what-you-need']],
    ['where a number differs', 'Three', '3', ['what-you-need']],
    ['in a step', 'With tools', 'By hand', ['data']],
    ['before the first heading', 'at first', 'at the beginning', [undefined]],
    ['where a phrase was removed', ' and a [plan](./plan.mdx)', '', ['what-you-need']],
    [
      'on the page, where a step was removed',
      '2. :step{#data} **Gather data.** With tools.\n',
      '',
      [undefined],
    ],
  ])('is found %s', (_name, from, to, ids) => {
    expect(guide).toContain(from)
    expect(changed(guide, guide.replace(from, to)).map(({ id }) => id)).toEqual(ids)
  })

  test.each([
    ['emphasis', 'Words at first', '**Words** at *first*'],
    ['capitals', 'Three days', 'three Days'],
    ['punctuation', 'Words at first.', 'Words, at first!'],
    ['the address of a link', './plan.mdx', './other.mdx'],
    ['line breaks', 'Words at first.', 'Words\nat first.'],
  ])('is not made by %s alone', (_name, from, to) => {
    expect(guide).toContain(from)
    expect(changed(guide, guide.replace(from, to))).toEqual([])
  })

  test('is named by its step or heading', () => {
    expect(changed(guide, guide.replace('With tools', 'By hand'))).toEqual([
      { id: 'data', title: 'Gather data' },
    ])
  })
})

describe('the history', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((digit) => digit.repeat(40))
  const none = '0'.repeat(40)
  const commit = (head: string, ...files: string[]) => `\u0002${head}\0\n${files.join('\0')}\0`
  const file = (before: string, after: string, status: string, ...paths: string[]) =>
    [`:100644 100644 ${before} ${after} ${status}`, ...paths].join('\0')

  test('gives one change for all commits of a day in UTC', () => {
    const output =
      commit('2026-11-23T00:30:00+02:00 1', file(b!, c!, 'M', 'en/g/a.mdx')) +
      commit('2026-11-22T08:00:00+00:00 1', file(a!, b!, 'M', 'en/g/a.mdx'))
    expect(readHistory(output, false)).toEqual([
      { path: 'en/g/a.mdx', day: '2026-11-22', time: '2026-11-22T22:30:00Z', before: a, after: c },
    ])
  })

  test('follows a renamed file', () => {
    const output =
      commit('2026-11-23T00:00:00Z 1', file(b!, b!, 'R100', 'en/g/a.mdx', 'en/g/b.mdx')) +
      commit('2026-11-22T00:00:00Z', file(none, b!, 'A', 'en/g/a.mdx'))
    expect(readHistory(output, false).map(({ path, before }) => [path, before])).toEqual([
      ['en/g/b.mdx', b],
      ['en/g/b.mdx', undefined],
    ])
  })

  test('does not mix up a file with an earlier one of the same name', () => {
    const output =
      commit('2026-11-23T00:00:00Z 1', file(b!, b!, 'R100', 'en/g/a.mdx', 'en/g/b.mdx')) +
      commit('2026-11-22T00:00:00Z 1', file(none, b!, 'A', 'en/g/a.mdx')) +
      commit('2026-11-21T00:00:00Z 1', file(a!, none, 'D', 'en/g/a.mdx'))
    expect(readHistory(output, false).map(({ path, after }) => [path, after])).toEqual([
      ['en/g/b.mdx', b],
      ['en/g/b.mdx', b],
      ['en/g/a.mdx', undefined],
    ])
  })

  test('of a shallow clone does not show every page as new', () => {
    const output =
      commit('2026-11-23T00:00:00Z 1', file(a!, b!, 'M', 'en/g/a.mdx')) +
      commit('2026-11-22T00:00:00Z', file(none, a!, 'A', 'en/g/a.mdx'))
    expect(readHistory(output, true).map(({ day }) => day)).toEqual(['2026-11-23'])
    expect(readHistory(output, false)).toHaveLength(2)
  })
})

describe('a visit', () => {
  const minute = 60_000

  test('shows nothing as new the first time', () => {
    expect(visitNow(null, 'c', 0)).toEqual({ since: 'c', latest: 'c', at: 0 })
    expect(visitNow('{', 'c', 0).since).toBe('c')
    // Of a first visit the time alone is kept.
    const first = visitNow('1000', 'c', 60 * minute)
    expect(first.since).toBe('1970-01-01T00:00:01.000Z')
  })

  test('shows what is newer than the previous one, until it ends', () => {
    const first = JSON.stringify(visitNow(null, 'a', 0))
    const second = visitNow(first, 'c', 60 * minute)
    expect(second.since).toBe('a')
    const continued = visitNow(JSON.stringify(second), 'c', 80 * minute)
    expect(continued.since).toBe('a')
    expect(visitNow(JSON.stringify(continued), 'c', 120 * minute).since).toBe('c')
  })
})

/** An XML element, by its local name. */
interface Element {
  name: string
  attributes: Readonly<Record<string, string>>
  text: string
  children: Element[]
}

function parseAtom(xml: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }: SaxesTagNS) => {
    if (uri !== 'http://www.w3.org/2005/Atom') throw new Error(`${local} is of ${uri}`)
    const values = Object.entries(attributes).map(([name, { value }]): [string, string] => [
      name,
      value,
    ])
    const element: Element = {
      name: local,
      attributes: Object.fromEntries(values),
      text: '',
      children: [],
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => void (open.at(-1)!.text += text))
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return root.children[0]!
}

/** The rules of RFC 4287 that a feed breaks, each with its section. */
function feedFaults(feed: Element): string[] {
  const faults: string[] = []
  const all = ({ children }: Element, name: string) =>
    children.filter((child) => child.name === name)
  const once = (element: Element, name: string) => {
    const [first, ...others] = all(element, name)
    if (!first || others.length) faults.push(`${element.name}: ${name} does not occur once`)
    return first?.text ?? ''
  }
  const check = (element: Element) => {
    if (!/^(?:https?|tag):\S+$/.test(once(element, 'id'))) faults.push('4.2.6: id is no IRI')
    once(element, 'title')
    const updated = once(element, 'updated')
    const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/
    if (!time.test(updated) || Number.isNaN(Date.parse(updated)))
      faults.push(`3.3: ${updated} is no time`)
    for (const { attributes } of all(element, 'link'))
      if (!URL.canParse(attributes['href'] ?? '')) faults.push('4.2.7: link is not absolute')
  }
  if (feed.name !== 'feed') faults.push('4.1.1: no feed')
  check(feed)
  const rels = all(feed, 'link').map(({ attributes }) => attributes['rel'])
  if (!rels.includes('self')) faults.push('4.1.1: no link to itself')
  if (rels.filter((rel) => rel === 'alternate').length > 1) faults.push('4.1.1: two alternates')
  const authors = all(feed, 'author')
  if (!authors.some((author) => once(author, 'name'))) faults.push('4.1.1: no author')
  const entries = all(feed, 'entry')
  for (const entry of entries) {
    check(entry)
    const hasPage = all(entry, 'link').some(({ attributes }) => attributes['rel'] === 'alternate')
    if (!hasPage && !all(entry, 'content').length) faults.push('4.1.2: neither link nor content')
    for (const { attributes, children } of all(entry, 'content'))
      if (!['text', 'html'].includes(attributes['type'] ?? 'text') || children.length)
        faults.push('4.1.3.3: content is not as its type')
  }
  const ids = entries.map((entry) => once(entry, 'id'))
  if (new Set(ids).size < ids.length) faults.push('4.1.1: two entries of one id')
  return faults
}

describe('a feed', () => {
  const site = { url: 'https://guides.example', base: '/docs/' }
  const locale = {
    tag: 'fr-FR',
    path: 'fr-fr',
    name: 'Français',
    direction: 'ltr' as const,
    title: 'Guides & more',
    ui: 'en',
    uiDirection: 'ltr' as const,
    strings: en,
  }
  const change: PageChange = {
    kind: 'changed',
    day: '2026-11-22',
    time: '2026-11-22T10:00:00Z',
    slug: 'é/a',
    title: 'A < B & "C"',
    path: '/fr-fr/guide/é/a/',
    sections: [
      { id: 'é', title: '<b>' },
      { id: undefined, title: '' },
    ],
  }
  const changes: PageChange[] = [
    change,
    { ...change, day: '2026-11-21', time: '2026-11-21T10:00:00Z', kind: 'added', sections: [] },
    { ...change, slug: 'gone', kind: 'removed', path: '/fr-fr/guide/', sections: [] },
  ]
  const docset: DocsetChanges = { docset: 'guide', locale: 'fr-FR', changes }
  const feed = (all = changes) =>
    changesFeed(site, locale, { ...docset, changes: all }, 'Guide & plan') ?? ''

  test('follows RFC 4287', () => {
    expect(feedFaults(parseAtom(feed()))).toEqual([])
    expect(feedFaults(parseAtom(feed().replaceAll(/<updated>[^<]*/g, '<updated>now')))).not.toEqual(
      [],
    )
    expect(feedFaults(parseAtom(feed([change, change])))).toContain('4.1.1: two entries of one id')
  })

  test('keeps the ids of its entries, and has the time of the newest change', () => {
    const { children } = parseAtom(feed())
    const entry = children.find(({ name }) => name === 'entry')
    expect(entry?.children[0]?.text).toBe(
      'tag:guides.example,2026-11-22:/docs/fr-fr/guide/%C3%A9/a',
    )
    expect(children.find(({ name }) => name === 'updated')?.text).toBe('2026-11-22T10:00:00Z')
    expect(feed()).toBe(feed())
  })

  test('shows markup in titles as text', () => {
    const { children } = parseAtom(feed())
    const entry = children.find(({ name }) => name === 'entry')
    const content = entry?.children.find(({ name }) => name === 'content')
    expect(content?.text).toContain(
      '<a href="https://guides.example/docs/fr-fr/guide/%C3%A9/a/#%C3%A9">&lt;b&gt;</a>',
    )
  })

  test('is not made without changes', () => {
    expect(feed([])).toBe('')
  })
})
