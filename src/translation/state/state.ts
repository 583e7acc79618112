/** What is known of a block of a translation. */
import type { Block } from '../blocks/block.ts'

/**
 * The state of a block of the translation beside its source.
 *
 * `translated`: confirmed, or new and in the right language. `partial`, `untranslated`: some or all of its
 * sentences are still in the source’s language. `stale`: its source has changed since. `missing`: the
 * translation has no such block; `extra`: the source has none. `unverified`: both have it, nobody has
 * confirmed the pair.
 */
export type BlockState = (typeof blockStates)[number]

/** All of them, what is done first. */
export const blockStates = [
  'translated',
  'unverified',
  'stale',
  'partial',
  'untranslated',
  'missing',
  'extra',
] as const

/** How much of a stale block’s source has changed: only addresses and markup, only signs and numbers, or words. */
export type StaleGrade = 'auto' | 'minor' | 'stale'

/** A block of the source and its translation; one of them may be absent. */
export interface BlockPair {
  source?: Block
  target?: Block
  state: BlockState
  /** Only of a `stale` pair. */
  grade?: StaleGrade
  /** Of a `stale` pair: addresses or code of the source have changed, too. */
  hasNewCodes?: true
  /** Of a `stale` pair: the hash of the source that was translated, if known. */
  translatedFrom?: string
  /** A machine made the translation, and nobody has confirmed it. */
  isMachine?: true
  /** Sentences of the target (from and to, offsets in `target.text`) that are in the source’s language. */
  foreign?: readonly { from: number; to: number }[]
}
