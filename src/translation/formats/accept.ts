/** Take from a file what is sound, unit by unit, and say of everything else why not. */
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { problemAt } from '#plugins/problems.ts'
import type { Block } from '../blocks/block.ts'
import { type Part, plainWords } from '../codec/codec.ts'
import { toTags } from '../codec/tags.ts'
import { withOwnNumbers } from './code-numbers.ts'
import { unitFinder } from './find-unit.ts'
import { isSameLanguage, matchLanguage } from './languages.ts'
import { isFatal, type ReadFile, type ReadUnit } from './read-unit.ts'
import { codeProblem, mojibakeIn, type Refusal, refusal, refuse } from './refusals.ts'
import { type Replacement, replacementOf } from './replacement.ts'
import { countSources, folded, isPending, sameWords, type Unit, type UnitSet } from './unit.ts'

export interface AcceptOptions {
  /**
   * Whether a new translation is in the language of its source, and not a name that stays. Without it
   * only a text that equals its source is refused where there was a translation.
   */
  isForeign?: (target: Block, source: Block) => boolean
  /** The file may have fewer units than were exported. */
  isPart?: boolean
}

export interface AcceptedUnit {
  unit: Unit
  /** Its status in the file. */
  entry: ReadUnit
  parts: readonly Part[]
  replacement: Replacement
}

export interface Acceptance {
  accepted: readonly AcceptedUnit[]
  /** Pending units that were checked and not changed: still right. */
  confirmed: readonly Unit[]
  /** Found, and as they were before. */
  unchanged: number
  /** Not translated in the file yet. */
  pending: number
  refused: readonly Refusal[]
  /** Of the file itself; with an error among them nothing was accepted. */
  messages: readonly VFileMessage[]
}

/**
 * Compare a file with the docset as it is now.
 *
 * @param set - All units of the docset, not only those that were exported.
 */
export function accept(file: ReadFile, set: UnitSet, options: AcceptOptions = {}): Acceptance {
  const messages = [...file.messages, ...fileProblems(file, set, options)]
  const none = { accepted: [], confirmed: [], unchanged: 0, pending: 0, refused: [], messages }
  if (isFatal({ messages })) return none
  const refused: Refusal[] = []
  const { taken, unchanged, confirmed, ...decided } = decide(file, set, refused)
  let { pending } = decided
  append(messages, unconfirmedIn(file, decided.unconfirmed))
  const words = new Map([...taken].map(([unit, { parts }]) => [unit, parts]))
  const accepted: AcceptedUnit[] = []
  for (const [unit, { entry, parts }] of taken) {
    const page = set.pages.find(({ slug }) => slug === unit.page)
    const built = page && replacementOf(unit, parts, page, { units: set.units, words })
    const isNew = !sameWords(parts, unit.target ?? [])
    const problem = !built
      ? refusal('unit-markup')
      : isNew && options.isForeign?.(built.block, unit.blocks.source)
        ? refusal('unit-language', set.targetLocale)
        : undefined
    // Tools that write a document for the reader put the source where nothing is translated yet.
    const isCopy = problem?.ruleId === 'unit-language' && sameWords(parts, unit.source)
    if (isCopy && isPending(unit)) pending++
    else if (problem) refused.push(refuse(file.name, entry, problem, unit))
    else if (built) accepted.push({ unit, entry, parts, replacement: built.replacement })
  }
  return { accepted, confirmed, unchanged, pending, refused, messages }
}

