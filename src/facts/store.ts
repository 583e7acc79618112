/** Where facts are kept between builds: by key, on a disk or in a test's map. */
import { digest } from './digest.ts'
import { packRecord, unpackRecord } from './record-file.ts'
import { type LookUp, type Questions, type Trace, isCurrent, questionsOf, record } from './trace.ts'

export interface FactStore {
  /** Undefined where there is nothing under the key, or where what is there cannot be read. */
  read: (key: string) => Promise<Uint8Array | undefined>
  /**
   * What is written is there whole or not at all. Gives what reads it again while the process runs; undefined where
   * nobody can say that it will be there.
   */
  write: (key: string, bytes: Uint8Array) => Promise<ReadAgain | undefined>
}

/** Reads a part of a record that this process has written. */
export type ReadAgain = (start: number, end: number) => Uint8Array

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
  /** Reads the bytes from the store, for those who need them much later and would keep those of all pages. */
  again?: (() => Uint8Array) | undefined
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
  /** What the process has at hand, and what it is of. */
  memory?: FactMemory | undefined
  name?: string
}

/** Where facts are kept, and by which program they were computed. */
export interface FactOptions extends Pick<Recall, 'store' | 'onComputed' | 'memory'> {
  /** Digest of the program: another one may read a page otherwise. */
  program: string
}

/** What a running process has at hand. */
export interface FactMemory {
  /** Facts by what they are of: the last ones of each. */
  recalled: Map<string, Remembered>
  /** What those who read a site know of its last reading, each by its name. */
  readings: Map<string, unknown>
}

export function factMemory(): FactMemory {
  return { recalled: new Map(), readings: new Map() }
}

interface Remembered {
  key: string
  questions: Questions
  recalled: Recalled<unknown>
}

/**
 * The facts under `key`: those of before if all that they depend on is as it was, else computed now. What the process
 * has at hand is the same object each time.
 *
 * @param key - Digest of what the computation is given; what it asks for is written down while it runs.
 */
export async function recall<T>(
  given: Recall,
  key: string,
  compute: () => Promise<Computed<T>>,
): Promise<Recalled<T>> {
  const { answerOf, memory, name = key } = given
  const known = memory?.recalled.get(name)
  if (known?.key === key && (await isCurrent(known.questions, answerOf))) {
    return known.recalled as Recalled<T>
  }
  const { questions, recalled } = await recallStored(given, key, compute)
  memory?.recalled.set(name, { key, questions, recalled })
  return recalled
}

/** The same from the store, with what the computation has asked. */
export async function recallStored<T>(
  given: Recall,
  key: string,
  compute: () => Promise<Computed<T>>,
): Promise<{ questions: Questions; recalled: Recalled<T> }> {
  const { store, answerOf, onComputed } = given
  const kept = unpackRecord<Entry<T>>(key, await store.read(key))
  const questions = kept && questionsOf(kept.head.trace)
  if (questions && (await isCurrent(questions, answerOf))) {
    const { facts, body } = kept.head
    const known = body === undefined ? {} : { body: { digest: body, bytes: kept.body } }
    return { questions, recalled: { facts, ...known } }
  }
  onComputed?.(key)
  const { value, trace } = await record(compute)
  return { questions: questionsOf(trace), recalled: await keep(given, key, value, trace) }
}

async function keep<T>(
  { store, memory }: Pick<Recall, 'store' | 'memory'>,
  key: string,
  { facts, body }: Computed<T>,
  trace: Trace,
): Promise<Recalled<T>> {
  const bytes = typeof body === 'string' ? ownBytes(body) : body
  const kept = bytes && { digest: digest(bytes), bytes }
  const head = { trace: [...trace], facts, ...(kept && { body: kept.digest }) }
  const packed = packRecord(key, head, bytes)
  const readAgain = await store.write(key, packed)
  // Words of the facts are pieces of the text that they were read from, which they would hold in memory.
  const own = JSON.parse(JSON.stringify(facts)) as T
  if (!kept) return { facts: own }
  // No function made here may mention the bytes: it would keep them.
  const end = packed.length
  const start = end - kept.bytes.length
  const again = readAgain && !memory ? () => readAgain(start, end) : undefined
  return { facts: own, body: { ...kept, again } }
}

/** Bytes that share no memory with others: Node’s pool keeps 64 kB for each few kB that stay. */
function ownBytes(text: string): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
  bytes.write(text)
  return bytes
}
