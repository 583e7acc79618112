/** Merge the memory of another tool into that of a docset. */
import { mojibakeIn } from '../formats/refusals.ts'
import type { Memory, MemoryEntry } from '../formats/tmx.ts'
import { plainWords } from '../codec/codec.ts'
import { toTags } from '../codec/tags.ts'
import { folded } from '../formats/unit.ts'
import type { TranslationProject } from '../project/translation-project.ts'

export interface MergedMemory {
  /** The docset with the merged memory. */
  project: TranslationProject
  added: number
  /** Pairs that the memory had already, or that occur twice. */
  known: number
  /** Units in other languages, without text, or with characters that a wrong encoding destroyed. */
  left: number
}

/**
 * The pairs are added without hashes: they are offered as matches, but say nothing about the state of a block.
 *
 * @param units - Number of units in the file of `from`.
 */
export function mergeMemory(
  project: TranslationProject,
  from: Memory,
  units: number,
): MergedMemory {
  const { sourceLocale, targetLocale } = project
  const entries = [...(project.memory?.entries ?? [])]
  const keys = new Set(entries.map(keyOf))
  const usable = from.entries.filter(isUsable)
  let added = 0
  for (const entry of usable) {
    const { source, target } = entry
    if (keys.has(keyOf(entry))) continue
    keys.add(keyOf(entry))
    entries.push({ source, ...(target && { target }) })
    added++
  }
  return {
    project: { ...project, memory: { sourceLocale, targetLocale, entries } },
    added,
    known: usable.length - added,
    left: units - usable.length,
  }
}

function isUsable({ source, target = [] }: MemoryEntry): boolean {
  const words = [plainWords(source), plainWords(target)]
  return words.every((text) => folded(text) !== '' && !mojibakeIn(text))
}

function keyOf({ source, target = [] }: MemoryEntry): string {
  return `${folded(toTags(source))}\n${folded(toTags(target))}`
}
