/**
 * Read every form of `:::` as a node of its own: docfx’s rows, zones, monikers, images, videos and their kind.
 *
 * At the beginning of a line a form is a block, which may follow a paragraph without a blank line; a container holds
 * all up to its end, to the end of what it stands in where it has none. What only begins like a form stays text.
 */
import type { Data as ProcessorData, Processor } from 'unified'
import { limits } from '../../limits/problems.ts'
import { isFault, type Opening } from './form.ts'
import { endPattern, formOf, mayBeText, openForm } from './forms.ts'
import type { TripleColonFlow } from './nodes.ts'
import { type FormsByLine, formsByLine, indentedIn } from './open-forms.ts'

type Syntax = Exclude<NonNullable<ProcessorData['micromarkExtensions']>[number], unknown[]>
type TreeSyntax = Exclude<NonNullable<ProcessorData['fromMarkdownExtensions']>[number], unknown[]>
type Construct = Exclude<NonNullable<NonNullable<Syntax['text']>[string]>, unknown[]>
type Tokenizer = Construct['tokenize']
type Context = ThisParameterType<Tokenizer>
type State = ReturnType<Tokenizer>
type Code = Parameters<State>[0]
type Effects = Parameters<Tokenizer>[0]
type Token = ReturnType<Effects['enter']>
type TokenType = Parameters<Effects['enter']>[0]
type CompileHandle = NonNullable<TreeSyntax['enter']>[string]

/** The name of the construct for blocks, for who reads without blocks. */
export const tripleColonFlowName = 'tripleColonFlow'

/** A form in a sentence is shorter; what is longer would be read again from each `:::` in it. */
const longest = 4000

const colon = ':'.charCodeAt(0)
const quote = '"'.charCodeAt(0)

/** Comes after remark-parse. */
export default function remarkTripleColon(this: Processor): void {
  const data = this.data()
  ;(data.micromarkExtensions ??= []).push({
    flow: { [colon]: { name: tripleColonFlowName, tokenize: tokenizeFlow, concrete: true } },
    text: { [colon]: { name: 'tripleColonText', tokenize: tokenizeText } },
  })
  ;(data.fromMarkdownExtensions ??= []).push({
    enter: {
      tripleColon: enterFlow,
      tripleColonOpening: enterOpening,
      tripleColonEnd: enterEnd,
      tripleColonText: enterText,
    },
    exit: { tripleColon: exitFlow, tripleColonText: exitText },
  })
}

/** A block: its line, or that line and all up to the end of the container. */
const tokenizeFlow: Tokenizer = function (effects, ok, nok) {
  return new FlowReader(this, effects, ok, nok).begin
}

class FlowReader {
  readonly #context: Context
  readonly #effects: Effects
  readonly #ok: State
  readonly #nok: State
  readonly #around: FormsByLine
  #typed = ''
  #opening: Opening | undefined
  #lastChunk: Token | undefined

  constructor(context: Context, effects: Effects, ok: State, nok: State) {
    this.#context = context
    this.#effects = effects
    this.#ok = ok
    this.#nok = nok
    this.#around = formsByLine(context.parser)
  }

  readonly begin: State = (code) => {
    this.#effects.enter(type('tripleColon'))
    this.#effects.enter(type('tripleColonOpening'))
    return this.#read(code)
  }

  readonly #read: State = (code) => {
    if (code === null || isLineEnd(code)) return this.#opened(code)
    this.#typed += characterOf(code)
    if (this.#typed.length === 3 && this.#typed !== ':::') return this.#nok(code)
    this.#effects.consume(code)
    return this.#read
  }

  readonly #opened: State = (code) => {
    const line = this.#line()
    this.#opening = openingIn(this.#typed, this.#around.namesAt(line))
    if (!this.#opening) return this.#nok(code)
    this.#effects.exit(type('tripleColonOpening'))
    if (this.#context.interrupt) return this.#ok(code)
    if (!this.#opening.isContainer || code === null) return this.#done(code)
    this.#around.open(this.#opening.name, line)
    return this.#effects.attempt(nonLazyLine, this.#lineStart, this.#done)(code)
  }

  readonly #lineStart: State = (code) => {
    if (!this.#opening) return this.#done(code)
    const end = { tokenize: endOf(this.#opening), partial: true }
    return this.#effects.attempt(end, this.#done, this.#content)(code)
  }

  readonly #content: State = (code) => {
    if (code === null || !this.#opening) return this.#done(code)
    this.#around.hold(this.#line())
    // An empty line that is the last one is none of the content: a chunk holds a character at least.
    return isLineEnd(code)
      ? this.#effects.check(nonLazyLine, this.#enterChunk, this.#done)(code)
      : this.#enterChunk(code)
  }

  readonly #enterChunk: State = (code) => {
    const isIndented = this.#opening && formOf(this.#opening.name)?.isIndented
    const contentType = isIndented ? indentedIn(this.#context.parser) : 'document'
    const previous = this.#lastChunk
    this.#lastChunk = this.#effects.enter('chunkDocument', { contentType, previous })
    if (previous) previous.next = this.#lastChunk
    return this.#chunk(code)
  }

  readonly #chunk: State = (code) => {
    if (code === null) return this.#lastLine(code)
    if (isLineEnd(code)) {
      return this.#effects.check(nonLazyLine, this.#nextLine, this.#lastLine)(code)
    }
    this.#effects.consume(code)
    return this.#chunk
  }

  readonly #nextLine: State = (code) => {
    this.#effects.consume(code)
    this.#exitChunk()
    return this.#lineStart
  }

  readonly #lastLine: State = (code) => {
    this.#exitChunk()
    return this.#done(code)
  }

  #exitChunk(): void {
    const { start } = this.#effects.exit('chunkDocument')
    // What is in the container is read again, as a document whose lines are all its own.
    ;(this.#context.parser as { lazy: Record<number, boolean> }).lazy[start.line] = false
  }

  readonly #done: State = (code) => {
    this.#effects.exit(type('tripleColon'))
    return this.#ok(code)
  }

