/**
 * Give the box of a task (`- [x] words`) the words of its item as its name: a `label` around both, which
 * needs no id, so that a page can be shown twice on one screen (WCAG 4.1.2).
 */
import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from './visit.ts'
import type { VFile } from 'vfile'
import { element } from './element.ts'
import { defineProblems, report } from './problems.ts'
import { hasWords } from './words.ts'

const problem = defineProblems('markdown', {
  'checkbox-outside-task': () => ({
    severity: 'warning',
    reason: 'A checkbox is only shown in a task. Write `- [ ] text`.',
  }),
})

const blocks = /^(?:[uod]l|p|pre|table|div|aside|blockquote|details|figure|section|hr|h[1-6])$/

/** Comes last: languages and states of blocks are found by the paragraph around the text. */
export default function rehypeTaskLabels() {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'element', (node, index, parent) => {
      if (isTask(node)) {
        labelTask(node)
      } else if (isBox(node) && parent && index !== undefined) {
        const isLabelled = parent.type === 'element' && parent.tagName === 'label'
        if (isLabelled) return undefined
        report(file, problem('checkbox-outside-task'), node)
        parent.children.splice(index, 1)
        return [SKIP, index]
      }
      return undefined
    })
  }
}

/** The box is in the item itself, or in its first paragraph where blank lines are between items. */
function labelTask(item: Element): void {
  const holder = item.children.some(isBox) ? item : item.children.find(isParagraph)
  const start = holder?.children.findIndex(isBox) ?? -1
  if (!holder || start < 0) return
  const rest = holder.children.slice(start)
  const block = rest.findIndex((child) => child.type !== 'text' && isBlock(child))
  const content = block < 0 ? rest : rest.slice(0, block)
  const label = element('label', {}, content)
  // An image without a text is reported already; a checkbox without a name is of no use.
  if (!hasWords(label)) label.children = content.filter((child) => !isBox(child))
  holder.children.splice(start, content.length, label)
}

function isTask({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'li' && Array.isArray(className) && className.includes('task-list-item')
}

function isBox(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'input'
}

function isParagraph(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'p'
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && blocks.test(node.tagName)
}
