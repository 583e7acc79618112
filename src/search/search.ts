/** Answer a question: one search for each thing that it names, then the results ranked. */
import { largest } from '#plugins/large-arrays.ts'
import type { Question } from './filters.ts'
import { type Concept, planOf, respell, type Wordings } from './query-plan.ts'
import { engineQuery, phraseOf } from './query.ts'
import { rank, type Ranked, rarityOf } from './rank.ts'
import { type EnginePage, type SearchResult, readResult } from './results.ts'
import { isUnknown, nearestWord, wordsRunTogether } from './vocabulary.ts'

export interface Answer {
  /** How many pages and steps match. */
  total: number
  /** The question that was searched for instead, where a word of the question is on no page. */
  corrected?: string
  /** Read some of the results, the best first. */
  read: (from: number, to: number) => Promise<SearchResult[]>
}

/** The part of an opened index that a search needs. */
export interface Engine {
  /** Search for text whose words must all be there, or for everything (`null`). */
  search: (text: string | null, chosen: Question['chosen']) => Promise<EngineAnswer>
  /**
   * All words of the index but short ones that begin with the letters of some words, the most frequent
   * first; undefined where they cannot be had.
   */
  vocabulary: (words: readonly string[]) => Promise<readonly string[] | undefined>
  /** How many pages and steps there are. */
  size: number
}

export interface EngineAnswer {
  results: readonly EngineResult[]
  /** How many there would be with no filter; 0 where no text was given. */
  unfilteredResultCount: number
}

interface EngineResult {
  id: string
  score: number
  /** Does it come after others that match as well? */
  isLast: boolean
  /** How many words of the entry come before the first that matches; a title comes first. */
  first: number
  data: () => Promise<EnginePage>
}

/** The results for one concept: each entry with the query that it matches best. */
interface ConceptResults {
  concept: Concept
  best: ReadonlyMap<string, Match>
  /** How many entries of the index have the concept. */
  frequency: number
}

/** How much more a match counts that is the first word of its entry. */
const prominence = 0.5
/** How much an entry counts that comes last among equals. */
const lastShare = 0.5

interface Match {
  result: EngineResult
  query: string
  score: number
}

/** An engine, and the filters that its results go through. */
interface FilteredEngine {
  engine: Engine
  chosen: Question['chosen']
}

/** @param spellings - The words that a misspelled one is corrected to; by default those of the index. */
export async function answerTo(
  { query, chosen }: Question,
  engine: Engine,
  wordings: Wordings,
  spellings: Engine['vocabulary'] = engine.vocabulary,
): Promise<Answer> {
  if (phraseOf(query)) return plainAnswer(await engine.search(engineQuery(query), chosen))
  const filtered = { engine, chosen }
  const concepts = planOf(query, wordings)
  if (!concepts.length) {
    const isFiltered = !query && Object.keys(chosen).length > 0
    return plainAnswer(isFiltered ? await engine.search(null, chosen) : { results: [] })
  }
  const results = await searchConcepts(concepts, filtered)
  const known = await spellings(concepts.map(({ typed }) => typed))
  const corrections = correctionsOf(results, known ?? [])
  for (const { concept, frequency } of results) {
    if (frequency > 0 || corrections.has(concept.typed)) continue
    const words = await wordsRunTogether(concept.typed, known ?? [], spellings)
    if (words) corrections.set(concept.typed, words)
  }
  if (!corrections.size) return rankedAnswer(results, filtered)
  const corrected = respell(query, corrections)
  const others = await searchConcepts(planOf(corrected, wordings), filtered)
  return { ...rankedAnswer(others, filtered), corrected }
}

function searchConcepts(
  concepts: readonly Concept[],
  filtered: FilteredEngine,
): Promise<ConceptResults[]> {
  return Promise.all(concepts.map((concept) => searchConcept(concept, filtered)))
}

