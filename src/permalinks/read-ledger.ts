/** Read `permalinks.json`, with the place of everything that is wrong with it. */
import { type ParseError, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Point, Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { type Problem, defineProblems, problemAt } from '#plugins/problems.ts'
import { beyondJsonLimits } from '../docsets/json.ts'
import type { LedgerFile } from '../docsets/ledger-file.ts'
import { composed } from '../docsets/address.ts'
import { versionProblems } from '../config/format-version.ts'
import { commandPrefix } from '../package.ts'
import { type Ledger, type LedgerEntry, ledgerVersion, versionKey } from './ledger.ts'
import { type PermalinkKind, partsOf, permalinkKinds } from './permalink.ts'
import { readReason } from './reason.ts'

const problem = defineProblems('permalinks', {
  'permalink-file': (actual: string) => ({
    severity: 'error',
    reason: `The ledger cannot be read: ${actual}. It must be a JSON object with one entry for each page, heading and step.`,
    note: `Only \`${commandPrefix} links …\` should write this file. Restore the last good version from the history.`,
  }),
  'permalink-merge': () => ({
    severity: 'error',
    reason:
      'The merge conflict is not resolved. Keep the lines of both sides and delete the conflict markers.',
    note: `\`${commandPrefix} links accept\` sorts the lines.`,
  }),
  'permalink-version': (actual: string) => ({
    severity: 'error',
    reason: `${actual} is not a version of the ledger’s format. Write \`"${versionKey}": ${ledgerVersion}\`.`,
  }),
  'permalink-entry': (id: string, advice: string) => ({
    severity: 'error',
    reason: `Entry \`${id}\` cannot be read. Write ${advice}.`,
  }),
  'permalink-twice': (id: string, line: number) => ({
    severity: 'error',
    reason: `Entry \`${id}\` is at line ${line}, too, with another value. Keep one of the two.`,
    note: 'Two branches recorded different things: delete the line that is wrong.',
  }),
})

const format = {
  what: 'ledger',
  version: ledgerVersion,
  written: `\`"${versionKey}": ${ledgerVersion}\``,
}

/** An entry as it is in the file. */
interface Item {
  id: string
  value: unknown
  /** Of the id, in the text. */
  offset: number
  length: number
}

type Span = Pick<Item, 'offset' | 'length'>

type PositionOf = (span: Span) => Position

/** What is wrong with the file, and where in its text. */
interface Finding {
  problem: Problem
  span: Span
}

/** A file that is damaged gives no entries, and messages. */
export function parseLedger({ name, text, siteArgs = [] }: LedgerFile): {
  ledger: Ledger
  messages: VFileMessage[]
} {
  const entries = new Map<string, LedgerEntry>()
  const places = new Map<string, Position>()
  const locate = pointsOf(text)
  const positionOf: PositionOf = ({ offset, length }) => ({
    start: locate(offset),
    end: locate(offset + length),
  })
  const lines = itemsByLine(text)
  const { items, findings } = lines ? { items: lines, findings: [] } : itemsOfTree(text)
  for (const { id: typed, value, ...span } of items) {
    const report = (reason: Problem) => void findings.push({ problem: reason, span })
    // A ledger that went through another system may be in decomposed Unicode.
    const id = composed(typed)
    if (id === versionKey) continue
    const entry = entryOf(id, value)
    if (typeof entry === 'string') {
      report(problem('permalink-entry', id, entry))
      continue
    }
    const first = entries.get(id)
    const merged = first ? merge(first, entry) : entry
    if (!merged) report(problem('permalink-twice', id, places.get(id)?.start.line ?? 1))
    entries.set(id, merged ?? entry)
    places.set(id, positionOf(span))
  }
  const messages = findings.map((item) => problemAt(name, item.problem, positionOf(item.span)))
  const versions = versionMessages(items, name, positionOf)
  return {
    ledger: { name, entries, places, siteArgs },
    messages: all(versions, messages),
  }
}

/** Of what a newer format means nothing can be said, and that one is older matters where nothing is wrong. */
function all(versions: readonly VFileMessage[], others: readonly VFileMessage[]): VFileMessage[] {
  if (others.length === 0 || versions.some(({ ruleId }) => ruleId === 'format-new'))
    return [...versions]
  return [...versions.filter(({ fatal }) => fatal), ...others]
}

/** What the file says of its version: nothing, or, after a merge, more than one thing. */
function versionMessages(items: readonly Item[], name: string, positionOf: PositionOf) {
  const values = items.filter(({ id }) => id === versionKey)
  if (values.length === 0) return versionProblems(format, undefined, name)
  return values.flatMap(({ value, ...span }) => {
    const isNumber = typeof value === 'number' && Number.isInteger(value) && value > 0
    const place = positionOf(span)
    return isNumber
      ? versionProblems(format, value, name, place)
      : [problemAt(name, problem('permalink-version', JSON.stringify(value)), place)]
  })
}

/** The entries of a file that a person wrote or merged. */
function itemsOfTree(text: string): { items: Item[]; findings: Finding[] } {
  const damage = (reason: Problem, span: Span) => ({
    items: [],
    findings: [{ problem: reason, span }],
  })
  const mark = /^(?:<{7}|={7}|>{7})(?= |$)/m.exec(text)
  if (mark) return damage(problem('permalink-merge'), { offset: mark.index, length: 7 })
  const limit = beyondJsonLimits(text)
  if (limit) {
    return damage(problem('permalink-file', limit.message), { offset: limit.offset, length: 1 })
  }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true })
  const [error] = errors
  if (error) {
    return damage(problem('permalink-file', errorText(printParseErrorCode(error.error))), error)
  }
  if (root?.type !== 'object') {
    const reason = problem('permalink-file', root?.type ?? 'empty file')
    return damage(reason, { offset: 0, length: 0 })
  }
  const items = (root.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    if (!key || !value) return []
    const { offset, length } = key
    return [{ id: String(key.value), value: getNodeValue(value) as unknown, offset, length }]
  })
  return { items, findings: [] }
}

