/** Where facts are kept between builds: by key, on a disk or in a test's map. */
import { digest } from './digest.ts'
import { packRecord, unpackRecord } from './record-file.ts'
import { type LookUp, type Trace, isCurrent, record } from './trace.ts'

export interface FactStore {
  /** Undefined where there is nothing under the key, or where what is there cannot be read. */
  read: (key: string) => Promise<Uint8Array | undefined>
  /** What is written is there whole or not at all. */
  write: (key: string, bytes: Uint8Array) => Promise<void>
}

/** What a computation gives. */
export interface Computed<T> {
  /** Plain data: it must survive JSON. */
  facts: T
  /** What is long, and not read by everybody. */
  body?: string | Uint8Array | undefined
}

/** What was computed, now or before. */
export interface Recalled<T> {
  facts: T
  body?: KeptBody
}

/** Equal ones have the same digest. */
export interface KeptBody {
  digest: string
  bytes: Uint8Array
}

/** What was computed before, and what it depends on. */
interface Entry<T> {
  trace: [question: string, answer: string][]
  facts: T
  /** Digest of the body. */
  body?: string
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
 */
export async function recall<T>(
  { store, answerOf, onComputed }: Recall,
  key: string,
  compute: () => Promise<Computed<T>>,
): Promise<Recalled<T>> {
  const kept = unpackRecord<Entry<T>>(key, await store.read(key))
  if (kept && (await isCurrent(kept.head.trace, answerOf))) {
    const { facts, body } = kept.head
    return { facts, ...(body !== undefined && { body: { digest: body, bytes: kept.body } }) }
  }
  onComputed?.(key)
  const { value, trace } = await record(compute)
  return keep(store, key, value, trace)
}

async function keep<T>(
  store: FactStore,
  key: string,
  { facts, body }: Computed<T>,
  trace: Trace,
): Promise<Recalled<T>> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const kept = bytes && { digest: digest(bytes), bytes }
  const head = { trace: [...trace], facts, ...(kept && { body: kept.digest }) }
  await store.write(key, packRecord(key, head, bytes))
  return { facts, ...(kept && { body: kept }) }
}
