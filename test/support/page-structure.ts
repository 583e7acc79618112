/** What a page is made of but its words: the elements of its HTML, in their order. */
import type { RootContent } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

/** Attributes that hold words, or are made of words. */
const ofWords = new Set(['alt', 'title', 'ariaLabel', 'id', 'ariaLabelledBy', 'dataPagefindTitle'])

/** One line for each element, below the one that holds it, with its attributes. */
export function structureOf(html: string): string[] {
  const lines: string[] = []
  const walk = (nodes: readonly RootContent[], depth: number): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue
      const attributes = Object.entries(node.properties).flatMap(([name, value]) =>
        ofWords.has(name) ? [] : [`${name}=${String(value)}`],
      )
      lines.push('  '.repeat(depth) + [node.tagName, ...attributes].join(' '))
      walk(node.children, depth + 1)
    }
  }
  walk(unified().use(rehypeParse, { fragment: true }).parse(html).children, 0)
  return lines
}
