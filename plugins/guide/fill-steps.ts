/**
 * Put the steps that a translation lacks where they belong, as the source page has them.
 *
 * A translation that is behind is the normal state: its readers get what is missing in the language of
 * the source, and its author gets a message.
 */
import type { List, ListItem, Nodes, Root } from 'mdast'
import type { Position } from 'unist'
import { markBlocks } from '../blocks.ts'
import type { ContainerDirective } from './directives.ts'
import { markFallback, markUntranslated } from './fallback.ts'
import { type PageBlocks, isOrdered, itemLikenesses } from './step-features.ts'
import { matchInOrder } from './match-steps.ts'

/** The source page: what a translation lacks is shown as it is there. */
export interface FallbackPage extends PageBlocks {
  lang: string
}

/** What was put in besides whole steps. */
interface FallbackPart {
  what: 'sub-step' | 'result'
  /** Of the source. */
  place: Position | undefined
}

/** An item of the list as it is now. */
export interface FilledItem {
  item: ListItem
  /** Index of its step in the source; undefined for one that the source lacks. */
  source: number | undefined
  isFallback: boolean
  parts: readonly FallbackPart[]
}

/** Fill the list of a procedure in place; one with more steps than its source stays as it is. */
export function fillSteps(
  list: List,
  copy: ContainerDirective,
  own: PageBlocks,
  fallbackPage: FallbackPage,
): FilledItem[] {
  const sources = copy.children.find(isOrdered)
  if (!sources || list.children.length > sources.children.length) {
    return list.children.map((item, index) => ({
      item,
      source: index,
      isFallback: false,
      parts: [],
    }))
  }
  const filled = merged(list, sources, own, fallbackPage, true).map((candidate): FilledItem => {
    const source = candidate.source === undefined ? undefined : sources.children[candidate.source]
    const parts =
      source && !candidate.isFallback ? fillItem(candidate.item, source, own, fallbackPage) : []
    return { ...candidate, parts }
  })
  list.children = filled.map(({ item }) => item)
  return filled
}

/** Nodes of the source as a translation shows them. */
export function fallbackNodes<Node extends Nodes>(
  nodes: readonly Node[],
  { blocks, lang }: FallbackPage,
  isLoose = false,
): Node[] {
  const copies = structuredClone([...nodes])
  for (const node of copies) if (isLoose && node.type === 'listItem') node.spread = true
  const [first] = copies
  const children =
    first?.type === 'listItem'
      ? [{ type: 'list' as const, spread: isLoose, children: copies }]
      : copies
  // By their places in the source, which they lose afterwards.
  markBlocks({ type: 'root', children } as Root, blocks)
  markUntranslated(children as Nodes[], lang)
  markFallback(copies, lang)
  return copies
}

function merged(
  list: List,
  sources: List,
  own: PageBlocks,
  fallbackPage: FallbackPage,
  isLoose: boolean,
): Omit<FilledItem, 'parts'>[] {
  const start = sources.start ?? 1
  const isSame = list.children.length === sources.children.length
  const matches = isSame
    ? list.children.map((_, position) => position)
    : matchInOrder(itemLikenesses(list, own, start), itemLikenesses(sources, fallbackPage))
  if (!isSame) list.start = start
  return sources.children.flatMap((source, position): Omit<FilledItem, 'parts'>[] => {
    const index = matches.indexOf(position)
    const item = list.children[index]
    if (item) return [{ item, source: position, isFallback: false }]
    return fallbackNodes([source], fallbackPage, isLoose).map((copy) => ({
      item: copy,
      source: position,
      isFallback: true,
    }))
  })
}

/** Sub-steps and the result of a step that the translation has. */
function fillItem(
  item: ListItem,
  source: ListItem,
  own: PageBlocks,
  fallbackPage: FallbackPage,
): FallbackPart[] {
  const parts: FallbackPart[] = []
  const lists = item.children.filter(isOrdered)
  const wanted = source.children.filter(isOrdered)
  const result = resultOf(item)
  const hasMore = lists.length > wanted.length
  for (const [position, sources] of hasMore ? [] : wanted.entries()) {
    const list = lists[position]
    if (list && list.children.length >= sources.children.length) continue
    const target: List = list ?? { ...structuredClone(sources), children: [] }
    const filled = merged(target, sources, own, fallbackPage, sources.spread ?? false)
    target.children = filled.map((candidate) => candidate.item)
    for (const { source: index, isFallback } of filled) {
      const place = sources.children[index ?? -1]?.position
      if (isFallback) parts.push({ what: 'sub-step', place })
    }
    if (!list) {
      delete target.position
      const end = result ? item.children.indexOf(result) : item.children.length
      item.children.splice(end, 0, target)
    }
  }
  const originalResult = resultOf(source)
  if (originalResult && !result) {
    const [copy] = fallbackNodes([originalResult], fallbackPage)
    if (copy) {
      item.children.push(copy)
      // The quotation itself is not drawn.
      markFallback(copy.children, fallbackPage.lang)
    }
    parts.push({ what: 'result', place: originalResult.position })
  }
  return parts
}

/** A quotation that ends a step; an alert is none. */
function resultOf({ children }: ListItem) {
  const last = children.at(-1)
  return last?.type === 'blockquote' && !last.data?.hName ? last : undefined
}
