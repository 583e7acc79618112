/** Find the translation of a page that changed its name in one language only. */
import type { BlockPage } from '../blocks/block.ts'
import { indexLock } from '../lock/lock-index.ts'
import type { Lock } from '../lock/lock.ts'

/** Slugs of source pages with the slug of the page that is the translation by the lock. */
export function matchPages(
  sources: readonly BlockPage[],
  targets: readonly BlockPage[],
  lock: Lock,
): Map<string, string> {
  const { bySource } = indexLock(lock)
  const results = sources.flatMap((source) =>
    targets.map((target) => ({ source, target, shared: shared(source, target) })),
  )
  const matches = new Map<string, string>()
  const taken = new Set<string>()
  for (const { source, target, shared } of results.toSorted((a, b) => b.shared - a.shared)) {
    // A few short blocks, such as “What next”, are on many pages.
    if (shared < 0.3 || matches.has(source.slug) || taken.has(target.slug)) continue
    matches.set(source.slug, target.slug)
    taken.add(target.slug)
  }
  return matches

  /** Part of the shorter page’s blocks that the lock pairs with one of the other’s. */
  function shared(source: BlockPage, target: BlockPage): number {
    const hashes = new Set(target.blocks.map(({ hash }) => hash))
    const known = source.blocks.filter(({ hash }) =>
      bySource(hash).some((line) => line.target !== undefined && hashes.has(line.target)),
    )
    return known.length / Math.max(1, Math.min(source.blocks.length, target.blocks.length))
  }
}
