/**
 * Report what CommonMark would read as indented code: MDX has none, so that its lines become paragraphs,
 * headings and lists (https://mdxjs.com/docs/what-is-mdx/#markdown).
 */
import type { Nodes, Parents, Root } from 'mdast'
import type {} from 'remark-directive'
import type {} from 'remark-mdx'
import type { VFile } from 'vfile'
import { defineProblems, report } from '../problems.ts'
import { sourceOf } from '../typed-text.ts'

const problem = defineProblems('markdown', {
  'code-indented': () => ({
    severity: 'warning',
    reason:
      'Guides have no indented code, so this is shown as ordinary text. Put a line ` ``` ` before and after it, or take the spaces away.',
  }),
})

const codeIndent = 4
const skipped = /^(?:mdx|containerDirective|leafDirective|definition|footnoteDefinition|yaml)/

/** Comes first: other plugins add blocks whose place does not show their indent. */
export default function remarkIndentedCode() {
  return (tree: Root, file: VFile): undefined => {
    const lines = sourceOf(file).split(/\r\n?|\n/)
    checkIn(tree, 0)

    /** `base` is the column, from 0, where the content of `parent` begins. */
    function checkIn(parent: Parents, base: number): void {
      let isInRun = false
      for (const child of parent.children as Nodes[]) {
        const isIndented = !skipped.test(child.type) && indentOf(child, parent, base) >= codeIndent
        if (isIndented && !isInRun) report(file, problem('code-indented'), child.position?.start)
        isInRun = isIndented
        // The children of JSX are indented as those of HTML are.
        if (isIndented || !hasBlocks(child)) continue
        checkIn(child, child.type === 'list' ? base : contentColumn(child, base))
      }
    }

    function indentOf({ position }: Nodes, parent: Parents, base: number): number {
      if (!position || parent.type === 'list') return 0
      const { line, column } = position.start
      const before = (lines[line - 1] ?? '').slice(0, column - 1)
      // On the line of a list's mark; what follows it is the item's own beginning.
      if (!/^[ \t>]*$/.test(before)) return parent.type === 'listItem' ? gapAfterMark(before) : 0
      const quote = before.lastIndexOf('>')
      if (quote < 0) return width(before) - base
      const indent = width(before) - width(before.slice(0, quote + 1)) - 1
      return parent.type === 'listItem' ? width(before) - base : indent
    }

    function contentColumn(node: Nodes, base: number): number {
      const { line = 1, column = 1 } = node.position?.start ?? {}
      const before = (lines[line - 1] ?? '').slice(0, column - 1)
      if (node.type === 'containerDirective') return Math.min(width(before), base + codeIndent)
      if (node.type !== 'listItem') return base
      const mark = /^(?:[-*+]|\d+[.)])([ \t]*)/.exec((lines[line - 1] ?? '').slice(column - 1))
      const gap = width(mark?.[1] ?? ' ')
      const markWidth = (mark?.[0].length ?? 2) - (mark?.[1]?.length ?? 1)
      return width(before) + markWidth + (gap > codeIndent || gap === 0 ? 1 : gap)
    }
  }
}

/** Spaces between the mark and the text that are more than a mark's own one. */
function gapAfterMark(before: string): number {
  return width(/(?<![ \t])[ \t]*$/.exec(before)?.[0] ?? '') - 1
}

function hasBlocks(node: Nodes): node is Extract<Nodes, Parents> {
  return (
    node.type === 'list' ||
    node.type === 'listItem' ||
    node.type === 'blockquote' ||
    node.type === 'containerDirective'
  )
}

/** In columns; a tab reaches the next multiple of four. */
function width(text: string): number {
  let columns = 0
  for (const character of text) columns += character === '\t' ? 4 - (columns % 4) : 1
  return columns
}
