/**
 * A form of `:::` as a block, at the beginning of a line: a line, or a container that holds all up to its end.
 *
 * It may follow a paragraph without a blank line. A container without an end goes to the end of what it stands in.
 */
import { limits } from '../../limits/problems.ts'
import { isFault, type Opening } from './form.ts'
import { endPattern, formOf, openForm } from './forms.ts'
import {
  type MicromarkCode,
  type Effects,
  type State,
  type MicromarkToken,
  type Tokenizer,
  characterOf,
  isLineEnd,
  tokenType,
  nonLazyLine,
} from '../micromark.ts'
import { type FormsByLine, formsByLine, indentedIn } from './open-forms.ts'

type Context = ThisParameterType<Tokenizer>

/** A block: its line, or that line and all up to the end of the container. */
export const tokenizeFlow: Tokenizer = function (effects, ok, nok) {
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
  #lastChunk: MicromarkToken | undefined

  constructor(context: Context, effects: Effects, ok: State, nok: State) {
    this.#context = context
    this.#effects = effects
    this.#ok = ok
    this.#nok = nok
    this.#around = formsByLine(context.parser)
  }

  readonly begin: State = (code) => {
    this.#effects.enter(tokenType('tripleColon'))
    this.#effects.enter(tokenType('tripleColonOpening'))
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
    this.#effects.exit(tokenType('tripleColonOpening'))
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
    this.#effects.exit(tokenType('tripleColon'))
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
      effects.enter(tokenType('tripleColonEnd'))
      return read(code)
    }

    function read(code: MicromarkCode): ReturnType<State> {
      if (code === null || isLineEnd(code)) {
        if (!pattern.test(typed)) return nok(code)
        effects.exit(tokenType('tripleColonEnd'))
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

/** The opening of a block; undefined where docfx shows the line as typed. */
function openingIn(typed: string, around: readonly string[]): Opening | undefined {
  const result = openForm(typed, 'flow')
  if (!result || isFault(result)) return undefined
  const isNested = formOf(result.name)?.isAlone && around.includes(result.name)
  return isNested || around.length >= limits.directives ? undefined : result
}
