/** What a change of the sources means for translations: two readings of a docset compared. */
import type { Block } from '../blocks/block.ts'
import { countWords } from '../language/words.ts'
import type { LockEntry, Lock, LockStatus } from '../lock/lock.ts'
import { syncLock } from '../lock/sync-lock.ts'
import type { TranslationProject } from '../project/translation-project.ts'
import type { BlockPair, StaleGrade } from '../state/state.ts'

/** A translated block whose source the change has touched. */
export interface StaleByChange {
  /** Names of files, with line and column. */
  source: BlockLocation
  target: BlockLocation
  grade: StaleGrade
  /** Words of the source. */
  words: number
  was: string
  now: string
  /** How the translation was confirmed, where the lock and its history say it. */
  confirmed?: Confirmation
}

interface Confirmation {
  /** As in the lock: by a person (`ok`), taken over, or made by a machine. */
  status: LockStatus
  author?: string
  reviewers?: readonly string[]
  commit?: string
  /** ISO 8601. */
  date?: string
}

/** How a pair of hashes was confirmed. */
export type ConfirmationOf = (source: string, target: string) => Confirmation | undefined

interface BlockLocation {
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
  /** Source blocks that are new and not translated. */
  added: { blocks: number; words: number }
  /** Translated blocks whose source is gone. */
  orphaned: number
  /** Without a lock a later `export` does not know what is stale. */
  hasLock: boolean
}

/**
 * The lock of before, completed by what the pages said then: what was not confirmed was a translation all the same.
 */
export function lockBefore(before: TranslationProject | undefined, now: Lock): Lock {
  if (!before) return now
  const known = syncLock(before).lock.entries.filter(({ target }) => target !== undefined)
  return { ...now, entries: [...now.entries, ...known] }
}

/**
 * @param before - As it was at the commit that the change began at; absent where the docset is new.
 * @param now - As it is, its pages paired by `lockBefore`.
 * @param lock - As it is in the file now.
 * @param confirmationOf - As it was at the commit that the change began at.
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
      // What was stale before is nothing that the change has done.
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
