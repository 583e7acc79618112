/** The sentences of a block’s HTML, each with the markup around it. */
import type { ElementContent } from 'hast'
import { sentences } from '#src/translation/language/words.ts'

/** The words alone; marks that the site has put in are none. */
export function textIn(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      return node.type === 'element' && !isMark(node) ? textIn(node.children) : ''
    })
    .join('')
}

/** Cut nodes where sentences begin; an element that holds the end of one and the next is there twice. */
export function sentencesIn(nodes: readonly ElementContent[], locale: string): ElementContent[][] {
  const text = textIn(nodes).replace(/\s/g, ' ')
  const spans = sentences(text, locale, breaksIn(nodes))
  if (spans.length < 2) return [[...nodes]]
  return spans.map((_, index) => {
    const from = index === 0 ? 0 : (spans[index]?.from ?? 0)
    const to = spans[index + 1]?.from ?? Infinity
    return withoutBreaks(part(nodes, 0, from, to))
  })
}

/** The nodes from `from` to before `to`, counted in characters of the text; they begin at `start`. */
function part(
  nodes: readonly ElementContent[],
  start: number,
  from: number,
  to: number,
): ElementContent[] {
  let index = start
  return nodes.flatMap((node): ElementContent[] => {
    const begin = index
    index += textIn([node]).length
    const isEmpty = index === begin
    if (isEmpty ? begin < from || begin >= to : index <= from || begin >= to) return []
    if (isEmpty || (begin >= from && index <= to)) return [node]
    if (node.type === 'text') {
      const value = node.value.slice(Math.max(0, from - begin), Math.min(to, index) - begin)
      return [{ type: 'text', value }]
    }
    if (node.type !== 'element') return []
    return [withoutId({ ...node, children: part(node.children, begin, from, to) }, begin < from)]
  })
}

/** A line that is broken where a sentence ends needs no second end. */
function withoutBreaks(nodes: readonly ElementContent[]): ElementContent[] {
  const isBreak = (node: ElementContent) =>
    (node.type === 'element' && node.tagName === 'br') ||
    (node.type === 'text' && !node.value.trim())
  const from = nodes.findIndex((node) => !isBreak(node))
  const to = nodes.findLastIndex((node) => !isBreak(node))
  return nodes.slice(Math.max(0, from), to + 1)
}

/** The second half of an element is no second place to go to. */
function withoutId<Node extends { properties: object }>(node: Node, isSecond: boolean): Node {
  return isSecond ? { ...node, properties: { ...node.properties, id: undefined } } : node
}

/** Where a line is broken; a sentence never goes across. */
function breaksIn(nodes: readonly ElementContent[]): number[] {
  const results: number[] = []
  let index = 0
  walk(nodes)
  return results

  function walk(children: readonly ElementContent[]): void {
    for (const node of children) {
      if (node.type === 'text') index += node.value.length
      else if (node.type === 'element' && node.tagName === 'br') results.push(index)
      else if (node.type === 'element' && !isMark(node)) walk(node.children)
    }
  }
}

function isMark(node: Extract<ElementContent, { type: 'element' }>): boolean {
  const { className } = node.properties
  return Array.isArray(className) && className.includes('untranslated')
}