function fileProblems(file: ReadFile, set: UnitSet, { isPart }: AcceptOptions): VFileMessage[] {
  const point = { line: 1, column: 1 }
  if (isFatal(file)) return []
  if (file.docset && file.docset !== set.docset) {
    return [problemAt(file.name, refusal('exchange-docset', file.docset, [set.docset]), point)]
  }
  const { sourceLocale: source, targetLocale: target } = file
  // A source is compared by its words, too; what English it is in, tools guess.
  const isOtherSource = source !== undefined && !isSameLanguage(source, set.sourceLocale)
  const isOtherTarget = target !== undefined && !matchLanguage(target, set.targetLocale)
  if (isOtherSource || isOtherTarget) {
    const pair = (source = '?', target = '?') => `\`${source}\` to \`${target}\``
    const result = pair(file.sourceLocale, file.targetLocale)
    const problem = refusal('exchange-language', result, pair(set.sourceLocale, set.targetLocale))
    return [problemAt(file.name, problem, point)]
  }
  if (!file.exported || isPart) return []
  const sources = countSources(file.units)
  const last = file.units.at(-1)?.place ?? point
  const { exported } = file
  if (exported.hasIds) {
    const ids = new Set(file.units.map(({ id }) => id)).size
    if (ids >= exported.units) return []
    return [problemAt(file.name, refusal('exchange-units', ids, exported.units), last)]
  }
  if (file.units.length >= exported.units) return []
  return sources < exported.sources
    ? [problemAt(file.name, refusal('exchange-incomplete', sources, exported.sources), last)]
    : [problemAt(file.name, refusal('units-merged', file.units.length, exported.units), last)]
}

interface Taken {
  entry: ReadUnit
  parts: readonly Part[]
}

interface Decision {
  taken: Map<Unit, Taken>
  confirmed: Unit[]
  /** Entries with new words that the file itself calls unfinished. */
  unconfirmed: ReadUnit[]
  unchanged: number
  pending: number
}

function decide(file: ReadFile, set: UnitSet, refused: Refusal[]): Decision {
  const find = unitFinder(set.units, file.units)
  const taken = new Map<Unit, Taken>()
  const twice = new Set<Unit>()
  const decision: Decision = { taken, confirmed: [], unconfirmed: [], unchanged: 0, pending: 0 }
  const missing = new Set(set.pages.flatMap(({ slug, target }) => (target ? [] : [slug])))
  for (const entry of file.units) {
    const result = find(entry)
    if ('problem' in result) {
      refused.push(refuse(file.name, entry, result.problem))
      continue
    }
    const conflict = result.units.length > 1 ? mergedConflict(result.units, entry) : undefined
    if (conflict) {
      refused.push(refuse(file.name, entry, conflict))
      continue
    }
    for (const unit of result.units) {
      const answer = judge(entry, unit, missing)
      if (answer === 'unchanged') decision.unchanged++
      else if (answer === 'pending') {
        decision.pending++
        if (hasNewWords(entry, unit)) decision.unconfirmed.push(entry)
      } else if (answer === 'confirmed') decision.confirmed.push(unit)
      else if ('ruleId' in answer) refused.push(refuse(file.name, entry, answer, unit))
      else if (taken.has(unit) && toTags(taken.get(unit)?.parts ?? []) !== toTags(answer.parts))
        twice.add(unit)
      else taken.set(unit, { entry, parts: answer.parts })
    }
  }
  for (const unit of twice) {
    const entry = taken.get(unit)?.entry
    taken.delete(unit)
    if (entry)
      refused.push(refuse(file.name, { ...entry, id: unit.id }, refusal('unit-twice', unit.id)))
  }
  refuseExchanged(file, taken, refused)
  return decision
}

function hasNewWords({ work, target = [] }: ReadUnit, unit: Unit): boolean {
  return (
    work === 'open' &&
    folded(plainWords(target)) !== '' &&
    !sameWords(target, unit.target ?? []) &&
    !sameWords(target, unit.source)
  )
}

/** One warning for the file, at the first of them. */
function unconfirmedIn({ name }: ReadFile, entries: readonly ReadUnit[]): VFileMessage[] {
  const [first] = entries
  if (!first) return []
  const reasons = [...new Set(entries.map(({ reason }) => reason ?? 'fuzzy'))]
  return [problemAt(name, refusal('units-unconfirmed', entries.length, reasons), first.place)]
}

