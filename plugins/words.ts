/** Report links and headings that have no words: screen readers say their address, or nothing (WCAG 2.4.4, 2.4.6). */
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { defineProblems, report } from './problems.ts'

const problem = defineProblems({
  'link-without-words': (url: string) => ({
    severity: 'warning',
    reason: `Link to \`${url}\` has no words. Write some between \`[\` and \`]\` that say where it leads, or a text for the picture in it.`,
  }),
  'heading-without-words': (depth: string) => ({
    severity: 'warning',
    reason: `Heading of level ${depth} has no words. Write some, or delete it.`,
  }),
})

/** Comes before anything is added to links and headings, and after pictures of other sites became links. */
export default function rehypeWords() {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'element', (node) => {
      const isLink = node.tagName === 'a' && node.properties['href'] !== undefined
      const [, depth] = /^h([1-6])$/.exec(node.tagName) ?? []
      if ((!isLink && !depth) || hasWords(node)) return
      const url = String(node.properties['href'] ?? '')
      const wrong = depth
        ? problem('heading-without-words', depth)
        : problem('link-without-words', url)
      report(file, wrong, node)
    })
  }
}

/** Whether anything is said of an element: its text, a text of a picture in it, or a label. */
export function hasWords(node: Element): boolean {
  let labels = ''
  visit(node, 'element', ({ properties }) => {
    for (const name of ['alt', 'ariaLabel', 'aria-label', 'title'])
      labels += String(properties[name] ?? '')
  })
  return /[^\s\p{Cf}\p{Cc}]/u.test(toString(node) + labels)
}
