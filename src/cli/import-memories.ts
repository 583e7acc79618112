/** Import translation memories (`.tmx`). */
import { posix, relative, resolve } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { problemAt } from '#plugins/problems.ts'
import { nodeFileSystem } from '../node-file-system.ts'
import { isFatal } from '../translation/formats/read-unit.ts'
import { refusal } from '../translation/formats/refusals.ts'
import { readTmx } from '../translation/formats/tmx.ts'
import { mergeMemory } from '../translation/memory/merge-memory.ts'
import type { LoadedTranslation } from '../translation/project/load-translations.ts'
import { UsageError } from './arguments.ts'

/** How many pairs of a memory were added, known already, or left out. */
export interface MemoryCounts {
  docset: string
  targetLocale: string
  added: number
  known: number
  left: number
}

export interface ImportedMemories {
  /** All translations, with the imported memories. */
  loaded: LoadedTranslation[]
  /** For each translation that a memory was imported into. */
  counts: MemoryCounts[]
  messages: VFileMessage[]
}

export function isMemory(path: string): boolean {
  return path.toLowerCase().endsWith('.tmx')
}

/**
 * Merge each memory into that of the one translation that has its two languages; nothing is written yet.
 *
 * @param given - Paths as typed.
 * @throws UsageError for a path without a file.
 */
export async function importMemories(
  given: readonly string[],
  loaded: readonly LoadedTranslation[],
  cwd: string,
): Promise<ImportedMemories> {
  const translations = [...loaded]
  const counts = new Map<string, MemoryCounts>()
  const messages: VFileMessage[] = []
  for (const value of given) {
    const path = resolve(cwd, value)
    const bytes = await nodeFileSystem.read(path)
    if (!bytes) throw new UsageError(`There is no file \`${value}\`.`)
    const name = posix.normalize(relative(cwd, path)) || path
    const reads = translations.map((work, index) => ({
      work,
      index,
      read: readTmx(bytes, name, work.project, { hasPairs: true }),
    }))
    const fitting = reads.filter(({ read }) => !isFatal(read))
    const [only, ...others] = fitting
    if (!only) append(messages, reads[0]?.read.messages ?? [])
    else if (others.length) messages.push(choiceOf(name, fitting))
    else {
      const { project, ...more } = mergeMemory(only.work.project, only.read.memory, only.read.units)
      const { docset, targetLocale } = project
      translations[only.index] = { ...only.work, project }
      const key = `${docset} ${targetLocale}`
      counts.set(key, sumOf(counts.get(key), { docset, targetLocale, ...more }))
      append(messages, only.read.messages)
    }
  }
  return { loaded: translations, counts: [...counts.values()], messages }
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

/** `guide fr-FR: 120 added to the memory, 3 as before, 2 left out: …`. */
export function memoryText({ docset, targetLocale, added, known, left }: MemoryCounts): string {
  const out = left ? `, ${left} left out: other languages, empty or unreadable` : ''
  return `${docset} ${targetLocale}: ${added} added to the memory, ${known} as before${out}`
}
