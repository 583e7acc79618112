/** What the syntax extensions of this folder share: micromark’s types, which unified re-exports, and its character codes. */
import type { Data as ProcessorData } from 'unified'

type Syntax = Exclude<NonNullable<ProcessorData['micromarkExtensions']>[number], unknown[]>
type TreeSyntax = Exclude<NonNullable<ProcessorData['fromMarkdownExtensions']>[number], unknown[]>
export type CompileHandle = NonNullable<TreeSyntax['enter']>[string]
export type Construct = Exclude<NonNullable<NonNullable<Syntax['text']>[string]>, unknown[]>
export type Tokenizer = Construct['tokenize']
export type State = ReturnType<Tokenizer>
export type MicromarkCode = Parameters<State>[0]
export type Effects = Parameters<Tokenizer>[0]
export type MicromarkToken = ReturnType<Effects['enter']>
export type TokenType = Parameters<Effects['enter']>[0]

/** Whether a code is a line end; micromark has a negative code for each kind. */
export function isLineEnd(code: MicromarkCode): boolean {
  return code !== null && code >= -5 && code <= -3
}

/** The character of a code; empty for the virtual spaces after a tab. */
export function characterOf(code: number): string {
  if (code > 0) return String.fromCharCode(code)
  return code === -2 ? '\t' : ''
}

/** The type of a token of ours, which micromark’s list of types lacks. */
export function tokenType(name: string): TokenType {
  return name as TokenType
}

/** Consume a line end as a token of its own, as micromark demands. */
export function consumeLineEnding(effects: Effects, code: MicromarkCode): void {
  effects.enter('lineEnding')
  effects.consume(code)
  effects.exit('lineEnding')
}

/** A line end after which the container goes on. A lazy line is outside of the list or quote around it. */
export const nonLazyLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      if (code === null) return nok(code)
      consumeLineEnding(effects, code)
      return (next) => {
        const { lazy } = this.parser as { lazy: Readonly<Record<number, boolean>> }
        return lazy[this.now().line] ? nok(next) : ok(next)
      }
    }
  },
}
