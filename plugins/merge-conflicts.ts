/** Report the lines that Git puts around two versions of a text that it could not merge. */
import type { Nodes, Root } from 'mdast'
import { visit } from './visit.ts'
import type { VFile } from 'vfile'
import { defineProblems, report } from './problems.ts'
import { sourceOf } from './typed-text.ts'

const problem = defineProblems('files', {
  'merge-conflict': (line: string) => ({
    severity: 'error',
    reason: `\`${line}\` is left over from a merge in Git. Keep one of the two versions, and delete the lines that begin with \`<<<<<<<\`, \`=======\` and \`>>>>>>>\`.`,
  }),
})

/** `=======` alone is the underline of a heading. */
const markers = /^(?:<{7}|>{7})(?![<>])(?:[ \t].*)?$/gm
const opening = /^<{7}(?!<)(?:[ \t].*)?$/

/** The problem of a line that opens a conflict; undefined for any other line. */
export function conflictProblem(line: string) {
  return opening.test(line) ? problem('merge-conflict', line.trimEnd()) : undefined
}

/** One problem a conflict. Code may show what a conflict looks like. */
export default function remarkMergeConflicts() {
  return (tree: Root, file: VFile): undefined => {
    const text = sourceOf(file)
    if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return
    const code = codeIn(tree)
    let isOpen = false
    for (const { 0: line, index } of text.replaceAll('\r', '\n').matchAll(markers)) {
      if (code.some(({ start, end }) => start <= index && index < end)) continue
      const isOpening = line.startsWith('<')
      if (isOpening || !isOpen) {
        const place = { line: lineAt(text, index), column: 1 }
        report(file, problem('merge-conflict', line.trimEnd()), place)
      }
      isOpen = isOpening
    }
  }
}

function codeIn(tree: Root): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = []
  visit(tree, (node: Nodes) => {
    if (node.type !== 'code' && node.type !== 'inlineCode') return
    const { start, end } = node.position ?? {}
    ranges.push({ start: start?.offset ?? 0, end: end?.offset ?? 0 })
  })
  return ranges
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length
}