  #line(): number {
    return this.#context.now().line
  }
}

/** The line that ends a container. */
function endOf({ name, colons }: Opening): Tokenizer {
  const pattern = endPattern(name, colons)
  return (effects, ok, nok) => {
    let typed = ''
    return (code) => {
      effects.enter(type('tripleColonEnd'))
      return read(code)
    }

    function read(code: Code): ReturnType<State> {
      if (code === null || isLineEnd(code)) {
        if (!pattern.test(typed)) return nok(code)
        effects.exit(type('tripleColonEnd'))
        return ok(code)
      }
      typed += characterOf(code)
      // Most lines have words at their beginning.
      if (!/^[ \t]*(?::|$)/.test(typed)) return nok(code)
      effects.consume(code)
      return read
    }
  }
}

/** A line end after which the container goes on; a lazy line is outside of the list or quote that it stands in. */
const nonLazyLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      if (code === null) return nok(code)
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return (next) => {
        const { lazy } = this.parser as { lazy: Readonly<Record<number, boolean>> }
        return lazy[this.now().line] ? nok(next) : ok(next)
      }
    }
  },
}

/** A form in a sentence. */
const tokenizeText: Tokenizer = function (effects, ok, nok) {
  let typed = ''
  let quotes = 0
  return (code) => {
    effects.enter(type('tripleColonText'))
    effects.enter('data')
    return read(code)
  }

  function read(code: Code): ReturnType<State> {
    if (code === null) return textOpening(typed) ? exited(code) : nok(code)
    const isEnd = isLineEnd(code)
    // Only a value goes on in the next line.
    if (isEnd && quotes % 2 === 0) return nok(code)
    typed += isEnd ? '\n' : characterOf(code)
    if (typed.length > longest || !mayBeText(typed)) return nok(code)
    if (isEnd) return lineEnding(code)
    effects.consume(code)
    if (code === quote) quotes++
    if (code !== colon || quotes % 2 !== 0 || typed.length < 7 || !typed.endsWith(':::'))
      return read
    return textOpening(typed) ? exited : nok
  }

  function lineEnding(code: Code) {
    effects.exit('data')
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    effects.enter('data')
    return read
  }

  function exited(code: Code) {
    effects.exit('data')
    effects.exit(type('tripleColonText'))
    return ok(code)
  }
}

function textOpening(typed: string): Opening | undefined {
  const result = openForm(typed, 'text')
  return result && !isFault(result) ? result : undefined
}

/** The opening of a block; undefined where docfx shows the line as typed. */
function openingIn(typed: string, around: readonly string[]): Opening | undefined {
  const result = openForm(typed, 'flow')
  if (!result || isFault(result)) return undefined
  const isNested = formOf(result.name)?.isAlone && around.includes(result.name)
  return isNested || around.length >= limits.directives ? undefined : result
}

function isLineEnd(code: Code): boolean {
  return code !== null && code >= -5 && code <= -3
}

function characterOf(code: number): string {
  if (code > 0) return String.fromCharCode(code)
  return code === -2 ? '\t' : ''
}

function type(name: string): TokenType {
  return name as TokenType
}

const enterFlow: CompileHandle = function (token) {
  this.enter({ type: 'tripleColonFlow', name: '', attributes: {}, typed: '', children: [] }, token)
}

const enterOpening: CompileHandle = function (token) {
  const node = this.stack.at(-1)
  const typed = this.sliceSerialize(token)
  const opening = openForm(typed, 'flow')
  if (node?.type !== 'tripleColonFlow' || !opening || isFault(opening)) return
  const { name, attributes, length, isContainer, isOpen } = opening
  Object.assign(node, { name, attributes, typed, ...(isOpen && { isOpen }) })
  if (isContainer) node.isUnclosed = true
  addRest(node, token, typed, length)
}

const enterEnd: CompileHandle = function (token) {
  const node = this.stack.at(-1)
  if (node?.type !== 'tripleColonFlow') return
  delete node.isUnclosed
  const typed = this.sliceSerialize(token)
  const colons = /^[ \t]*(:+)/.exec(typed)?.[1]?.length ?? 0
  const length = endPattern(node.name, colons).exec(typed)?.[0].length ?? 0
  addRest(node, token, typed, length)
}

/** What stands behind the first `length` characters of a line. */
function addRest(node: TripleColonFlow, { start }: Token, line: string, length: number): void {
  const rest = line.slice(length).trim()
  // More colons than it needs say nothing.
  if (/^:*$/.test(rest)) return
  const column = start.column + line.indexOf(rest, length)
  const position = {
    start: { line: start.line, column },
    end: { line: start.line, column: column + rest.length },
  }
  node.rests = [...(node.rests ?? []), { typed: rest, position }]
}

const exitFlow: CompileHandle = function (token) {
  this.exit(token)
}

const enterText: CompileHandle = function (token) {
  const typed = this.sliceSerialize(token)
  const opening = textOpening(typed)
  if (!opening) throw new Error(`No form: ${typed}`)
  const { name, attributes, isOpen } = opening
  const words = formOf(name)?.words?.(attributes)
  const node = { type: 'tripleColonText' as const, name, attributes, typed, ...words }
  this.enter({ ...node, ...(isOpen && { isOpen }) }, token)
  // What is inside is in the node already.
  this.buffer()
}

const exitText: CompileHandle = function (token) {
  this.resume()
  this.exit(token)
}
