/** Memories (`.tmx`) among the files that `import` is given. */
import { posix, relative, resolve } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { problemAt } from '#plugins/problems.ts'
import { nodeFileSystem } from '../node-file-system.ts'
import { isFatal } from '../translation/formats/read-unit.ts'
import { refusal } from '../translation/formats/refusals.ts'
import { readTmx } from '../translation/formats/tmx.ts'
import { takeMemory } from '../translation/memory/take-memory.ts'
import type { LoadedTranslation } from '../translation/project/load-translations.ts'
import { UsageError } from './arguments.ts'

export interface MemoryCounts {
  docset: string
  targetLocale: string
  added: number
  known: number
  left: number
}

export interface ImportedMemories {
  /** All translations; those that a memory was for have it. */
  loaded: LoadedTranslation[]
  /** For each translation that has got something. */
  counts: MemoryCounts[]
  messages: VFileMessage[]
}

export function isMemory(path: string): boolean {
  return path.toLowerCase().endsWith('.tmx')
}

/** Add memories to those of the translations that they are for: the only one in both of their languages. */
export async function importMemories(
  given: readonly string[],
  loaded: readonly LoadedTranslation[],
  cwd: string,
): Promise<ImportedMemories> {
  const works = [...loaded]
  const counts = new Map<string, MemoryCounts>()
  const messages: VFileMessage[] = []
  for (const value of given) {
    const path = resolve(cwd, value)
    const bytes = await nodeFileSystem.read(path)
    if (!bytes) throw new UsageError(`There is no file \`${value}\`.`)
    const name = posix.normalize(relative(cwd, path)) || path
    const reads = works.map((work, index) => ({
      work,
      index,
      read: readTmx(bytes, name, work.project, { hasPairs: true }),
    }))
    const fitting = reads.filter(({ read }) => !isFatal(read))
    const [only, ...others] = fitting
    if (!only) append(messages, reads[0]?.read.messages ?? [])
    else if (others.length) messages.push(choiceOf(name, fitting))
    else {
      const { project, ...more } = takeMemory(only.work.project, only.read.memory, only.read.units)
      const { docset, targetLocale } = project
      works[only.index] = { ...only.work, project }
      const key = `${docset} ${targetLocale}`
      counts.set(key, sumOf(counts.get(key), { docset, targetLocale, ...more }))
      append(messages, only.read.messages)
    }
  }
  return { loaded: works, counts: [...counts.values()], messages }
}

function choiceOf(name: string, fitting: readonly { work: LoadedTranslation }[]): VFileMessage {
  const options = fitting.map(
    ({ work: { project } }) => `--docset ${project.docset} --locale ${project.targetLocale}`,
  )
  const languages = new Set(fitting.map(({ work: { project } }) => project.targetLocale))
  const problem = refusal('exchange-choice', [...languages].join(', '), options)
  return problemAt(name, problem, { line: 1, column: 1 })
}

function sumOf(before: MemoryCounts | undefined, more: MemoryCounts): MemoryCounts {
  if (!before) return more
  const { added, known, left } = before
  return {
    ...more,
    added: added + more.added,
    known: known + more.known,
    left: left + more.left,
  }
}

/** `guide fr-FR: 120 added to the memory, 3 known, 2 left out`. */
export function memoryText({ docset, targetLocale, added, known, left }: MemoryCounts): string {
  const out = left ? `, ${left} left out: other languages, empty or unreadable` : ''
  return `${docset} ${targetLocale}: ${added} added to the memory, ${known} as before${out}`
}
