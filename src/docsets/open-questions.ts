/** Which of the questions that were asked may have another answer now. */
import { type AskIndex, askIndex } from '../facts/ask-index.ts'
import type { FactMemory } from '../facts/store.ts'
import { type LookUp, questionsOf, record } from '../facts/trace.ts'
import type { RecordedContext } from './recorded-context.ts'

/** Who has asked what, and of which state of the world. */
export interface Asked {
  index: AskIndex
  /** Of the files. */
  version: number
  /** What answers were taken from, by kind of question: see `sourceOf` of `RecordedContext`. */
  sources: ReadonlyMap<string, unknown>
}

export function nothingAsked(): Asked {
  return { index: askIndex(), version: 0, sources: new Map() }
}

/** The same, once all questions have the answers that this context gives. */
export function settled(
  { index }: Pick<Asked, 'index'>,
  { context, sourceOf }: RecordedContext,
): Asked {
  const sources = new Map(index.kinds().map((kind) => [kind, sourceOf(kind)]))
  return { index, version: context.files.history?.version() ?? 0, sources }
}

/** @param left - Kinds of questions to leave out. */
export function openQuestions(
  { index, sources, version }: Asked,
  { context, sourceOf, nameOf }: RecordedContext,
  left: readonly string[] = [],
): LookUp[] {
  const changed = context.files.history?.changedSince(version)
  const files = [...(changed ?? [])].flatMap((path): LookUp[] => [
    ['file', nameOf(path)],
    ['size', nameOf(path)],
  ])
  const others = index.kinds().filter((kind) => {
    if (left.includes(kind) || (changed && isOfFiles(kind))) return false
    const source = sourceOf(kind)
    return source === undefined || sources.get(kind) !== source
  })
  return [...files, ...others.flatMap((kind) => index.ofKind(kind))]
}

function isOfFiles(kind: string): boolean {
  return kind === 'file' || kind === 'size'
}

interface KeptResult<T> {
  inputs: readonly unknown[]
  asked: Asked
  value: T
}

/**
 * What `make` gives; where a process goes on, the same as before while `inputs` are the same and all that it has asked
 * has the same answer.
 */
export async function keptResult<T>(
  recorded: RecordedContext,
  memory: FactMemory | undefined,
  { name, inputs }: { name: string; inputs: readonly unknown[] },
  make: () => Promise<T>,
): Promise<T> {
  if (!memory || !recorded.context.files.history) return make()
  const before = memory.readings.get(name) as KeptResult<T> | undefined
  memory.readings.delete(name)
  if (before && inputs.every((input, index) => input === before.inputs[index])) {
    const { index } = before.asked
    const stale = await index.takeStale(openQuestions(before.asked, recorded), recorded.answerOf)
    if (stale.length === 0) {
      memory.readings.set(name, { ...before, asked: settled(before.asked, recorded) })
      return before.value
    }
  }
  const { value, trace } = await record(make)
  const index = askIndex()
  index.add(name, questionsOf(trace))
  memory.readings.set(name, { inputs, value, asked: settled({ index }, recorded) })
  return value
}
