/**
 * Report docfx syntax that Passerelle does not read yet, and leave its words to the reader.
 *
 * Only addresses that would lead nowhere go: `[Windows](#tab/windows)` keeps its words.
 */
import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { defineProblems, report } from '../problems.ts'

const problem = defineProblems({
  'docfx-as-typed': (found: string) => ({
    severity: 'warning',
    reason: `Unexpected \`${found}\`, expected Markdown that Passerelle knows: it is shown as typed`,
  }),
  'docfx-words-only': (found: string) => ({
    severity: 'warning',
    reason: `Unexpected address \`${found}\`, expected one that Passerelle knows: only its words are shown`,
  }),
})

/** How each construct opens; the first group is what the report names. */
const constructs = [
  /^(:::+ *(?:image|row|column|zone|moniker|code|no-loc)[a-z-]*)/im,
  /(\[!(?:include|video|div|code[\w-]*|uicontrol|dnl|badge|tab|begintabs|endtabs))\b/i,
]

export default function remarkUnsupported() {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'link', (node, index, parent) => {
      if (!parent || index === undefined) return
      const before = parent.children[index - 1]
      if (before?.type === 'text' && /\[!(?:code[\w-]*|include)\s*$/i.test(before.value)) {
        // A snippet's file is no page: its address belongs to the words that are shown as typed.
        parent.children[index] = { type: 'text', value: `[${toString(node)}](${node.url})` }
        return
      }
      if (!/^(?:#tab\/|xref:)/i.test(node.url)) return
      report(file, problem('docfx-words-only', node.url), node)
      parent.children.splice(index, 1, ...node.children)
      // A tab at level one is no title.
      if (parent.type === 'heading') parent.depth = parent.depth === 1 ? 2 : parent.depth
      return index
    })
    visit(tree, 'paragraph', (node) => {
      if (node.children.some((child) => child.type === 'text' && child.data?.reported)) return
      const words = toString(node)
      for (const construct of constructs) {
        const [, found] = construct.exec(words) ?? []
        if (found) report(file, problem('docfx-as-typed', found), node)
      }
    })
  }
}
