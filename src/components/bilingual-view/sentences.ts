/** Split the HTML of a block into sentences, each with its markup. */
import type { ElementContent } from 'hast'
import { sentences } from '#src/translation/language/words.ts'

/** The plain text, without marks that the site added. */
export function textIn(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      return node.type === 'element' && !isMark(node) ? textIn(node.children) : ''
    })
    .join('')
}

/** Split nodes where sentences begin; an element that crosses a boundary is duplicated. */
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

/** Remove a line break at the end of a sentence. */
function withoutBreaks(nodes: readonly ElementContent[]): ElementContent[] {
  const isBreak = (node: ElementContent) =>
    (node.type === 'element' && node.tagName === 'br') ||
    (node.type === 'text' && !node.value.trim())
  const from = nodes.findIndex((node) => !isBreak(node))
  const to = nodes.findLastIndex((node) => !isBreak(node))
  return nodes.slice(Math.max(0, from), to + 1)
}

/** Remove ids from the second half of an element. */
function withoutId<Node extends { properties: object }>(node: Node, isSecond: boolean): Node {
  return isSecond ? { ...node, properties: { ...node.properties, id: undefined } } : node
}

/** Whether a node is a line break, which a sentence never crosses. */
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
