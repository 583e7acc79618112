/**
 * Read `$x^2$` and `$$x^2$$` in a sentence, and lines between two `$$`, as Markdig does (`MathInlineParser`,
 * `MathBlockParser`), so that prices stay text: no digit follows the first `$`, white space or punctuation stands on both
 * sides of the whole, on one line, and inside there is a space at both ends or at neither.
 */
import type { Literal } from 'mdast'
import type { Processor } from 'unified'
import {
  type CompileHandle,
  type Construct,
  type MicromarkCode as Code,
  type State,
  type Tokenizer,
  isLineEnd,
  nonLazyLine,
  tokenType,
} from '../micromark.ts'

/** Math in TeX. */
export interface MathText extends Literal {
  type: 'mathText'
}

export interface MathFlow extends Literal {
  type: 'mathFlow'
}

declare module 'mdast' {
  interface RootContentMap {
    mathText: MathText
    mathFlow: MathFlow
  }
  interface BlockContentMap {
    mathFlow: MathFlow
  }
  interface PhrasingContentMap {
    mathText: MathText
  }
}

/** Longer text is no formula: it would be read again from each `$` in it, which takes quadratic time. */
const longest = 3000

const dollar = '$'.charCodeAt(0)
const backslash = '\\'.charCodeAt(0)
const textType = tokenType('mathText')
const flowType = tokenType('mathFlow')

/** Comes after remark-parse. */
export default function remarkMath(this: Processor): void {
  const data = this.data()
  ;(data.micromarkExtensions ??= []).push({
    flow: { [dollar]: { name: 'mathFlow', tokenize: tokenizeFlow, concrete: true } },
    text: { [dollar]: { name: 'mathText', tokenize: tokenizeText } },
  })
  ;(data.fromMarkdownExtensions ??= []).push({
    enter: { mathText: enter('mathText'), mathFlow: enter('mathFlow') },
    exit: { mathText: exit, mathFlow: exit },
  })
}

const tokenizeText: Tokenizer = function (effects, ok, nok) {
  const { previous } = this
  let [opening, closing, length] = [1, 0, 0]
  let isSpaced = false
  let last: Code = dollar
  return begin

  function begin(code: Code): ReturnType<State> {
    if (previous === dollar || !mayStandBeside(previous)) return nok(code)
    effects.enter(textType)
    effects.enter('data')
    effects.consume(code)
    return second
  }

  function second(code: Code): ReturnType<State> {
    if (code !== dollar) return first(code)
    opening = 2
    effects.consume(code)
    return first
  }

  function first(code: Code): ReturnType<State> {
    if (code !== null && code >= 48 && code <= 57) return nok(code)
    isSpaced = isSpace(code)
    return inside(code)
  }

  function inside(code: Code): ReturnType<State> {
    if (code === null || isLineEnd(code) || ++length > longest) return nok(code)
    if (code === dollar && last !== backslash) {
      closing = 0
      return ends(code)
    }
    last = code
    effects.consume(code)
    return inside
  }

  function ends(code: Code): ReturnType<State> {
    if (code === dollar) {
      closing++
      effects.consume(code)
      return ends
    }
    if (closing < opening) {
      last = dollar
      return inside(code)
    }
    if (length < 2 || !mayStandBeside(code) || isSpace(last) !== isSpaced) return nok(code)
    effects.exit('data')
    effects.exit(textType)
    return ok(code)
  }
}

/** From a line with nothing but `$$` to the next one, or to the end of what holds it. */
const tokenizeFlow: Tokenizer = function (effects, ok, nok) {
  const { interrupt } = this
  const fence: Construct = { partial: true, tokenize: tokenizeFence }
  return begin

  function begin(code: Code): ReturnType<State> {
    effects.enter(flowType)
    return effects.attempt(fence, afterOpening, nok)(code)
  }

  function afterOpening(code: Code): ReturnType<State> {
    return interrupt ? done(code) : lineEnd(code)
  }

  function lineEnd(code: Code): ReturnType<State> {
    return code === null ? done(code) : effects.attempt(nonLazyLine, line, done)(code)
  }

  function line(code: Code): ReturnType<State> {
    return effects.attempt(fence, done, content)(code)
  }

  function content(code: Code): ReturnType<State> {
    if (code === null || isLineEnd(code)) return lineEnd(code)
    effects.enter('data')
    return words(code)
  }

  function words(code: Code): ReturnType<State> {
    if (code === null || isLineEnd(code)) {
      effects.exit('data')
      return lineEnd(code)
    }
    effects.consume(code)
    return words
  }

  function done(code: Code): ReturnType<State> {
    effects.exit(flowType)
    return ok(code)
  }
}

/** `$$` and nothing else on its line; before it, three spaces at most. */
const tokenizeFence: Tokenizer = function (effects, ok, nok) {
  let [indent, signs] = [0, 0]
  return begin

  function begin(code: Code): ReturnType<State> {
    effects.enter('data')
    return before(code)
  }

  function before(code: Code): ReturnType<State> {
    if (isSpace(code) && ++indent <= 3) {
      effects.consume(code)
      return before
    }
    if (code === dollar && ++signs <= 2) {
      effects.consume(code)
      return signs === 2 ? after : before
    }
    return nok(code)
  }

  function after(code: Code): ReturnType<State> {
    if (isSpace(code)) {
      effects.consume(code)
      return after
    }
    if (code !== null && !isLineEnd(code)) return nok(code)
    effects.exit('data')
    return ok(code)
  }
}

function enter(type: 'mathText' | 'mathFlow'): CompileHandle {
  return function (token) {
    const typed = this.sliceSerialize(token)
    this.enter({ type, value: type === 'mathText' ? texOf(typed) : linesOf(typed) }, token)
    // What is inside is in the node already.
    this.buffer()
  }
}

const exit: CompileHandle = function (token) {
  this.resume()
  this.exit(token)
}

function texOf(typed: string): string {
  const count = typed.startsWith('$$') ? 2 : 1
  return typed.slice(count, -count).trim()
}

function linesOf(typed: string): string {
  const [, ...lines] = typed.split(/\r\n?|\n/)
  if (/^\s*\$\$\s*$/.test(lines.at(-1) ?? '')) lines.pop()
  return lines.join('\n').trim()
}

function isSpace(code: Code): boolean {
  return code === -2 || code === -1 || code === 32
}

/** White space, punctuation or nothing; to Markdig, each sign of ASCII is punctuation. */
function mayStandBeside(code: Code): boolean {
  return code === null || code < 0 || /[\s\p{P}$+<=>^`|~]/u.test(String.fromCharCode(code))
}
