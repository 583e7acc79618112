/** Parts of an index that are made here are those that Pagefind makes. */
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { askPagefind, pagefindPart, stopPagefind } from '#src/cli/pagefind-process.ts'
import type { IndexEntry } from '#src/search/entries.ts'
import type { IndexPart } from '#src/search/index-part.ts'
import { makePart, readEntries } from '#src/search/make-part.ts'
import { findWords, noKnownWords, type NewWords } from '#src/search/known-words.ts'
import { mergeWords } from '#src/search/merge-words.ts'

afterAll(stopPagefind)

/** An article as `article.ts` writes it. */
function page(number: number, content: string): IndexEntry {
  const properties =
    'data-pagefind-body="" data-pagefind-meta="breadcrumb[data-place]" data-place="Guide &#x26; more › l\'été" data-guide="g" data-phase="p" data-pagefind-filter="guide[data-guide], phase[data-phase]"'
  const html = `<html lang="fr-FR"><body><article ${properties}>${content}</article></body></html>`
  return { url: `/fr-fr/guide/page-${number}/`, html }
}

const record: IndexEntry = {
  url: '/fr-fr/guide/page-1/#step',
  language: 'fr-fr',
  content: 'Évaluez site.config.ts — pare-feu',
  meta: { title: 'Écrivez content/site.config.ts', kind: 'step' },
  filters: { guide: ['g'], party: ['b', 'a'], service: [] },
}

/** The part that is made here; undefined where Pagefind has to read an entry. */
async function partOf(entries: readonly IndexEntry[]): Promise<IndexPart | undefined> {
  const texts = readEntries(entries, 'fr-fr')
  if (!texts) return undefined
  const known = noKnownWords()
  const fresh: NewWords = { text: [], fields: [] }
  const words = texts.map((text) => findWords(text, known, fresh))
  await askPagefind(fresh, 'fr-fr', known)
  return makePart(texts, words, known, entries)
}

/** What readers find, whatever the order of chunks. */
async function contentOf({ pages, words, filters, ...rest }: IndexPart) {
  const fields = rest.fields.map((_, index) => index + 1)
  const merged = mergeWords([{ table: { ...words, size: 0 }, firstPage: 2, fields }])
  const fragments = pages.map(async ({ fragment, ...page }) => ({
    ...page,
    fragment: gunzipSync(await fragment.read()).toString(),
  }))
  return {
    ...rest,
    filters: filters.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    words: merged.map(({ content }) => Buffer.from(content).toString('hex')),
    pages: await Promise.all(fragments),
  }
}

async function expectSame(entries: readonly IndexEntry[]): Promise<void> {
  const made = await partOf(entries)
  const { part } = await pagefindPart(entries)
  expect(made && (await contentOf(made))).toEqual(await contentOf(part))
}

test('titles, headings, steps of little weight, images and words of several kinds', async () => {
  await expectSame([
    page(
      1,
      `<h1 id="pare">Le pare-feu d'<em>été</em></h1><p>CamelCase, c&#x26;a, &#x3C;div> and foo_bar 12.5 🌦️sun</p>
<div class="heading"><h2 id="deux"><code>site.config.ts</code></h2><a class="anchor" href="#deux"></a></div>
<p data-pagefind-weight="0.2" id="step" data-pagefind-title="Étape &#x26; fin">Pas<br>à pas <span data-pagefind-ignore="all">no</span></p>
<p><img data-pagefind-meta="image_alt[alt]" alt="Une  image"><img src="/a.png?b&#x26;c" alt="B &#x22;c&#x22;"></p>
<nav id="n"><a href="/">Not here</a></nav><dl><dt>Tenant</dt><dd>A part&nbsp;</dd></dl>`.replace(
        '&nbsp;',
        '&#xA0;',
      ),
    ),
    page(2, '<h1>Un</h1><p>L’été, pare feu. Été</p>'),
    record,
    page(3, '<h1>—</h1>'),
  ])
})

/** Numbers that look random, and are the same each time. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor(state / 2 ** 16) % below
  }
}

const names =
  'p div ul li ol table tr td th h2 h3 h4 h5 h6 section article aside blockquote pre dl dt dd figure details summary header a b em strong code span kbd sup small abbr button label time q del nav svg form footer template'.split(
    ' ',
  )
const words =
  'l\'été pare-feu CamelCase a Évaluation c&#x26;a &#x3C;div> x&amp;lt;y — foo_bar été. (x) "q" 12.5 🌦️sun ŒUVRE a\u200Bb 日本語 x\u00A0y e\u0301te a/b/c/d $5 * end_ q: x% İstanbul ǅ straße iPhone14Pro ١٢ z\u200Dx'.split(
    ' ',
  )
const properties = [
  'id="a b"',
  'id="é"',
  'data-pagefind-ignore="all"',
  'data-pagefind-ignore=""',
  'data-pagefind-weight="0.2"',
  'data-pagefind-weight="20"',
  'id="t" data-pagefind-title="l\'é &#x26; T"',
  'class="x"',
]

function nodes(below: (count: number) => number, depth: number): string {
  const item = <T>(list: readonly T[]) => list[below(list.length)]!
  const node = () => {
    const kind = below(6)
    if (kind < 2 || depth > 5) return [item(words), item(words)].join(item(['', ' ', '\n ']))
    if (kind === 2) return item(['<br>', '<br id="b">', '<img src="/x.png" alt="A  b">', '<hr>'])
    const name = item(names)
    const property = below(3) ? '' : ` ${item(properties)}`
    return `<${name}${property}>${nodes(below, depth + 1)}</${name}>`
  }
  return Array.from({ length: below(5) }, node).join(item(['', ' ', '\n']))
}

test('articles of any elements in each other', async () => {
  const below = numbersFrom(7)
  const entries = Array.from({ length: 60 }, (_, number) => {
    const content = Array.from({ length: 8 }, () => nodes(below, 0)).join('')
    return page(number, `<h1 id="title">${words[number % words.length]}</h1>${content}`)
  })
  const read = entries.filter((entry) => readEntries([entry], 'fr-fr'))
  expect(read.length).toBeGreaterThan(20)
  await expectSame(read)
})

test('Pagefind itself reads what it may read in another way', () => {
  const left = [
    '<h1>A</h1><p>b<div>c</div>',
    '<h1>A</h1><p>b &hellip;</p>',
    '<h1>A</h1><p data-pagefind-index-attrs="title" title="b">c</p>',
    '<h1>A <span id="b">c</span></h1>',
  ]
  for (const content of left) expect(readEntries([page(1, content)], 'fr-fr')).toBeUndefined()
  const [body] = [{ url: '/', html: '<html lang="fr"><body><p>a</p></body></html>' }]
  expect(readEntries([body], 'fr-fr')).toBeUndefined()
  expect(readEntries([record], 'zh-cn')).toBeUndefined()
  expect(readEntries([record], 'fr-fr')).toHaveLength(1)
})
