/** Look-ups in a lock, made once for all pages. */
import type { Lock, LockEntry } from './lock.ts'

export interface LockIndex {
  /** Lines of a source block, those without a translation too. */
  bySource: (hash: string) => readonly LockEntry[]
  /** Lines of a translation. */
  byTarget: (hash: string) => readonly LockEntry[]
}

const made = new WeakMap<Lock, LockIndex>()

export function indexLock(lock: Lock): LockIndex {
  const known = made.get(lock)
  if (known) return known
  const sources = Map.groupBy(lock.entries, ({ source }) => source)
  const targets = Map.groupBy(lock.entries, ({ target }) => target ?? '')
  const index: LockIndex = {
    bySource: (hash) => sources.get(hash) ?? [],
    byTarget: (hash) => targets.get(hash) ?? [],
  }
  made.set(lock, index)
  return index
}