/** The entries of a file as `serializeLedger` writes it, many times faster; undefined for any other. */
function itemsByLine(text: string): Item[] | undefined {
  const items: Item[] = []
  const lines = text.split('\n')
  if (lines[0] !== '{' || lines.at(-2) !== '}' || lines.at(-1) !== '') return undefined
  let offset = 2
  for (const [index, line] of lines.slice(1, -2).entries()) {
    const [, key, value, comma] = /^ {2}("(?:[^"\\]|\\.)*"): (.*?)(,?)$/.exec(line) ?? []
    if (!key || !value || (comma === '') !== (index === lines.length - 4)) return undefined
    try {
      const [id, own] = [JSON.parse(key) as string, JSON.parse(value) as unknown]
      items.push({ id, value: own, offset: offset + 2, length: key.length })
    } catch {
      return undefined
    }
    offset += line.length + 1
  }
  return items
}

/** The entry, or what to write instead. */
function entryOf(id: string, value: unknown): LedgerEntry | string {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  const fields = new Map<string, unknown>(isObject ? Object.entries(value) : [])
  const { page, docset, anchor } = partsOf(id)
  const kinds: readonly PermalinkKind[] = anchor === undefined ? ['page'] : ['heading', 'step']
  const shape = `\`{ "${kinds.join('" or "')}": "its title" }\``
  const matches = permalinkKinds.filter((kind) => fields.has(kind))
  const [kind] = matches
  if (!docset || page.endsWith('/') || anchor === '') return 'an id such as `docset/page#anchor`'
  if (!isObject || !kind || matches.length > 1 || !kinds.includes(kind)) return shape
  const unknown = [...fields.keys()].find(
    (key) => key !== kind && key !== 'movedTo' && key !== 'retired',
  )
  if (unknown !== undefined) return `only \`movedTo\` or \`retired\` besides ${shape}`
  const [title, movedTo, reason] = [kind, 'movedTo', 'retired'].map((key) => fields.get(key))
  const removed = readReason(reason)
  if (typeof title !== 'string') return shape
  if (movedTo !== undefined && reason !== undefined) return 'either `movedTo` or `retired`'
  const isId = typeof movedTo === 'string' && movedTo.trim() !== ''
  if (movedTo !== undefined && !isId) return 'an id as `movedTo`'
  if (reason !== undefined && !removed) return 'a reason as `retired`, or reasons by language tag'
  return {
    id,
    kind,
    title,
    ...(isId && { movedTo: composed(movedTo) }),
    ...(removed && { removed }),
  }
}

/** One entry of two lines that a merge left: `movedTo` or `retired` counts, even if only one line has it. */
function merge(first: LedgerEntry, second: LedgerEntry): LedgerEntry | undefined {
  const [item, other] = [first, second].map(
    ({ movedTo, removed }) => movedTo ?? (removed && JSON.stringify(removed)),
  )
  if (item !== undefined && other !== undefined && item !== other) return undefined
  return item === undefined ? { ...first, ...second } : { ...second, ...first }
}

/** The parser's name of an error as text: `CommaExpected` → `text (comma expected)`. */
function errorText(code: string): string {
  return `text (${code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()})`
}

/** Line and column of an offset; the lines are looked for once. */
function pointsOf(text: string): (offset: number) => Point {
  const starts = [0]
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1))
    starts.push(index + 1)
  return (offset) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
