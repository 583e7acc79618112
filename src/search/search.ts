/** From a question to an answer: one search for each thing it names, then the results ranked. */
import type { Question } from './filters.ts'
import { type Concept, planOf, respell, type Wordings } from './query-plan.ts'
import { engineQuery, phraseOf } from './query.ts'
import { rank, type Ranked } from './rank.ts'
import { type EnginePage, type SearchResult, found } from './results.ts'
import { isUnknown, nearestWord } from './vocabulary.ts'

export interface Answer {
  /** How many pages and steps have what was looked for. */
  total: number
  /** What was looked for instead, when a word of the question is in no page. */
  corrected?: string
  /** Read some of them, the best first. */
  read: (from: number, to: number) => Promise<SearchResult[]>
}

/** What is needed of an opened index. */
export interface Engine {
  /** Look for words that all have to be there, or for all there is (`null`), in their order. */
  search: (text: string | null, chosen: Question['chosen']) => Promise<EngineAnswer>
  /** All words of the index but short ones, the most frequent first. */
  vocabulary: () => Promise<readonly string[]>
  /** How many pages and steps there are. */
  size: number
}

export interface EngineAnswer {
  results: readonly EngineResult[]
  /** How many there would be with no filter; 0 where no words were given. */
  unfilteredResultCount: number
}

interface EngineResult {
  id: string
  score: number
  data: () => Promise<EnginePage>
}

/** What was found for one concept: for each entry the best of its queries. */
interface Finding {
  concept: Concept
  best: ReadonlyMap<string, { result: EngineResult; query: string; score: number }>
  frequency: number
}

/** @param spellings - What a word may be corrected to; without it, the words of the index. */
export async function answerTo(
  { query, chosen }: Question,
  engine: Engine,
  wordings: Wordings,
  spellings: Engine['vocabulary'] = engine.vocabulary,
): Promise<Answer> {
  if (phraseOf(query)) return plainAnswer(await engine.search(engineQuery(query), chosen))
  const concepts = planOf(query, wordings)
  if (!concepts.length) {
    const narrowed = !query && Object.keys(chosen).length > 0
    return plainAnswer(narrowed ? await engine.search(null, chosen) : { results: [] })
  }
  const findings = await findAll(concepts)
  const corrections = await correctionsOf(findings)
  if (!corrections.size) return rankedAnswer(findings)
  const corrected = respell(query, corrections)
  return { ...rankedAnswer(await findAll(planOf(corrected, wordings))), corrected }

  function findAll(all: readonly Concept[]): Promise<Finding[]> {
    return Promise.all(all.map(find))
  }

  async function find(concept: Concept): Promise<Finding> {
    const best = new Map<string, { result: EngineResult; query: string; score: number }>()
    let frequency = 0
    const [only, synonym] = concept.queries
    if (only && !synonym && isUnknown(only, await engine.vocabulary()))
      return { concept, best, frequency }
    for (const query of concept.queries) {
      const text = query.replaceAll('"', '')
      const isPhrase = text !== query
      const [{ results, unfilteredResultCount }, exact] = await Promise.all([
        engine.search(text, chosen),
        isPhrase ? engine.search(query, chosen) : undefined,
      ])
      frequency = Math.max(frequency, (exact ?? { unfilteredResultCount }).unfilteredResultCount)
      // The engine gives every entry that has a phrase one score: its words tell them apart.
      const having = exact && new Set(exact.results.map(({ id }) => id))
      for (const result of results) {
        if (having && !having.has(result.id)) continue
        const score = (result.score / lengthOf(text)) * lengthOf(concept.typed)
        if ((best.get(result.id)?.score ?? -1) < score)
          best.set(result.id, { result, query, score })
      }
    }
    return { concept, best, frequency }
  }

  /** Corrections of words that have no synonyms and that the index does not know. */
  async function correctionsOf(all: readonly Finding[]): Promise<Map<string, string>> {
    const corrections = new Map<string, string>()
    const vocabulary = await spellings()
    for (const { concept, frequency } of all) {
      if (concept.queries.length > 1) continue
      const word = nearestWord(concept.typed, vocabulary, frequency > 0)
      if (word) corrections.set(concept.typed, word)
    }
    return corrections
  }

  function rankedAnswer(all: readonly Finding[]): Answer {
    const ranked = rank(
      all.map(({ best, frequency }) => ({
        scores: new Map([...best].map(([id, { score }]) => [id, score])),
        frequency,
      })),
      engine.size,
    )
    return {
      total: ranked.length,
      read: async (from, to) => {
        const pages = ranked.slice(from, to).map((entry) => resultOf(entry, all))
        return Promise.all(pages.map(async (result) => found(await (await result).data())))
      },
    }
  }

  /** An entry with all its words marked: what it has is looked for again, all at once. */
  async function resultOf({ id, has }: Ranked, all: readonly Finding[]): Promise<EngineResult> {
    const parts = has.flatMap((index) => all[index]?.best.get(id) ?? [])
    const mergeResults = parts.map(({ query }) => query.replaceAll('"', '')).join(' ')
    const { results } =
      parts.length > 1 ? await engine.search(mergeResults, chosen) : { results: [parts[0]!.result] }
    return results.find((result) => result.id === id) ?? parts[0]!.result
  }
}

/** In words: a name of three words must not count three times as much as one of one word. */
function lengthOf(text: string): number {
  return text.split(' ').length
}

function plainAnswer({ results }: Pick<EngineAnswer, 'results'>): Answer {
  return {
    total: results.length,
    read: async (from, to) => {
      const pages = await Promise.all(results.slice(from, to).map(({ data }) => data()))
      return pages.map((page) => found(page))
    },
  }
}
