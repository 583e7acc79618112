/**
 * The status of a unit in a file, in the terms of its format or of the tool that wrote it.
 *
 * Only a state that means “a person has finished this” counts as done. Sources: XLIFF 1.2 §2.3 (`state`,
 * `state-qualifier`, `approved`), XLIFF 2.1 §4.3.1 (`state`, `subState`), and the files that Trados,
 * memoQ and Phrase write.
 */

/**
 * `done`: finished by a person. `machine`: finished, but made by a machine. `open`: a draft, a
 * suggestion, something to review. `unknown`: the file has no status; only a changed text counts as work.
 */
export type UnitStatus = 'done' | 'machine' | 'open' | 'unknown'

export interface WorkState {
  work: UnitStatus
  /** The words of the file that decided, such as `approved="no"`; absent for `done` and `unknown`. */
  reason?: string
}

/** Several statements about one unit: a doubt outweighs everything, a machine outweighs a person. */
export function combineStates(states: readonly WorkState[]): WorkState {
  for (const work of ['open', 'machine', 'done'] as const) {
    const match = states.find((state) => state.work === work)
    if (match) return match
  }
  return { work: 'unknown' }
}

const xliff12States: Readonly<Record<string, UnitStatus>> = {
  new: 'open',
  'needs-translation': 'open',
  'needs-adaptation': 'open',
  'needs-l10n': 'open',
  'needs-review-translation': 'open',
  'needs-review-adaptation': 'open',
  'needs-review-l10n': 'open',
  translated: 'done',
  'signed-off': 'done',
  final: 'done',
}

/** Where a text comes from, or why it was rejected. A match of 100 % was confirmed where it was made. */
const xliff12Qualifiers: Readonly<Record<string, UnitStatus>> = {
  'exact-match': 'unknown',
  'id-match': 'unknown',
  'leveraged-inherited': 'unknown',
  'fuzzy-match': 'open',
  'leveraged-glossary': 'open',
  'leveraged-repository': 'open',
  'leveraged-tm': 'open',
  'tm-suggestion': 'open',
  'rejected-grammar': 'open',
  'rejected-inaccurate': 'open',
  'rejected-length': 'open',
  'rejected-spelling': 'open',
  'leveraged-mt': 'machine',
  'mt-suggestion': 'machine',
}

const xliff2States: Readonly<Record<string, UnitStatus>> = {
  initial: 'open',
  translated: 'done',
  reviewed: 'done',
  final: 'done',
}

/** Trados Studio: `conf` and `origin` of `<sdl:seg>`. */
const tradosLevels: Readonly<Record<string, UnitStatus>> = {
  unspecified: 'open',
  draft: 'open',
  rejectedtranslation: 'open',
  rejectedsignoff: 'open',
  translated: 'done',
  approvedtranslation: 'done',
  approvedsignoff: 'done',
}

/** memoQ: `mq:status` of a unit. */
const memoqLevels: Readonly<Record<string, UnitStatus>> = {
  notstarted: 'open',
  pretranslated: 'open',
  partiallyedited: 'open',
  edited: 'open',
  assembledfromfragments: 'open',
  rejected: 'open',
  machinetranslated: 'machine',
  confirmed: 'done',
  manuallyconfirmed: 'done',
  translatorconfirmed: 'done',
  reviewer1confirmed: 'done',
  reviewer2confirmed: 'done',
  proofread: 'done',
}

const negative =
  /draft|fuzz|needs|review\b|to-?do|unconfirm|untranslat|not[- ]?(?:confirm|start|translat|approv)|reject|suggest|pre-?transl|initial|partial|open|pending|wait|brouillon|revoir|relire|attente|faire/
const machine =
  /(?:^|[^a-z])(?:mt|nmt|amt|llm|gpt|ai|ia)(?:$|[^a-z])|machine|auto(?:matic|matique|mat)/
const positive =
  /^(?:yes|true|ok|done|final|finished|confirmed|approved|reviewed|signed-?off|proofread|accepted|oui|fait|fini|valid[ée]e?|relue?)$/

/** A word that people or tools use for a state; any other word is open. */
export function workOfWord(word: string): UnitStatus {
  const lower = word.trim().toLowerCase()
  if (!lower) return 'unknown'
  if (machine.test(lower)) return 'machine'
  if (negative.test(lower)) return 'open'
  return positive.test(lower) || lower === 'translated' ? 'done' : 'open'
}

/** The attributes of XLIFF 1.2: those of `<target>`, and of `<trans-unit>` for `approved`. */
export function xliff12Work(attributes: Attributes): WorkState[] {
  return [
    ...stateOf(attributes, 'state', xliff12States),
    ...stateOf(attributes, 'state-qualifier', xliff12Qualifiers),
    ...stateOf(attributes, 'approved', { yes: 'done', no: 'open' }),
  ]
}

/** The attributes of a `<segment>` of XLIFF 2; without `state` it is `initial`, by the standard. */
export function xliff2Work(attributes: Attributes): WorkState[] {
  const { subState } = attributes
  const work = subState === undefined ? 'unknown' : workOfWord(subState.replace(/^[^:]*:/, ''))
  return [
    ...stateOf({ state: attributes['state'] ?? 'initial' }, 'state', xliff2States),
    // A tool’s own word for done adds nothing; its prefix is no word.
    ...(work === 'open' || work === 'machine'
      ? [{ work, reason: `subState="${subState ?? ''}"` }]
      : []),
  ]
}

type Attributes = Readonly<Record<string, string | undefined>>

/**
 * The status in a tool’s own attributes, on the unit, its target or its segment.
 *
 * @param attributes - Names with their prefix.
 */
export function toolWork(attributes: Attributes): WorkState[] {
  return Object.entries(attributes).flatMap(([name, value = '']): WorkState[] => {
    const work = toolWorkOf(name, value.trim().toLowerCase())
    const reason = `${name}="${value}"`
    return work === undefined || work === 'unknown' ? [] : [stated(work, reason)]
  })
}

function toolWorkOf(name: string, value: string): UnitStatus | undefined {
  const [local = '', prefix] = name.toLowerCase().split(':').toReversed()
  switch (local) {
    case 'conf':
      return tradosLevels[value] ?? 'open'
    case 'origin':
    case 'trans-origin':
    case 'translation-origin':
    case 'translationorigin':
      return machine.test(value) ? 'machine' : undefined
    case 'mtconfidence':
      return 'machine'
    case 'confirmed':
      return /^(?:1|true|yes)$/.test(value) ? 'done' : 'open'
    case 'status':
    case 'editstatus':
    case 'translation-status':
      return memoqLevels[value] ?? workOfWord(value)
    // Without a prefix these two are XLIFF’s own.
    case 'state':
    case 'approved':
      return prefix ? workOfWord(value) : undefined
    default:
      return undefined
  }
}

/** Of a segment of Trados, which has no level where the work has not begun. */
export function tradosWork(attributes: Attributes): WorkState[] {
  return attributes['conf'] === undefined
    ? [{ work: 'open', reason: 'no conf' }]
    : toolWork(attributes)
}

/** An unknown value, such as `x-checked` of a tool, is read as a word. */
function stateOf(
  attributes: Attributes,
  name: string,
  table: Readonly<Record<string, UnitStatus>>,
): WorkState[] {
  const value = attributes[name]
  if (value === undefined) return []
  const key = value.trim().toLowerCase()
  return [stated(table[key] ?? workOfWord(key.replace(/^x-/, '')), `${name}="${value}"`)]
}

function stated(work: UnitStatus, reason: string): WorkState {
  return work === 'open' || work === 'machine' ? { work, reason } : { work }
}
