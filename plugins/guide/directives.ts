/**
 * Turn directives that no plugin of ours reads back into the text that was typed.
 *
 * To remark-directive, `9:00AM`, `3:2` and `Remarque :texte` hold directives, and their text would
 * be lost. It also closes a container without a closing fence, silently: that is an error here.
 *
 * @example
 *   The call starts at 9:00AM.
 */
import type { Nodes, Paragraph, Parents, Root, Text } from 'mdast'
import type {} from 'remark-directive'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Point, Position } from 'unist'
import { EXIT, visit } from '../visit.ts'
import type { VFile } from 'vfile'
import { defineProblems, report } from '../problems.ts'
import { movePoint } from '../text-lines.ts'
import { unknownDirective } from './directive-names.ts'

export interface DirectiveOptions {
  /** All directives that some plugin of the guides reads, as typed: `:::procedure`, `::matrix`. */
  names: ReadonlySet<string>
}

export type ContainerDirective = Extract<Nodes, { type: 'containerDirective' }>
export type LeafDirective = Extract<Nodes, { type: 'leafDirective' }>
export type TextDirective = Extract<Nodes, { type: 'textDirective' }>
export type Directive = ContainerDirective | LeafDirective | TextDirective
type Image = Extract<Nodes, { type: 'image' | 'imageReference' }>
type Fences = { opening: Text; closing: Text | undefined }
type Placed<Node extends Nodes> = Node & { position: Position }

const colons = { textDirective: ':', leafDirective: '::', containerDirective: ':::' }
const plainMarkdown = unified().use(remarkParse).freeze()

const problem = defineProblems('procedures', {
  'directive-unclosed': (fence: string, line: number) => ({
    severity: 'error',
    reason:
      `The container opened by \`${fence}\` at line ${line} is not closed. ` +
      `Add a line with \`${/^:+/.exec(fence)?.[0]}\`.`,
    note:
      'A closing fence has at least as many colons as the opening one, and closes the outermost ' +
      'container that it fits: a container around another one needs more colons, such as `::::`.',
  }),
})

/** A page whose directives are being checked. */
interface DirectivePage extends Readonly<DirectiveOptions> {
  file: VFile
  /** The text of the file, as the offsets in the tree count: without a byte order mark. */
  source: string
}

export default function remarkKnownDirectives({ names }: Readonly<DirectiveOptions>) {
  return (tree: Root, file: VFile): undefined => {
    restoreChildren(tree, { names, file, source: String(file).replace(/^\uFEFF/, '') })
  }
}

function restoreChildren(parent: Parents, page: DirectivePage): void {
  const before: Nodes[] = parent.children
  const after = before.flatMap((node) => restore(node, page))
  if (after.length > before.length && parent.type === 'listItem') {
    // The paragraphs of a tight item would run into each other.
    parent.spread = true
  }
  const isChanged = after.some((node, index) => node !== before[index])
  parent.children = (isChanged ? mergeTexts(after) : after) as typeof parent.children
}

function restore(node: Nodes, page: DirectivePage): Nodes[] {
  if (isPlaced(node)) {
    if (node.type === 'image' || node.type === 'imageReference') restoreAlt(node, page)
    if (node.type === 'containerDirective') checkClosed(node, page)
    if (isDirective(node) && !page.names.has(typedName(node))) return restoreUnknown(node, page)
  }
  if ('children' in node) restoreChildren(node, page)
  return [node]
}

function restoreUnknown(node: Placed<Directive>, page: DirectivePage): Nodes[] {
  if (node.type === 'containerDirective') {
    const { opening, closing } = fencesOf(node, page.source)
    reportUnknown(node, page, opening.position)
    node.children = node.children.filter((child) => !isLabel(child))
    restoreChildren(node, page)
    return [paragraph(opening), ...node.children, ...(closing ? [paragraph(closing)] : [])]
  }
  const typed = typedText(node, page.source)
  if (node.type === 'leafDirective' || typed.value !== `:${node.name}`) reportUnknown(node, page)
  return [node.type === 'leafDirective' ? paragraph(typed) : typed]
}

function reportUnknown(
  directive: Directive,
  { names, file }: DirectivePage,
  place = directive.position,
): void {
  report(file, unknownDirective(typedName(directive), names), place)
}

function checkClosed(node: Placed<ContainerDirective>, { file, source }: DirectivePage): void {
  const { opening, closing } = fencesOf(node, source)
  if (closing) return
  const { line } = node.position.start
  report(file, problem('directive-unclosed', opening.value, line), opening.position)
}

/** The parser makes the text of an image from its children, and a directive has no text. */
function restoreAlt(image: Placed<Image>, { names, source }: DirectivePage): void {
  const typed = typedText(image, source).value
  const matches = [...typed.matchAll(/:([\p{L}\p{N}][\p{L}\p{N}_-]*)/gu)]
  if (matches.every(([typed]) => names.has(typed))) return
  const definition = 'label' in image ? `\n\n[${image.label}]: #` : ''
  visit(plainMarkdown.parse(typed + definition), image.type, (plain: Nodes) => {
    if ('alt' in plain) image.alt = plain.alt ?? null
    return EXIT
  })
}

function typedName({ type, name }: Directive): string {
  return colons[type] + name
}

function isPlaced<Node extends Nodes>(node: Node): node is Placed<Node> {
  return node.position?.start.offset !== undefined
}

function isDirective<Node extends Nodes>(node: Node): node is Node & Directive {
  return node.type in colons
}

function isLabel(node: Nodes): boolean {
  return node.type === 'paragraph' && node.data?.directiveLabel === true
}

/** What the author typed, without what quotes and lists put before each further line. */
function typedText({ position }: Placed<Nodes>, source: string): Text {
  const typed = source.slice(position.start.offset, position.end.offset)
  return { type: 'text', value: typed.replace(/(\r\n?|\n)[ \t>]*/g, '$1'), position }
}

/** The first line of a container, and the last one if it is the closing fence of this container. */
function fencesOf(
  { position: { start, end }, children }: Placed<ContainerDirective>,
  source: string,
): Fences {
  const lines = source.slice(start.offset, end.offset).split(/\r\n?|\n/)
  const opening = lines[0]?.trimEnd() ?? ''
  const last = lines.length > 1 ? (lines.at(-1) ?? '') : ''
  const fence = /(?<=^[ \t>]*):{3,}(?=[ \t]*$)/.exec(last)
  const closing = fence && textOnLine(fence[0], movePoint(end, fence.index - last.length))
  return {
    opening: textOnLine(opening, start),
    // A fence inside the last child closes that child.
    closing: closing && endOf(children.at(-1)) <= startOf(closing) ? closing : undefined,
  }
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0
}

function endOf(node: Nodes | undefined): number {
  return node?.position?.end.offset ?? 0
}

function textOnLine(value: string, start: Point): Text {
  return { type: 'text', value, position: { start, end: movePoint(start, value.length) } }
}

function paragraph(text: Text): Paragraph {
  return { type: 'paragraph', children: [text], ...(text.position && { position: text.position }) }
}

function mergeTexts(nodes: readonly Nodes[]): Nodes[] {
  const merged: Nodes[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.type !== 'text' || last?.type !== 'text') {
      merged.push(node)
      continue
    }
    const position = last.position &&
      node.position && { start: last.position.start, end: node.position.end }
    merged[merged.length - 1] = {
      type: 'text',
      value: last.value + node.value,
      ...(position && { position }),
    }
  }
  return merged
}