async function searchConcept(concept: Concept, filtered: FilteredEngine): Promise<ConceptResults> {
  const best = new Map<string, Match>()
  const words = concept.queries.filter((query) => !query.startsWith('"'))
  const [known, all] = await Promise.all([
    words.length > 0 ? filtered.engine.vocabulary(words) : undefined,
    Promise.all(concept.queries.map((query) => searchQuery(query, filtered))),
  ])
  // Of a word that no word begins like, the engine drops letters until something matches.
  const answers = all.filter(
    ({ query }) => !known || !words.includes(query) || !isUnknown(query, known),
  )
  const frequency = largest(
    answers.map(({ count }) => count),
    0,
  )
  const { size } = filtered.engine
  for (const { query, results, count } of answers) {
    // The names of one thing count the same: the engine thinks more of the name that is rarer.
    const rarity = frequency ? rarityOf(frequency, size) / rarityOf(count, size) : 1
    const share = wordCount(concept.typed) / wordCount(withoutQuotes(query))
    for (const result of results) {
      const score = prominentScore(result) * rarity * share
      if ((best.get(result.id)?.score ?? -1) < score) best.set(result.id, { result, query, score })
    }
  }
  return { concept, best, frequency }
}

/** What an entry is about stands at its beginning: “Configure the firewall”, “Configure DNS and the firewall”. */
function prominentScore({ score, first, isLast }: EngineResult): number {
  return score * (1 + prominence / (1 + first)) * (isLast ? lastShare : 1)
}

/** The entries that match one query, and how many there would be with no filter. */
async function searchQuery(
  query: string,
  { engine, chosen }: FilteredEngine,
): Promise<{ query: string; results: readonly EngineResult[]; count: number }> {
  const text = withoutQuotes(query)
  const [{ results, unfilteredResultCount }, exact] = await Promise.all([
    engine.search(text, chosen),
    text === query ? undefined : engine.search(query, chosen),
  ])
  if (!exact) return { query, results, count: unfilteredResultCount }
  // The engine gives every entry that has a phrase one score: its words tell them apart.
  const matches = new Set(exact.results.map(({ id }) => id))
  return {
    query,
    results: results.filter(({ id }) => matches.has(id)),
    count: exact.unfilteredResultCount,
  }
}

/** Corrections of words that have no synonyms and that the index does not know. */
function correctionsOf(
  results: readonly ConceptResults[],
  vocabulary: readonly string[],
): Map<string, string> {
  return new Map(
    results.flatMap(({ concept, frequency }): [string, string][] => {
      if (concept.queries.length > 1) return []
      const word = nearestWord(concept.typed, vocabulary, frequency > 0)
      return word ? [[concept.typed, word]] : []
    }),
  )
}

function rankedAnswer(results: readonly ConceptResults[], filtered: FilteredEngine): Answer {
  const ranked = rank(
    results.map(({ best, frequency }) => ({
      scores: new Map([...best].map(([id, { score }]) => [id, score])),
      frequency,
    })),
    filtered.engine.size,
  )
  return {
    total: ranked.length,
    read: async (from, to) =>
      Promise.all(
        ranked.slice(from, to).map(async (entry) => {
          const result = await withAllMarks(entry, results, filtered)
          return readResult(await result.data())
        }),
      ),
  }
}

/** The result of an entry with all its words marked: they are searched for again, all at once. */
async function withAllMarks(
  { id, has }: Ranked,
  concepts: readonly ConceptResults[],
  { engine, chosen }: FilteredEngine,
): Promise<EngineResult> {
  const matches = has.flatMap((index) => concepts[index]?.best.get(id) ?? [])
  const first = matches[0]!.result
  if (matches.length === 1) return first
  const text = matches.map(({ query }) => withoutQuotes(query)).join(' ')
  const { results } = await engine.search(text, chosen)
  return results.find((result) => result.id === id) ?? first
}

function withoutQuotes(query: string): string {
  return query.replaceAll('"', '')
}

/** A name of three words must not count three times as much as one of one word. */
function wordCount(text: string): number {
  return text.split(' ').length
}

function plainAnswer({ results }: Pick<EngineAnswer, 'results'>): Answer {
  return {
    total: results.length,
    read: async (from, to) => {
      const pages = await Promise.all(results.slice(from, to).map(({ data }) => data()))
      return pages.map((page) => readResult(page))
    },
  }
}
