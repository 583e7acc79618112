/** Put into the lock what the pages say by themselves. */
import type { Block } from '../blocks/block.ts'
import { confirmAll, seed } from './lock-changes.ts'
import { indexLock } from './lock-index.ts'
import type { Lock } from './lock.ts'
import type { BlockPair, BlockState } from '../state/state.ts'
import type { TranslationProject } from '../project/translation-project.ts'

/** Both sides of a pair. */
export interface CompletePair extends BlockPair {
  source: Block
  target: Block
}

export interface SyncedLock {
  lock: Lock
  /** Pairs that are not confirmed yet: from now on a change of their source is noticed. */
  assumed: number
  /** Pairs that were translated or reworded by hand. */
  recorded: number
  /** Blocks of the source that got a line. */
  seeded: number
}

/** Pairs that count as translated and that the lock does not hold: translated or reworded in the file. */
export function unrecordedIn(project: TranslationProject): CompletePair[] {
  return outsideLock(project, 'translated')
}

/** Take the docset as it is: existing translations become `assumed`, every source block gets its line. */
export function syncLock(project: TranslationProject): SyncedLock {
  const { lock } = project
  const inUse = targetHashes(project)
  const recorded = unrecordedIn(project)
  const assumed = outsideLock(project, 'unverified')
  const taken = confirmAll(confirmAll(lock, assumed, 'assumed', inUse), recorded, 'ok', inUse)
  const sources = sourceBlocks(project)
  const known = new Set(taken.entries.map(({ source }) => source))
  const seeded = new Set(sources.map(({ hash }) => hash).filter((hash) => !known.has(hash))).size
  return {
    lock: seed(taken, sources),
    assumed: assumed.length,
    recorded: recorded.length,
    seeded,
  }
}

/** Hashes of all blocks of the translation. */
export function targetHashes({ pages }: Pick<TranslationProject, 'pages'>): Set<string> {
  return new Set(pages.flatMap(({ target }) => target?.blocks.map(({ hash }) => hash) ?? []))
}

export function sourceBlocks({ pages }: Pick<TranslationProject, 'pages'>): Block[] {
  return pages.flatMap(({ source }) => source?.blocks ?? [])
}

export function isWhole(pair: BlockPair): pair is CompletePair {
  return pair.source !== undefined && pair.target !== undefined
}

function outsideLock({ pages, lock }: TranslationProject, state: BlockState): CompletePair[] {
  const { bySource } = indexLock(lock)
  return pages
    .flatMap(({ pairs }) => pairs)
    .filter(isWhole)
    .filter(
      (pair) =>
        pair.state === state &&
        !bySource(pair.source.hash).some(({ target }) => target === pair.target.hash),
    )
}
