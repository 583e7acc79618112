/** The index in the browser: loaded when first needed, and of that what a question needs. */
import {
  type IndexedLanguages,
  indexFile,
  type IndexInfo,
  languagesFile,
  lastMark,
} from './bundle.ts'
import type { Question } from './filters.ts'
import { answerFromAll } from './merge-results.ts'
import { type Fragment, passagesOf } from './passages.ts'
import { type OpenIndex, startProgram } from './program.ts'
import type { Wordings } from './query-plan.ts'
import { programQuery } from './query.ts'
import type { Answer, Engine, EngineAnswer } from './search.ts'
import { wordList } from './vocabulary.ts'

export interface IndexLocation {
  /** Folder of the index, with a slash at the end. */
  index: string
  /** The site's base, put before the addresses of results. */
  base: string
  /** As in `<html lang>`. */
  language: string
  /** The full address of a path from the site’s root, where a base before it is not enough. */
  address?: ((path: string) => string) | undefined
  /** Stop words and synonyms of the language. */
  wordings: Wordings
}

/** Look for what a reader asks. */
export type Ask = (question: Question) => Promise<Answer>

/** One index, and where its files are. */
interface IndexFiles {
  info: IndexInfo
  language: string
  addressOf: (path: string) => string
  /** Load each file once; one that failed is asked for again. */
  load: (...file: Parameters<typeof indexFile>) => Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Open the index of a language, and with it those of what its pages have in other languages.
 *
 * Gives undefined where there is no index at all, as in development before a build; fails when the
 * network does. A language without pages has no index, and gets no results.
 */
export async function openIndex({
  index,
  base,
  address,
  language,
  wordings,
}: IndexLocation): Promise<Ask | undefined> {
  const languages = await languagesOf(index)
  if (!languages) return undefined
  const here = languages[language.toLowerCase()]
  if (!here) return async () => ({ total: 0, read: async () => [] })
  const addressOf = address ?? ((path: string) => `${base}${path}`.replace(/\/{2,}/g, '/'))
  const load = once((...file: Parameters<typeof indexFile>) => loadFile(index + indexFile(...file)))
  const own = await openOne({ info: here, language, addressOf, load })
  const others = await Promise.all(
    Object.entries(here.foreign).map(([other, info]) =>
      openOne({ info, language: other, addressOf, load }),
    ),
  )
  return (question) => answerFromAll(question, own, others, wordings)
}

async function openOne(files: IndexFiles): Promise<Engine> {
  const { info, load } = files
  return {
    search: info.size ? await searchIn(files) : nothing,
    async vocabulary(words) {
      const lists = new Set(words.map(wordList).flatMap((list) => info.words[list] ?? []))
      try {
        const contents = await Promise.all([...lists].map((list) => load('words', list)))
        return contents.flatMap((content) => textOf(content).split('\n'))
      } catch {
        // Without the lists nothing is corrected, and that is all.
        return undefined
      }
    },
    size: info.size,
  }
}

async function searchIn(files: IndexFiles): Promise<Engine['search']> {
  const { info, language, load } = files
  const program = load('wasm', info.wasm).then(startProgram)
  const open = once(async (meta: string) => {
    const [opened, content] = await Promise.all([program, load('meta', meta)])
    return opened(content)
  })
  await open(info.meta)
  return async (query, filters) => {
    const isOrdered = query === null
    const index = await open(isOrdered ? info.ordered : info.meta)
    const { words, typed } = programQuery(query ?? '', language)
    if (!words && !isOrdered) return nothing()
    const chosen = JSON.stringify(filters)
    await loadFor(index, words, chosen, load)
    const isPhrase = /^\s*".+"\s*$/.test(query ?? '')
    const answer = index.search({ words, typed, chosen, isOrdered, isPhrase })
    return {
      unfilteredResultCount: answer.unfiltered_total,
      results: answer.results.map(({ p: id, g: mark, s: score, l: places }) => ({
        id,
        score,
        isLast: mark === lastMark,
        first: places.reduce((least, { l: location }) => Math.min(least, location), Infinity),
        data: () => readEntry(files, id, places),
      })),
    }
  }
}

/** What was loaded into an index: a chunk that comes twice would only cost time. */
const inIndex = new WeakMap<OpenIndex, Map<string, Promise<void>>>()

/** Load what a query needs; chunks end between words, and words that begin as its own are found, too. */
async function loadFor(
  index: OpenIndex,
  words: string,
  chosen: string,
  load: IndexFiles['load'],
): Promise<void> {
  const loaded = inIndex.get(index) ?? new Map<string, Promise<void>>()
  inIndex.set(index, loaded)
  const longest = words.replace(/\S+/g, '$&\u{10ffff}')
  const chunks = new Set([...index.chunksFor(words), ...index.chunksFor(longest)])
  await Promise.all([
    ...[...chunks].map((name) => add(name, 'index', index.loadChunk)),
    ...index.filtersFor(chosen).map((name) => add(name, 'filter', index.loadFilter)),
  ])

  function add(name: string, kind: 'index' | 'filter', take: (content: Uint8Array) => void) {
    const before = loaded.get(name)
    if (before) return before
    const adding = load(kind, name).then(take)
    loaded.set(name, adding)
    adding.catch(() => loaded.delete(name))
    return adding
  }
}

async function readEntry(
  { addressOf, load }: IndexFiles,
  id: string,
  places: readonly { w: number; s: number; l: number }[],
) {
  const fragment = JSON.parse(textOf(await load('fragment', id))) as Fragment
  const found = places.map(({ w, s, l }) => ({ location: l, weight: w / 24, balanced_score: s }))
  return passagesOf(fragment, addressOf(fragment.url), found)
}

async function nothing(): Promise<EngineAnswer> {
  return { results: [], unfilteredResultCount: 0 }
}

/** The content of a file of the index, which is compressed. */
async function loadFile(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const { ok, status, body } = await fetch(address)
  if (!ok || !body) throw new Error(`${status} ${address}`)
  const stream = body.pipeThrough(new DecompressionStream('gzip'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  // Pagefind’s own files begin with a mark.
  const mark = 'pagefind_dcd'
  return textOf(bytes.subarray(0, mark.length)) === mark ? bytes.subarray(mark.length) : bytes
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** A function that does its work once for the same arguments, unless it fails. */
function once<Arguments extends string[], Result>(
  work: (...given: Arguments) => Promise<Result>,
): (...given: Arguments) => Promise<Result> {
  const results = new Map<string, Promise<Result>>()
  return (...given) => {
    const key = given.join('/')
    const known = results.get(key)
    if (known) return known
    const result = work(...given)
    results.set(key, result)
    result.catch(() => results.delete(key))
    return result
  }
}

async function languagesOf(index: string): Promise<IndexedLanguages | undefined> {
  const response = await fetch(index + languagesFile, { cache: 'no-cache' })
  if (!response.ok) return undefined
  // Some hosts answer an unknown address with a page and status 200.
  return (await response.json().catch(() => undefined)) as IndexedLanguages | undefined
}
