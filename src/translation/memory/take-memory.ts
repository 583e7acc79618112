/** Take a memory from elsewhere into that of a docset. */
import { garbled } from '../formats/refusals.ts'
import type { Memory, MemoryEntry } from '../formats/tmx.ts'
import { plainWords } from '../codec/codec.ts'
import { toTags } from '../codec/tags.ts'
import { folded } from '../formats/unit.ts'
import type { TranslationProject } from '../project/translation-project.ts'

export interface TakenMemory {
  /** The docset, with a memory that has both. */
  project: TranslationProject
  added: number
  /** Pairs that the memory had already, or twice. */
  known: number
  /** Units in other languages, empty, or with letters that a wrong encoding has destroyed. */
  left: number
}

/** What came from elsewhere has no hash: it is offered for texts like it, and proves nothing of any block. */
export function takeMemory(project: TranslationProject, from: Memory, units: number): TakenMemory {
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
  return words.every((text) => folded(text) !== '' && !garbled(text))
}

function keyOf({ source, target = [] }: MemoryEntry): string {
  return `${folded(toTags(source))}\n${folded(toTags(target))}`
}
