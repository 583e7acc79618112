/** Put into the lock what the pages say by themselves. */
import type { Block } from '../blocks/block.ts'
import { confirmAll, seed } from './lock-changes.ts'
import { indexLock } from './lock-index.ts'
import type { Lock } from './lock.ts'
import type { BlockPair, BlockState } from '../state/state.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Both sides of a pair. */
export interface WholePair extends BlockPair {
  source: Block
  target: Block
}

export interface TakenOver {
  lock: Lock
  /** Pairs that nobody has looked at yet: from now on it shows when their source changes. */
  assumed: number
  /** Pairs that were translated or reworded by hand. */
  recorded: number
  /** Blocks of the source that got a line. */
  seeded: number
}

/** Pairs that count as translated and that the lock does not hold: translated or reworded in the file. */
export function unrecordedIn(workspace: Workspace): WholePair[] {
  return outsideLock(workspace, 'translated')
}

/** Take the docset as it is: existing translations become `assumed`, every source block gets its line. */
export function takeOver(workspace: Workspace): TakenOver {
  const { lock } = workspace
  const inUse = targetHashes(workspace)
  const recorded = unrecordedIn(workspace)
  const assumed = outsideLock(workspace, 'unverified')
  const taken = confirmAll(confirmAll(lock, assumed, 'assumed', inUse), recorded, 'ok', inUse)
  const sources = sourceBlocks(workspace)
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
export function targetHashes({ pages }: Pick<Workspace, 'pages'>): Set<string> {
  return new Set(pages.flatMap(({ target }) => target?.blocks.map(({ hash }) => hash) ?? []))
}

export function sourceBlocks({ pages }: Pick<Workspace, 'pages'>): Block[] {
  return pages.flatMap(({ source }) => source?.blocks ?? [])
}

export function isWhole(pair: BlockPair): pair is WholePair {
  return pair.source !== undefined && pair.target !== undefined
}

function outsideLock({ pages, lock }: Workspace, state: BlockState): WholePair[] {
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
