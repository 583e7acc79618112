/**
 * A syntax extension of micromark that counts markup while a page is read, and stops reading where there
 * is so much of it that reading would take minutes.
 *
 * micromark looks for the end of a comment, a code span or a label from each place that may begin one,
 * and for the other half of emphasis from each mark: the time grows with their number in a paragraph, times
 * its length (micromark/micromark#169 and micromark/micromark-extension-directive#13 are of this kind).
 */
import type { Data } from 'unified'
import type { VFileMessage } from 'vfile-message'
import { countWork } from './paragraph-work.ts'
import { limitProblem, limits } from './problems.ts'

type Extension = Exclude<NonNullable<Data['micromarkExtensions']>[number], unknown[]>
type Constructs = NonNullable<Extension['text']>
type Construct = Exclude<NonNullable<Constructs[string]>, unknown[]>
type Tokenizer = Construct['tokenize']
type Context = ThisParameterType<Tokenizer>

/** No list needs more to reach the depth that is allowed. */
const maxColumn = 4 * limits.depth

/** `ok` and `nok` of a tokenizer are of no use here: nothing is ever recognised. */
type Look = (context: Context) => void

/** MDX has expressions between paragraphs and in tags. */
const flowMarks = '<{'
const textMarks = '!:<[]`{~'
/** What cuts a paragraph into pieces without markup. */
const textBreaks = '\\&'
/** Codes of micromark for CR, LF and both. */
const lineEndings = [-5, -4, -3]
/** micromark reads a run of these at once, and pairs them one by one. */
const textRuns = '*_'
const containerMarks = '*+->[0123456789'

/** The extension for one parse or many; it recognises nothing, and throws a VFileMessage beyond a limit. */
export function limitsSyntax(): Extension {
  const count = countMarks()
  return {
    document: {
      ...constructsFor(containerMarks, looking(countContainers)),
      null: looking(countLazyLines()),
    },
    flow: constructsFor(flowMarks, lookingBefore(never)),
    text: {
      ...constructsFor(textMarks, lookingBefore(count)),
      ...constructsFor(textRuns, lookingAlong(count)),
      ...constructsFor(textBreaks, lookingBefore(never)),
      ...Object.fromEntries(lineEndings.map((code) => [code, lookingBefore(never)])),
    },
  }
}

function constructsFor(characters: string, construct: Construct): Constructs {
  return Object.fromEntries(
    [...characters].map((character) => [character.charCodeAt(0), construct]),
  )
}

/** A construct that looks at each place where it could begin, and never begins. */
function looking(look: Look): Construct {
  const tokenize: Tokenizer = function (_effects, _ok, nok) {
    return (code) => {
      look(this)
      return nok(code)
    }
  }
  return { tokenize, previous: never, partial: true }
}

/**
 * micromark tries all constructs of a character where one of them allows it to begin, without asking
 * the others: this one must not allow it, or the second of two backticks would begin code.
 */
function never(): boolean {
  return false
}

/**
 * The same where other constructs say by `previous` whether they may begin: micromark tries all constructs
 * of a character when `previous` of one allows it, and would read the second backtick of two as an opener.
 */
function lookingBefore(look: Look): Construct {
  const tokenize: Tokenizer = function (effects, _ok, nok) {
    return (code) => {
      countWork(this, effects, code)
      return nok(code)
    }
  }
  const previous: Construct['previous'] = function () {
    look(this)
    return false
  }
  return { tokenize, previous, partial: true }
}

/** The same for each character of a run. */
function lookingAlong(look: Look): Construct {
  const tokenize: Tokenizer = function (effects, _ok, nok) {
    let first: Parameters<typeof nok>[0] | undefined
    const read: ReturnType<Tokenizer> = (code) => {
      if (first === undefined) {
        first = code
        effects.enter('data')
      }
      if (code === null || code !== first) return nok(code)
      look(this)
      effects.consume(code)
      return read
    }
    return read
  }
  return { tokenize, previous: never, partial: true }
}

/** Each paragraph, heading and cell has a context of its own. */
function countMarks(): Look {
  const counts = new WeakMap<object, number>()
  return (context) => {
    const count = (counts.get(context) ?? 0) + 1
    counts.set(context, count)
    if (count > limits.marks) throw stop('paragraph-markup', context)
  }
}

interface Line {
  line: number
  offset: number
  depth: number
}

const lines = new WeakMap<object, Line>()

/**
 * Quotes and list items that begin one inside the other on one line, `> > - - a`, or behind so much
 * indent that others must be around them.
 */
function countContainers(context: Context): void {
  const { line, column, offset } = context.now()
  if (column > maxColumn) throw tooDeep(context)
  const last = lines.get(context.parser)
  if (last?.line !== line) lines.set(context.parser, { line, offset, depth: 1 })
  else if (offset > last.offset) {
    if (last.depth >= limits.depth) throw tooDeep(context)
    lines.set(context.parser, { line, offset, depth: last.depth + 1 })
  }
}

function countLazyLines(): Look {
  const runs = new WeakMap<object, { line: number; count: number }>()
  return (context) => {
    const { line } = context.now()
    const run = runs.get(context.parser)
    if (run?.line === line) return
    const { lazy } = context.parser as { lazy: Readonly<Record<number, boolean>> }
    const count = lazy[line - 1] ? (run?.count ?? 0) + 1 : 0
    runs.set(context.parser, { line, count })
    if (count > limits.lazyLines) throw stop('paragraph-lazy-lines', context)
  }
}

/** The name of the file is not known here; `remarkLimits` adds it. */
function stop(ruleId: 'paragraph-markup' | 'paragraph-lazy-lines', context: Context): VFileMessage {
  return limitProblem('', ruleId, pointOf(context))
}

function tooDeep(context: Context): VFileMessage {
  return limitProblem('', 'nesting-depth', pointOf(context), 'quotes and lists')
}

function pointOf(context: Context) {
  const { line, column, offset } = context.now()
  return { line, column, offset }
}
