/** Report links and headings without text: screen readers read their address, or nothing (WCAG 2.4.4, 2.4.6). */
import type { Element, Root, Properties } from 'hast'
import { toString } from 'hast-util-to-string'
import { markAttribute } from './image-marks.ts'
import { visit } from './visit.ts'
import type { VFile } from 'vfile'
import { defineProblems, report } from './problems.ts'

const problem = defineProblems('markdown', {
  'link-without-words': (url: string) => ({
    severity: 'warning',
    reason: `Link to \`${url}\` has no text. Write between \`[\` and \`]\` where it leads, or add a text to the image in it.`,
  }),
  'heading-without-words': (depth: string) => ({
    severity: 'warning',
    reason: `Heading of level ${depth} has no text. Write some, or delete it.`,
  }),
})

/** Comes before anything is added to links and headings, and after images of other sites became links. */
export default function rehypeWords() {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'element', (node) => {
      const isLink = node.tagName === 'a' && node.properties['href'] !== undefined
      const [, depth] = /^h([1-6])$/.exec(node.tagName) ?? []
      if ((!isLink && !depth) || hasWords(node)) return
      const url = String(node.properties['href'] ?? '')
      const finding = depth
        ? problem('heading-without-words', depth)
        : problem('link-without-words', url)
      report(file, finding, node)
    })
  }
}

/** Whether an element has a name: its text, the text of an image in it, or a label. */
export function hasWords(node: Element): boolean {
  let labels = ''
  visit(node, 'element', ({ properties }) => {
    for (const name of ['alt', 'ariaLabel', 'aria-label', 'title'])
      labels += String(properties[name] ?? '')
    labels += markedAlt(properties)
  })
  return /[^\s\p{Cf}\p{Cc}]/u.test(toString(node) + labels)
}

/** The text of an image whose other attributes its host writes later. */
function markedAlt({ [markAttribute]: mark }: Properties): string {
  const { alt } = (typeof mark === 'string' ? JSON.parse(mark) : {}) as { alt?: unknown }
  return typeof alt === 'string' ? alt : ''
}
