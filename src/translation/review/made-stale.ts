/** What a change of the sources means for a translation: compares a docset before and after. */
import type { Block } from '../blocks/block.ts'
import { countWords } from '../language/words.ts'
import type { LockEntry, Lock, LockStatus } from '../lock/lock.ts'
import { syncLock } from '../lock/sync-lock.ts'
import type { TranslationProject } from '../project/translation-project.ts'
import type { BlockPair, StaleGrade } from '../state/state.ts'

/** A translated block that the change made stale. */
export interface StaleByChange {
  source: BlockLocation
  target: BlockLocation
  grade: StaleGrade
  /** Number of words of the source. */
  words: number
  /** Text of the source before and after. */
  was: string
  now: string
  /** How the translation was confirmed, as far as the lock and its history show. */
  confirmed?: Confirmation
}

interface Confirmation {
  /** Status in the lock. */
  status: LockStatus
  author?: string
  reviewers?: readonly string[]
  commit?: string
  /** ISO 8601. */
  date?: string
}

/** How a pair of blocks was confirmed, by their hashes. */
export type ConfirmationOf = (source: string, target: string) => Confirmation | undefined

interface BlockLocation {
  /** Name of the file, as in messages. */
  file: string
  line: number
  column: number
}

/** What a change does to one translation. */
export interface TranslationReview {
  docset: string
  sourceLocale: string
  targetLocale: string
  stale: readonly StaleByChange[]
  /** New source blocks without a translation. */
  added: { blocks: number; words: number }
  /** Number of translated blocks whose source was removed. */
  orphaned: number
  /** Without a lock, `export` cannot know what is stale. */
  hasLock: boolean
}

/** The lock, plus the pairs of the pages before the change: an unconfirmed translation can become stale, too. */
export function lockBefore(before: TranslationProject | undefined, now: Lock): Lock {
  if (!before) return now
  const known = syncLock(before).lock.entries.filter(({ target }) => target !== undefined)
  return { ...now, entries: [...now.entries, ...known] }
}

/**
 * Compare a translation before and after a change.
 *
 * @param before - The docset at the base commit; undefined for a new docset.
 * @param now - The docset after the change, paired with the lock of `lockBefore`.
 * @param lock - The lock in the file after the change.
 * @param confirmationOf - From the lock at the base commit.
 */
export function reviewTranslation(
  before: TranslationProject | undefined,
  now: TranslationProject,
  lock: Lock,
  confirmationOf: ConfirmationOf = () => undefined,
): TranslationReview {
  const { docset, sourceLocale, targetLocale } = now
  const sources = new Map(sourcesOf(before).map((block) => [block.hash, block]))
  const pairs = now.pages.flatMap((page) => page.pairs)
  const added = pairs.flatMap(({ source, target }) =>
    source && !target && !sources.has(source.hash) ? [source] : [],
  )
  const words = added.reduce((sum, { text }) => sum + countWords(text), 0)
  const had = new Set(
    pairsOf(before).flatMap(({ source, target }) => (source && target?.hash) ?? []),
  )
  const orphans = pairs.filter(({ source, target }) => !source && target && had.has(target.hash))
  return {
    docset,
    sourceLocale,
    targetLocale,
    stale: staleIn(before, now, sources, confirmationOf),
    added: { blocks: added.length, words },
    orphaned: orphans.length,
    hasLock: lock.entries.length > 0,
  }
}

function staleIn(
  before: TranslationProject | undefined,
  now: TranslationProject,
  sources: ReadonlyMap<string, Block>,
  confirmationOf: ConfirmationOf,
): StaleByChange[] {
  const current = currentPairs(before)
  return now.pages.flatMap(({ source: page, target: other, pairs }) =>
    pairs.flatMap(({ state, grade, source, target, translatedFrom = '' }): StaleByChange[] => {
      if (state !== 'stale' || !page || !other || !source || !target) return []
      // It was stale before the change.
      if (!current.has(keyOf({ source: translatedFrom, target: target.hash }))) return []
      const confirmed = confirmationOf(translatedFrom, target.hash)
      return [
        {
          source: placeIn(page.name, source),
          target: placeIn(other.name, target),
          grade: grade ?? 'stale',
          words: countWords(source.text),
          was: sources.get(translatedFrom)?.text ?? '',
          now: source.text,
          ...(confirmed && { confirmed }),
        },
      ]
    }),
  )
}

/** Pairs that were not stale. */
function currentPairs(project: TranslationProject | undefined): Set<string> {
  return new Set(
    pairsOf(project).flatMap(({ state, source, target }) =>
      state !== 'stale' && source && target
        ? [keyOf({ source: source.hash, target: target.hash })]
        : [],
    ),
  )
}

function keyOf({ source, target }: Pick<LockEntry, 'source' | 'target'>): string {
  return `${source} ${target ?? '-'}`
}

function pairsOf(project: TranslationProject | undefined): BlockPair[] {
  return project?.pages.flatMap(({ pairs }) => pairs) ?? []
}

function sourcesOf(project: TranslationProject | undefined): Block[] {
  return project?.pages.flatMap(({ source }) => source?.blocks ?? []) ?? []
}

function placeIn(file: string, { place: { line, column } }: Block): BlockLocation {
  return { file, line, column }
}
