/** Answers of several indexes, as one: a page may have words in more than its own language. */
import { type Answer, answerTo, type Engine } from './search.ts'
import type { Question } from './filters.ts'
import type { Wordings } from './query-plan.ts'
import { knownWords, wordsIn } from './vocabulary.ts'

/**
 * Ask the index of the reader's language, and those of what its pages have in others.
 *
 * The own language comes first, unless another index knows more words of the question.
 */
export async function answerFromAll(
  question: Question,
  own: Engine,
  others: readonly Engine[],
  wordings: Wordings,
): Promise<Answer> {
  const vocabularies = (words: readonly string[]) =>
    Promise.all([own, ...others].map((engine) => engine.vocabulary(words)))
  // Words of the other indexes are no slips.
  const every = async (words: readonly string[]) =>
    (await vocabularies(words)).flatMap((list) => list ?? [])
  const answer = await answerTo(question, own, wordings, every)
  if (!others.length) return answer
  const query = answer.corrected ?? question.query
  const foreign = others.map((other) =>
    answerTo({ ...question, query }, other, wordings, async () => []),
  )
  const words = wordsIn(query)
  const known = (await vocabularies(words)).map((vocabulary) => knownWords(words, vocabulary))
  const answers = [answer, ...(await Promise.all(foreign))]
    .map((item, index) => ({ item, wordCount: known[index] ?? 0 }))
    .toSorted((a, b) => b.wordCount - a.wordCount)
  return { ...answer, ...mergeResults(answers.map(({ item }) => item)) }
}

/** One answer of several, to be read one after the other. */
export function mergeResults(answers: readonly Answer[]): Pick<Answer, 'total' | 'read'> {
  const starts = answers.map((_, index) => sum(answers.slice(0, index)))
  return {
    total: sum(answers),
    read: async (from, to) => {
      const parts = answers.map(async ({ total, read }, index) => {
        const within = (place: number) => Math.min(Math.max(place - starts[index]!, 0), total)
        return within(from) < within(to) ? read(within(from), within(to)) : []
      })
      return (await Promise.all(parts)).flat()
    },
  }
}

function sum(answers: readonly Answer[]): number {
  return answers.reduce((all, { total }) => all + total, 0)
}
