/** What both constructs of `:::` take from micromark: its types, which unified hands on, and its characters. */
import type { Data as ProcessorData } from 'unified'

type Syntax = Exclude<NonNullable<ProcessorData['micromarkExtensions']>[number], unknown[]>
export type Construct = Exclude<NonNullable<NonNullable<Syntax['text']>[string]>, unknown[]>
export type Tokenizer = Construct['tokenize']
export type State = ReturnType<Tokenizer>
export type MicromarkCode = Parameters<State>[0]
export type Effects = Parameters<Tokenizer>[0]
export type MicromarkToken = ReturnType<Effects['enter']>

/** Micromark has a code of its own for each kind of line end. */
export function isLineEnd(code: MicromarkCode): boolean {
  return code !== null && code >= -5 && code <= -3
}

/** What is typed; a tab is one character, the columns that it fills are none. */
export function characterOf(code: number): string {
  if (code > 0) return String.fromCharCode(code)
  return code === -2 ? '\t' : ''
}

/** The name of a token of ours, which micromark’s list of types does not have. */
export function tokenType(name: string): Parameters<Effects['enter']>[0] {
  return name as Parameters<Effects['enter']>[0]
}
