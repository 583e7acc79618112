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
  /** A long text that not everybody reads. */
  text?: string | undefined
}

/** What was computed, now or before. */
export interface Recalled<T> {
  facts: T
  text?: KeptText
}

/** A text that is decoded when somebody reads it; equal ones have the same digest. */
export interface KeptText {
  digest: string
  read: () => string
}

/** What was computed before, and what it depends on. */
interface Entry<T> {
  trace: [question: string, answer: string][]
  facts: T
  /** Digest of the text. */
  text?: string
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
  const kept = unpackRecord<Entry<T>>(await store.read(key))
  if (kept && (await isCurrent(kept.head.trace, answerOf))) {
    const { facts, text } = kept.head
    return { facts, ...(text !== undefined && { text: keptText(text, kept.body) }) }
  }
  onComputed?.(key)
  const { value, trace } = await record(compute)
  return keep(store, key, value, trace)
}

async function keep<T>(
  store: FactStore,
  key: string,
  { facts, text }: Computed<T>,
  trace: Trace,
): Promise<Recalled<T>> {
  const body = text === undefined ? undefined : Buffer.from(text)
  const textDigest = body && digest(body)
  const head = { trace: [...trace], facts, ...(body && { text: textDigest }) }
  await store.write(key, packRecord(head, body))
  return { facts, ...(body && textDigest && { text: keptText(textDigest, body) }) }
}

function keptText(textDigest: string, bytes: Uint8Array): KeptText {
  return { digest: textDigest, read: () => Buffer.from(bytes).toString() }
}