/** One translation for several units, some of which say something else. */
function mergedConflict(units: readonly Unit[], entry: ReadUnit) {
  const isOther = (unit: Unit) =>
    unit.target && unit.state !== 'untranslated' && !sameWords(unit.target, entry.target ?? [])
  const done = units.filter(isOther)
  const isOne =
    new Set(done.map(({ target }) => toTags(target ?? []))).size === 1 &&
    done.length === units.length
  return done.length === 0 || isOne || !entry.target
    ? undefined
    : refusal(
        'unit-merged',
        units.map(({ id }) => id),
      )
}

type Answer =
  'unchanged' | 'pending' | 'confirmed' | { parts: readonly Part[] } | ReturnType<typeof refusal>

function judge(entry: ReadUnit, unit: Unit, missingPages: ReadonlySet<string>): Answer {
  const target = withOwnNumbers(entry, unit)
  const isEmpty = !folded(toTags(target))
  if (isEmpty) {
    // A name or a number stays as it is; it need not be typed again.
    if (!isPending(unit) && sameWords(unit.target ?? [], unit.source)) return 'unchanged'
    const isDone = entry.target !== undefined && entry.work === 'done'
    return isDone || !isPending(unit) ? refusal('unit-empty', unit.id) : 'pending'
  }
  const typed = withTypes(target, unit)
  const isSame = (parts: readonly Part[] | undefined) =>
    parts !== undefined && folded(toTags(parts)) === folded(toTags(typed))
  if (isSame(unit.target)) {
    if (!isPending(unit)) return 'unchanged'
    // A machine’s word is no look at it.
    if (entry.work !== 'done' || unit.state === 'untranslated') return 'pending'
    return unit.hasNewCodes && !codeProblem(typed, unit) ? { parts: typed } : 'confirmed'
  }
  if (entry.work === 'open' || (entry.work === 'unknown' && isSame(unit.source))) return 'pending'
  const garbledText = mojibakeIn(plainWords(typed))
  if (garbledText && !mojibakeIn(plainWords(unit.source)))
    return refusal('unit-encoding', garbledText)
  const code = codeProblem(typed, unit)
  if (code) return code
  const hadWords =
    unit.target && unit.state !== 'untranslated' && !sameWords(unit.target, unit.source)
  if (hadWords && sameWords(typed, unit.source) && /\p{L}{2}/u.test(plainWords(typed)))
    return refusal('unit-language', 'a translation')
  if (!unit.blocks.target && !missingPages.has(unit.page)) {
    return isSame(unit.source) ? 'pending' : refusal('unit-place', unit.page)
  }
  return { parts: typed }
}

/** Formats without kinds of codes get those of the unit, by number. */
function withTypes(parts: readonly Part[], { codes, extras }: Unit): Part[] {
  const types = new Map([...codes, ...extras].map(({ id, type }) => [id, type]))
  return parts.map((part) => {
    if (part.kind === 'text' || part.kind === 'close' || part.type) return part
    const type = types.get(part.id)
    return type ? { ...part, type } : part
  })
}

/** Two units that have each other’s translation, as after a sort of one column. */
function refuseExchanged(file: ReadFile, taken: Map<Unit, Taken>, refused: Refusal[]): void {
  const before = new Map([...taken.keys()].map((unit) => [comparableText(unit.target), unit]))
  const pairs = [...taken].flatMap(([unit, { entry, parts }]) => {
    const other = before.get(comparableText(parts))
    const back = other && taken.get(other)
    return other &&
      back &&
      other !== unit &&
      comparableText(back.parts) === comparableText(unit.target)
      ? [{ unit, entry, other }]
      : []
  })
  for (const { unit, entry, other } of pairs) {
    if (!comparableText(unit.target).includes(' ')) continue
    taken.delete(unit)
    refused.push(
      refuse(file.name, { ...entry, id: unit.id }, refusal('unit-swapped', unit.id, other.id)),
    )
  }
}

function comparableText(parts: readonly Part[] | undefined): string {
  return parts ? folded(plainWords(parts)) : ''
}
