/**
 * Report lines that were meant as a table and are shown with their `|`: GFM reads a table only where
 * header and delimiter row have the same number of cells.
 */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { defineProblems, report } from './problems.ts'
import { type TypedText, sourceOf, typedTexts } from './typed-text.ts'

const problem = defineProblems('markdown', {
  'table-delimiter': (actual: number, header: number) => ({
    severity: 'warning',
    reason: `Delimiter row has ${cells(actual)}, but the header above it has ${header}. Give both the same number.`,
    note: 'Until then the table is shown as typed. Write `\\|` for a `|` that is text.',
  }),
  'table-no-delimiter': () => ({
    severity: 'warning',
    reason:
      'Table has no delimiter row and is shown as typed. Write `| --- | --- |` below its header, and a blank line above.',
  }),
})

/** Of a line without blanks at its ends. With a `|` at least: `---` alone makes a heading of the line above. */
const delimiterRow = /^(?=.*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/
const row = /^[ \t]*\|.*\|[ \t]*$/

export default function remarkFailedTables() {
  return (tree: Root, file: VFile): undefined => {
    for (const typed of typedTexts(tree, sourceOf(file), /\|/)) {
      if (typed.block.type !== 'tableCell') checkBlock(typed)
    }

    function checkBlock({ block, text, pointAt }: TypedText): void {
      const lines = linesOf(text)
      const isUnderlined = block.type === 'heading' && row.test(text)
      const index = lines.findIndex(
        (line, position) => position > 0 && delimiterRow.test(line.text.trim()),
      )
      const header = lines[index - 1]
      const delimiter = lines[index]
      if (header?.text.includes('|') && delimiter) {
        const [result, expected] = [countCells(delimiter.text), countCells(header.text)]
        if (result === expected) return
        report(file, problem('table-delimiter', result, expected), pointAt(delimiter.start))
      } else if (isUnderlined || lines.filter((line) => row.test(line.text)).length > 1) {
        const first = lines.find((line) => row.test(line.text))
        report(file, problem('table-no-delimiter'), pointAt(first?.start ?? 0))
      }
    }
  }
}

function linesOf(text: string): { text: string; start: number }[] {
  return [...text.matchAll(/[^\r\n]+/g)].map((match) => {
    const indent = /^[ \t]*/.exec(match[0])?.[0].length ?? 0
    return { text: match[0], start: match.index + indent }
  })
}

function countCells(line: string): number {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|').length
}

function cells(count: number): string {
  return `${count} ${count === 1 ? 'cell' : 'cells'}`
}
