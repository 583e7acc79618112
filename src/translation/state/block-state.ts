/** The state of every block of a page beside its source. */
import { align } from '../align/align.ts'
import type { Block, BlockPage } from '../blocks/block.ts'
import { type Glossary, emptyGlossary } from '../glossary/glossary.ts'
import { gradeOf } from '../blocks/hash.ts'
import { type Vote, primary, wordVote } from '../language/detect-language.ts'
import { codesOf } from '../lock/lock-changes.ts'
import { indexLock } from '../lock/lock-index.ts'
import { type Lock, type LockEntry, emptyLock } from '../lock/lock.ts'
import type { BlockPair, StaleGrade } from './state.ts'
import {
  type LanguageDetector,
  untranslatedSentences,
  isNeutralBlock,
  isPossibleName,
} from '../language/untranslated.ts'

const grades: readonly StaleGrade[] = ['auto', 'minor', 'stale']

/**
 * Pair the blocks of a page and its translation, and give the state of each pair.
 *
 * @param vote - For languages without word lists, from `loadVote`; without it the language of such a pair is not checked.
 */
export function statesOf(
  source: BlockPage,
  target: BlockPage,
  lock: Lock = emptyLock,
  glossary: Glossary = emptyGlossary,
  vote: Vote = wordVote(source.locale, target.locale) ?? (() => undefined),
): BlockPair[] {
  const { bySource } = indexLock(lock)
  const isSourceText = (hash: string) => bySource(hash).length > 0
  const detector: LanguageDetector = {
    language: primary(source.locale),
    vote,
    glossary,
    isSourceText,
  }
  const counts = { source: countsOf(source), target: countsOf(target) }
  return align(source, target, lock).map((pair): BlockPair => {
    if (!pair.target) return { ...pair, state: 'missing' }
    const { spans, prose } = untranslatedSentences(pair.source, pair.target, localesOf(), detector)
    const foreign = spans.length ? { foreign: spans } : {}
    if (!pair.source) return { ...pair, state: 'extra', ...foreign }
    const known = byLock(pair.source, pair.target, lock, counts)
    // Somebody looked at exactly this pair and found it right, whatever its language looks like.
    if (known.state === 'translated' && known.isConfirmed) {
      return { ...pair, state: 'translated', ...foreign }
    }
    if (prose > 0 && spans.length === prose) return { ...pair, state: 'untranslated', ...foreign }
    const { isConfirmed: _, ...rest } = known
    if (known.state === 'stale') return { ...pair, ...rest, ...foreign }
    if (spans.length) {
      return { ...pair, ...machineOf(known), state: 'partial', ...foreign }
    }
    if (pair.source.hash !== pair.target.hash) return { ...pair, ...rest }
    // A word by itself, such as “Devices”, is as often forgotten as it is a name: there is no telling which.
    if (isPossibleName(pair.target, glossary))
      return { ...pair, ...machineOf(known), state: 'unverified' }
    const isNeutral = isNeutralBlock(pair.target, glossary, source.locale)
    return isNeutral ? { ...pair, state: 'translated' } : { ...pair, ...rest }
  })

  function localesOf() {
    return { source: source.locale, target: target.locale }
  }
}

type Known = Pick<BlockPair, 'state' | 'grade' | 'translatedFrom' | 'hasNewCodes' | 'isMachine'> & {
  isConfirmed?: boolean
}

/** How often each hash is on a page. */
type Counts = ReadonlyMap<string, number>

/** The state of a pair by the lock. */
function byLock(
  source: Block,
  target: Block,
  lock: Lock,
  counts: { source: Counts; target: Counts },
): Known {
  const { bySource, byTarget } = indexLock(lock)
  const lines = byTarget(target.hash)
  const same = lines.filter((line) => line.source === source.hash)
  if (same.length) {
    const codes = codesOf(source)
    const isCurrent =
      source.codes === target.codes ||
      same.some((line) => line.codes === undefined || line.codes === codes)
    if (!isCurrent) {
      const stale = { translatedFrom: source.hash, hasNewCodes: true as const }
      return { state: 'stale', grade: 'auto', ...stale, ...madeBy(same) }
    }
    const isConfirmed = same.some(({ status }) => status === 'ok')
    return isConfirmed
      ? { state: 'translated', isConfirmed }
      : { state: 'unverified', ...madeBy(same) }
  }
  // Text that is as often in the translation as in the source is all accounted for: it is the
  // translation of that source, and was chosen for this block, too.
  const froms = new Set(lines.map((line) => line.source))
  const standing = [...froms].reduce((sum, hash) => sum + (counts.source.get(hash) ?? 0), 0)
  const isLeftOver = standing < (counts.target.get(target.hash) ?? 0)
  const before = (isLeftOver ? lines : [])
    .map((line) => ({
      from: line.source,
      grade: gradeOf(line.source, source.hash) ?? 'auto',
      codes: line.codes,
    }))
    .toSorted((a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade))
  const [nearest] = before
  if (nearest) {
    const { grade, from, codes } = nearest
    const hasNewCodes = codes !== codesOf(source) && source.codes !== target.codes
    const own = madeBy(lines.filter((line) => line.source === from))
    return {
      state: 'stale',
      grade,
      translatedFrom: from,
      ...(hasNewCodes && { hasNewCodes }),
      ...own,
    }
  }
  // The source was known and the text is new: it was translated since, or reworded.
  return { state: bySource(source.hash).length ? 'translated' : 'unverified' }
}

/** A machine, as lines of one pair say it, of which no person has confirmed one. */
function madeBy(lines: readonly LockEntry[]): Pick<BlockPair, 'isMachine'> {
  const isMachine =
    lines.some(({ status }) => status === 'machine') && !lines.some(({ status }) => status === 'ok')
  return isMachine ? { isMachine } : {}
}

function machineOf({ isMachine }: Known): Pick<BlockPair, 'isMachine'> {
  return isMachine ? { isMachine } : {}
}

function countsOf({ blocks }: BlockPage): Counts {
  const counts = new Map<string, number>()
  for (const { hash } of blocks) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  return counts
}
