/** What of a step or procedure is comparable across languages, read from its Markdown. */
import type { List, ListItem, Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from '../visit.ts'
import { type KnownBlock, extraKey } from '../blocks.ts'
import type { ContainerDirective } from './directives.ts'
import type { StepFeatures } from './match-steps.ts'

/** The blocks of a page that are known, and its text as the tree’s offsets count it. */
export interface PageBlocks {
  blocks: readonly KnownBlock[]
  text: string
}

export function isOrdered(node: Nodes): node is List {
  return node.type === 'list' && node.ordered === true
}

/**
 * The items of a list.
 *
 * @param first - The number that the source’s list begins with; absent for the source itself.
 */
export function itemLikenesses(list: List, page: PageBlocks, first?: number): StepFeatures[] {
  const typed = list.children.map((item) => typedNumber(item, page.text))
  const start = list.start ?? 1
  const isTelling =
    first === undefined ||
    (typed.some((number, index) => number !== first + index) &&
      typed.every((number, index) => index === 0 || number > (typed[index - 1] ?? 0)))
  return list.children.map((item, index) => ({
    ...likenessOf(item, page.blocks),
    ...(isTelling && { number: first === undefined ? start + index : (typed[index] ?? 0) }),
  }))
}

/** A whole procedure, with the heading above it. */
export function procedureLikeness(
  container: ContainerDirective,
  heading: string | undefined,
  { blocks }: PageBlocks,
): StepFeatures {
  const all = likenessOf(container, blocks)
  const items = container.children.filter(isOrdered).flatMap(({ children }) => children)
  return {
    ...all,
    keys: heading === undefined ? all.keys : [...all.keys, `#${heading}`],
    counts: [items.length],
  }
}

function likenessOf(
  node: ListItem | ContainerDirective,
  blocks: readonly KnownBlock[],
): StepFeatures {
  const ids: string[] = []
  const words = new Set<string>()
  visit(node, (inner) => {
    if (inner.type === 'textDirective' && inner.name === 'step') {
      if (inner.attributes?.['id']) ids.push(inner.attributes['id'])
    } else if (inner.type === 'link' || inner.type === 'image') {
      words.add(inner.url.replace(/^.*\/(?=[^/]+\/?$)/, ''))
    } else if (inner.type === 'inlineCode') words.add(inner.value)
  })
  const text = toString(node)
  // Numbers and names with capitals inside or throughout stay as they are in any language.
  for (const [word] of text.matchAll(/\d[\d.,]*|\p{Lu}[\p{L}\d]*(?:\p{Lu}|\d)[\p{L}\d]*/gu))
    words.add(word)
  const { start, end } = node.position ?? {}
  const keys = blocks
    .filter(
      (block) => block.start >= (start?.offset ?? Infinity) && block.end <= (end?.offset ?? 0),
    )
    .flatMap(({ key }) => (key === undefined || key === extraKey ? [] : [key]))
  const last = node.children.at(-1)
  const counts = [
    node.children.filter(isOrdered).reduce((sum, { children }) => sum + children.length, 0),
    Number(last?.type === 'blockquote' && !last.data?.hName),
    node.children.length,
  ]
  return { ids, keys, words, counts, length: text.length }
}

function typedNumber({ position }: ListItem, text: string): number {
  const offset = position?.start.offset ?? text.length
  return Number(/^\s*(\d+)/.exec(text.slice(offset, offset + 16))?.[1] ?? 0)
}
