/** What a computation asks of the world around it, written down while it runs. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { digest } from './digest.ts'

/** A question, such as `['page', 'fasttrack', 'assess.md']`. */
export type LookUp = readonly [kind: string, ...words: string[]]

/** Questions as JSON, and a summary of the answer to each: equal answers have equal summaries. */
export type Trace = Map<string, string>

const current = new AsyncLocalStorage<Trace>()

/** Do `work`, and write down what it asks, in whatever calls and promises. */
export async function record<T>(work: () => Promise<T>): Promise<{ value: T; trace: Trace }> {
  const trace: Trace = new Map()
  const value = await current.run(trace, work)
  return { value, trace }
}

/** Write down a question and its answer, where somebody records. */
export function note(question: LookUp, answer: unknown): void {
  current.getStore()?.set(JSON.stringify(question), summaryOf(answer))
}

/** Write down all that a shared computation asked, for a computation that takes its result. */
export function noteAll(trace: Trace): void {
  const store = current.getStore()
  if (!store) return
  for (const [question, answer] of trace) store.set(question, answer)
}

/** Questions, and a summary of the answer to each. */
export type Questions = readonly (readonly [question: LookUp, answer: string])[]

export function questionsOf(
  trace: Iterable<readonly [question: string, answer: string]>,
): Questions {
  return [...trace].map(([question, answer]) => [JSON.parse(question) as LookUp, answer])
}

/** Whether all questions would be answered as they were. */
export async function isCurrent(
  questions: Questions,
  answerOf: (question: LookUp) => unknown,
): Promise<boolean> {
  for (const [question, before] of questions) {
    const answer = answerOf(question)
    // Most are known at once, and there are many.
    if (summaryOf(answer instanceof Promise ? await answer : answer) !== before) return false
  }
  return true
}

/** Short answers are kept as they are. */
const longest = 64

export function summaryOf(answer: unknown): string {
  if (answer === undefined) return ''
  if (typeof answer === 'object' && answer !== null) return digest(answer)
  const text = JSON.stringify(answer)
  return text.length > longest ? digest(answer) : text
}
