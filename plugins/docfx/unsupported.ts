/**
 * Report docfx syntax that Passerelle leaves as typed.
 *
 * Nothing is rewritten: a reader sees the words, an author sees the report.
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
})

/** How each construct opens; the first group is what the report names. */
const constructs = [
  /^(:::+ *(?:image|row|column|zone|moniker|code|no-loc)[a-z-]*)/im,
  /(\[!(?:video|div|code[\w-]*|uicontrol|dnl|badge|tab|begintabs|endtabs))\b/i,
]

export default function remarkUnsupported() {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, (node) => {
      if (node.type === 'paragraph') {
        const words = toString(node)
        for (const construct of constructs) {
          const [, found] = construct.exec(words) ?? []
          if (found) report(file, problem('docfx-as-typed', found), node)
        }
      }
      if (node.type === 'link' && /^(#tab\/|xref:)/i.test(node.url)) {
        report(file, problem('docfx-as-typed', node.url), node)
      }
    })
  }
}
