/** Where facts are kept between builds: by key, as text, on a disk or in a test's map. */
import { digest } from './digest.ts'
import { type LookUp, type Trace, isCurrent, record } from './trace.ts'

export interface FactStore {
  /** Undefined where there is nothing under the key, or where what is there cannot be read. */
  read: (key: string) => Promise<string | undefined>
  /** What is written is there whole or not at all. */
  write: (key: string, text: string) => Promise<void>
}

/** What was computed before, and what it depends on. */
interface Entry<T> {
  trace: [question: string, answer: string][]
  facts: T
}

export interface Recall {
  store: FactStore
  /** Answers questions as the world is now. */
  answerOf: (question: LookUp) => unknown
  /** Called for each that had to be computed. */
  onComputed?: ((key: string) => void) | undefined
}

/**
 * The facts under `key`: those of an earlier build if all that they depend on is as it was, else computed now.
 *
 * @param key - Digest of what the computation is given; what it asks for is written down while it runs.
 * @param compute - Gives plain data: it must survive JSON.
 */
export async function recall<T>(
  { store, answerOf, onComputed }: Recall,
  key: string,
  compute: () => Promise<T>,
): Promise<T> {
  const entry = parse<T>(await store.read(key))
  if (entry && (await isCurrent(entry.trace, answerOf))) return entry.facts
  onComputed?.(key)
  const { value, trace } = await record(compute)
  await store.write(key, format(value, trace))
  return value
}

/** The digest comes first: a file that was cut off, or that somebody changed, is no fact. */
function format(facts: unknown, trace: Trace): string {
  const text = JSON.stringify({ trace: [...trace], facts })
  return `${digest(text)}\n${text}`
}

function parse<T>(text: string | undefined): Entry<T> | undefined {
  if (text === undefined) return undefined
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  return digest(body) === text.slice(0, end) ? (JSON.parse(body) as Entry<T>) : undefined
}
