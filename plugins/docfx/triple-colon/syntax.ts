/**
 * Read every form of `:::` as a node of its own: docfx’s rows, zones, monikers, images, videos and their kind.
 *
 * What only begins like a form stays text.
 */
import type { Data as ProcessorData, Processor } from 'unified'
import { isFault } from './form.ts'
import { tokenizeFlow } from './flow.ts'
import { endPattern, formOf, openForm } from './forms.ts'
import type { MicromarkToken } from '../micromark.ts'
import type { TripleColonFlow } from './nodes.ts'
import { textOpening, tokenizeText } from './text.ts'

type TreeSyntax = Exclude<NonNullable<ProcessorData['fromMarkdownExtensions']>[number], unknown[]>
type CompileHandle = NonNullable<TreeSyntax['enter']>[string]

/** The name of the construct for blocks, for who reads without blocks. */
export const tripleColonFlowName = 'tripleColonFlow'

const colon = ':'.charCodeAt(0)

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
function addRest(
  node: TripleColonFlow,
  { start }: MicromarkToken,
  line: string,
  length: number,
): void {
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
