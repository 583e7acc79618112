/**
 * Read `[!INCLUDE [title](path)]` and `[!code-lang[name](path)]` as nodes of their own.
 *
 * Alone on a line each is a block, which may follow a paragraph without a blank line; else it is part of a
 * sentence. What only begins like one stays text. In code nothing is read, and `\[` is no beginning.
 */
import type { Node } from 'mdast'
import type { Processor } from 'unified'
import {
  type CompileHandle,
  type MicromarkCode,
  type State,
  type Tokenizer,
  consumeLineEnding,
  isLineEnd,
  tokenType,
} from '../micromark.ts'
import { type IncludeParts, mayBeInsert, parseInsert, type SnippetParts } from './parse.ts'

interface Insert extends Node {
  /** From `[` to `]`. */
  typed: string
}

export interface IncludeFlow extends Insert, Omit<IncludeParts, 'kind'> {
  type: 'includeFlow'
}

export interface IncludeText extends Insert, Omit<IncludeParts, 'kind'> {
  type: 'includeText'
}

export interface SnippetFlow extends Insert, SnippetParts {
  type: 'snippetFlow'
}

export interface SnippetText extends Insert, SnippetParts {
  type: 'snippetText'
}

declare module 'mdast' {
  interface RootContentMap {
    includeFlow: IncludeFlow
    includeText: IncludeText
    snippetFlow: SnippetFlow
    snippetText: SnippetText
  }
  interface BlockContentMap {
    includeFlow: IncludeFlow
    snippetFlow: SnippetFlow
  }
  interface PhrasingContentMap {
    includeText: IncludeText
    snippetText: SnippetText
  }
}

/** Name of the block construct, by which other parsers turn it off. */
export const insertFlowName = 'insertFlow'

/** Longer text is no insert: it would be read again from each `[` in it, which takes quadratic time. */
const longest = 3000

const bracket = '['.charCodeAt(0)
const closingBracket = ']'.charCodeAt(0)
const backslash = '\\'.charCodeAt(0)

/** Comes after remark-parse. */
export default function remarkInserts(this: Processor): void {
  const data = this.data()
  ;(data.micromarkExtensions ??= []).push({
    flow: { [bracket]: { name: insertFlowName, tokenize: tokenizer('flow') } },
    text: { [bracket]: { name: 'insertText', tokenize: tokenizer('text') } },
  })
  ;(data.fromMarkdownExtensions ??= []).push({
    enter: { insertFlow: enter('Flow'), insertText: enter('Text') },
    exit: { insertFlow: exit, insertText: exit },
  })
}

function tokenizer(place: 'flow' | 'text'): Tokenizer {
  const type = tokenType(place === 'flow' ? 'insertFlow' : 'insertText')
  const isFlow = place === 'flow'
  return (effects, ok, nok) => {
    let typed = ''
    let isEscaped = false
    let closings = 0
    return begin

    function begin(code: MicromarkCode) {
      effects.enter(type)
      effects.enter('data')
      return read(code)
    }

    function read(code: MicromarkCode): ReturnType<State> {
      if (code === null || typed.length > longest) return nok(code)
      const isEnd = isLineEnd(code)
      if (isEnd && isFlow) return nok(code)
      typed += isEnd ? '\n' : code > 0 ? String.fromCharCode(code) : ' '
      if (!mayBeInsert(typed)) return nok(code)
      if (isEnd) return lineEnding(code)
      effects.consume(code)
      const isClosing = code === closingBracket && !isEscaped
      isEscaped = code === backslash && !isEscaped
      // The first one closes the title.
      if (!isClosing || ++closings < 2) return read
      if (!parseInsert(typed)) return nok
      effects.exit('data')
      effects.exit(type)
      return isFlow ? restOfLine : ok
    }

    function lineEnding(code: MicromarkCode) {
      effects.exit('data')
      consumeLineEnding(effects, code)
      effects.enter('data')
      return read
    }

    function restOfLine(code: MicromarkCode): ReturnType<State> {
      if (code === null || code < -2) return ok(code)
      if (code !== -2 && code !== -1 && code !== 32) return nok(code)
      effects.enter('whitespace')
      return space(code)
    }

    function space(code: MicromarkCode): ReturnType<State> {
      if (code === -2 || code === -1 || code === 32) {
        effects.consume(code)
        return space
      }
      effects.exit('whitespace')
      return restOfLine(code)
    }
  }
}

function enter(place: 'Flow' | 'Text'): CompileHandle {
  return function (token) {
    const typed = this.sliceSerialize(token)
    const parts = parseInsert(typed)
    if (!parts) throw new Error(`No insert: ${typed}`)
    const { kind, ...rest } = parts
    const node =
      kind === 'include'
        ? { type: `include${place}` as const, typed, ...rest }
        : { type: `snippet${place}` as const, typed, kind, ...rest }
    this.enter(node as IncludeText, token)
    // What is inside is in the node already.
    this.buffer()
  }
}

const exit: CompileHandle = function (token) {
  this.resume()
  this.exit(token)
}
