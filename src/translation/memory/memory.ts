/** The translation memory of a docset: the text of its pages now, and before. */
import { alignCodes, encode } from '../codec/codec.ts'
import type { Memory, MemoryEntry } from '../formats/tmx.ts'
import type { Lock, LockEntry } from '../lock/lock.ts'
import { isWhole, sourceBlocks } from '../lock/sync-lock.ts'
import type { TranslationProject } from '../project/translation-project.ts'

/**
 * Pairs that somebody confirmed, and older ones as long as the lock knows their source: they show what
 * has changed in it since. What is not translated is there with its source alone, as it is in the lock:
 * to translate changes an entry and adds none, so that branches merge.
 */
export function remembered(project: TranslationProject, lock: Lock): Memory {
  const { sourceLocale, targetLocale, pages, memory } = project
  const pairs = new Set(lock.entries.map(({ source, target }) => `${source} ${target ?? '-'}`))
  const sources = new Set(lock.entries.map(({ source }) => source))
  const now = pages
    .flatMap((page) => page.pairs)
    .filter(isWhole)
    .filter(({ source, target }) => pairs.has(`${source.hash} ${target.hash}`))
    .map(({ source, target }): MemoryEntry => {
      const { parts, codes } = encode(source)
      return { hash: source.hash, source: parts, target: alignCodes(codes, encode(target)).parts }
    })
  const own = new Set(now.map(({ hash }) => hash))
  const older = memory?.entries ?? []
  // Two branches may leave an entry twice: as one of them translated it, and as it was before.
  const done = new Set(older.filter(({ target }) => target).map(({ hash }) => hash))
  const before = older.filter(
    ({ hash, target }) =>
      hash === undefined ||
      (sources.has(hash) && !own.has(hash) && (target !== undefined || !done.has(hash))),
  )
  const known = new Set([...before, ...now].map(({ hash }) => hash))
  const left = sourceBlocks(project)
    .filter(({ hash }) => !known.has(hash))
    .map((block): MemoryEntry => ({ hash: block.hash, source: encode(block).parts }))
  return { sourceLocale, targetLocale, entries: [...before, ...now, ...left] }
}

/** What a translator’s tool can use of it. */
export function translatedMemory(memory: Memory): Memory {
  return { ...memory, entries: memory.entries.filter(({ target }) => target) }
}

/** The part of it that people of the docset confirmed, not what was taken over or came from elsewhere. */
export function confirmedMemory(project: TranslationProject): Memory {
  const { lock } = project
  const isConfirmed = ({ target, status = 'ok' }: LockEntry) => target && status === 'ok'
  const memory = remembered(project, { ...lock, entries: lock.entries.filter(isConfirmed) })
  return { ...memory, entries: memory.entries.filter(({ hash, target }) => hash && target) }
}
