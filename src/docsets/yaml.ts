/** The only module that parses YAML: no input makes it throw, overflow the stack or expand without end. */
import type { Point } from 'unist'
import {
  type Document,
  LineCounter,
  Parser,
  isMap,
  isScalar,
  parseDocument,
  visit,
  type CST,
  type YAMLMap,
} from 'yaml'
import { limits } from '#plugins/limits/problems.ts'
import { memoizeLast } from './last-result.ts'

export interface YamlProblem {
  /** What is wrong, as a message for an author. */
  message: string
  /** Offset in the text, from 0. */
  offset: number
}

export interface Yaml {
  /** An empty document if the text exceeds a limit. */
  document: Document.Parsed
  errors: readonly YamlProblem[]
  /** Line and column of an offset, from 1. */
  pointAt: (offset: number) => Point
}

/** The most aliases that the `yaml` package expands. */
const maxAliases = 100

/**
 * Parse a text. If there are errors, the document must not be used.
 *
 * @param uniqueKeys - Whether duplicate keys are an error. Checked here, because the check of the   `yaml` package
 *   compares every key with every other.
 */
export function parseYaml(text: string, { uniqueKeys = false } = {}): Yaml {
  const { document, errors, pointAt } = parsed(text)
  const repeated = uniqueKeys && !errors.length ? [...repeatedKeysIn(document)] : []
  return { document, errors: [...errors, ...repeated], pointAt }
}

const parsed = memoizeLast((text): Yaml => {
  const lines = new LineCounter()
  const limit = beyondLimits(text)
  const document = parseDocument(limit ? '' : text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    // Otherwise the package prints warnings about tags and keys that no page uses.
    logLevel: 'error',
  })
  const own = document.errors.map(({ message, pos: [offset] }) => ({ message, offset }))
  const errors = limit ? [limit] : own
  const problems = errors.length ? [] : [...aliasProblems(document)]
  const points = limit ? pointsOf(text) : (offset: number) => pointOf(lines, offset)
  return { document, errors: [...errors, ...problems], pointAt: points }
})

/** The value of a document without errors, or the reason why it has none. */
export function yamlValue({ document }: Yaml): { value: unknown } | { error: YamlProblem } {
  try {
    const value: unknown = document.toJS({ maxAliasCount: maxAliases })
    if (!isDeep(value)) return { value }
  } catch (error) {
    // Aliases that multiply: https://eemeli.org/yaml/#tojs-options
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error
  }
  const message =
    'aliases that expand into too many values or into themselves; write the values out'
  return { error: { message, offset: firstAlias(document) } }
}

/** The duplicate keys of a map. */
export function* repeatedKeysIn(document: Document): Generator<YamlProblem> {
  const maps: YAMLMap[] = []
  visit(document, { Map: (_, map) => void maps.push(map) })
  for (const { items } of maps) {
    const seen = new Set<unknown>()
    for (const { key } of items) {
      if (!isScalar(key)) continue
      if (seen.has(key.value) && key.value !== '<<') {
        yield { message: 'Map keys must be unique', offset: key.range?.[0] ?? 0 }
      }
      seen.add(key.value)
    }
  }
}

/** The position where a text is too deep, checked before recursive functions of the `yaml` package see it. */
function beyondLimits(text: string): YamlProblem | undefined {
  if (text.length > limits.yamlCharacters) {
    return { message: `more than ${limits.yamlCharacters} characters; split it`, offset: 0 }
  }
  const offset = tooDeepAt(text)
  if (offset === undefined) return undefined
  return { message: `more than ${limits.depth} levels; use fewer levels`, offset }
}

/** Where the first value of a line may begin: each level of blocks begins further right, or is a list in a map. */
const indent = /^[ ?:-]+/gm
/** What opens a level of flow style, at any place. */
const flowOpeners = /[[{]/g

/** The most levels that a text may have. It is parsed a second time only where they are too many. */
function mostLevels(text: string): number {
  const flow = text.match(flowOpeners)?.length ?? 0
  const columns = (text.match(indent) ?? []).map(({ length }) => length)
  return flow + 2 * (1 + columns.reduce((most, length) => Math.max(most, length), 0))
}

/** The position of the first value that is too deep. */
function tooDeepAt(text: string): number | undefined {
  if (mostLevels(text) <= limits.depth) return undefined
  const open: { token: CST.Token; depth: number }[] = []
  for (const token of new Parser().parse(text)) open.push({ token, depth: 0 })
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next
    if (depth > limits.depth) return token.offset
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth })
    if (!('items' in token)) continue
    for (const { key, value } of token.items) {
      if (key) open.push({ token: key, depth: depth + 1 })
      if (value) open.push({ token: value, depth: depth + 1 })
    }
  }
  return undefined
}

/** A problem for `title: *note`, which is an alias in YAML and was meant as text. */
function* aliasProblems(document: Document): Generator<YamlProblem> {
  const aliases: { name: string; offset: number }[] = []
  const anchors = new Set<string>()
  visit(document, {
    Node(_, node) {
      if ('anchor' in node && node.anchor !== undefined) anchors.add(node.anchor)
    },
    Alias(_, { source, range }) {
      aliases.push({ name: source, offset: range?.[0] ?? 0 })
    },
  })
  const unknown = aliases.find(({ name }) => !anchors.has(name))
  if (unknown) {
    const message = `\`*${unknown.name}\` names nothing; expected quotes around the text`
    yield { message, offset: unknown.offset }
  } else if (aliases.length > maxAliases) {
    const offset = aliases[maxAliases]?.offset ?? 0
    yield { message: `more than ${maxAliases} aliases; write the values out`, offset }
  }
}

function firstAlias(document: Document): number {
  let offset: number | undefined
  visit(document, {
    Alias(_, { range }) {
      offset = range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return offset ?? 0
}

/** Whether a value contains itself, which is endless. */
function isDeep(value: unknown): boolean {
  const open: [value: unknown, depth: number][] = [[value, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [held, depth] = next
    if (typeof held !== 'object' || held === null) continue
    if (depth > limits.depth) return true
    for (const child of Object.values(held)) open.push([child, depth + 1])
  }
  return false
}

/** The entries of a document whose outermost value is a map. */
export function entriesOf({ contents }: Document): YAMLMap['items'] {
  return isMap(contents) ? contents.items : []
}

function pointOf(lines: LineCounter, offset: number): Point {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

function pointsOf(text: string): (offset: number) => Point {
  const lines = new LineCounter()
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) {
    if (lines.lineStarts.length === 0) lines.addNewLine(0)
    lines.addNewLine(index + 1)
  }
  return (offset) => pointOf(lines, offset)
}
