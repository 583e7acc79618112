/** What people’s work changes in a lock. Every function gives a new lock. */
import type { Block } from '../blocks/block.ts'
import { noCodes } from '../blocks/hash.ts'
import type { Lock, LockEntry, LockStatus } from './lock.ts'

type Hashed = Pick<Block, 'hash' | 'codes'>

/** Give every block of the source a line; those that have one keep it. */
export function seed(lock: Lock, source: Iterable<Hashed>): Lock {
  const known = new Set(lock.entries.map((entry) => entry.source))
  const added = [...new Set([...source].map(({ hash }) => hash))].filter((hash) => !known.has(hash))
  return { ...lock, entries: [...lock.entries, ...added.map((hash) => ({ source: hash }))] }
}

/**
 * Say that `target` translates `source`.
 *
 * @param inUse - Hashes of all blocks of the translation: a line of the source whose translation is not
 *   among them any more is taken over, so that an edited translation changes its line. Without it, lines
 *   of other wordings stay.
 */
export function confirm(
  lock: Lock,
  pair: { source: Hashed; target: Hashed },
  status: LockStatus = 'ok',
  inUse?: ReadonlySet<string>,
): Lock {
  return confirmAll(lock, [pair], status, inUse)
}

export function confirmAll(
  lock: Lock,
  pairs: Iterable<{ source: Hashed; target: Hashed }>,
  status: LockStatus = 'ok',
  inUse?: ReadonlySet<string>,
): Lock {
  const made = new Map<string, LockEntry>()
  const pairsMade = new Set<string>()
  for (const { source, target } of pairs) {
    const codes = codesOf(source)
    const entry = { source: source.hash, target: target.hash, status, ...(codes && { codes }) }
    made.set(keyOf(entry.source, entry.target, codes), entry)
    pairsMade.add(keyOf(entry.source, entry.target))
  }
  const sources = new Set([...made.values()].map(({ source }) => source))
  const remaining = lock.entries.filter(({ source, target, codes }) => {
    if (!sources.has(source)) return true
    if (target === undefined) return false
    // The same text may be on another page with other addresses.
    if (pairsMade.has(keyOf(source, target)))
      return codes && !made.has(keyOf(source, target, codes))
    return !inUse || inUse.has(target)
  })
  return { ...lock, entries: [...remaining, ...made.values()] }
}

/** Keep what is known of translations that are the same but for their signs, and so have a new hash. */
export function renameTargets(lock: Lock, renamed: ReadonlyMap<string, string>): Lock {
  const added = lock.entries.flatMap((entry) => {
    const target = renamed.get(entry.target ?? '')
    return target ? { ...entry, target } : []
  })
  return added.length ? { ...lock, entries: [...lock.entries, ...added] } : lock
}

/** Drop the lines of blocks that no page has any more: of untranslated sources, and of pairs. */
export function prune(
  lock: Lock,
  sources: ReadonlySet<string>,
  targets: ReadonlySet<string>,
): Lock {
  const entries = lock.entries.filter(
    ({ source, target }) => sources.has(source) || (target !== undefined && targets.has(target)),
  )
  return { ...lock, entries }
}

/** What a lock notes of a block’s codes; undefined for a block without any. */
export function codesOf({ codes }: Pick<Block, 'codes'>): string | undefined {
  return codes === noCodes ? undefined : codes.slice(0, 8)
}

function keyOf(source: string, target: string, codes = ''): string {
  return `${source} ${target} ${codes}`
}
