/**
 * Keep the cells that a row has beyond the header of its table, and report the row.
 *
 * GFM drops them (“the excess is ignored”, https://github.github.com/gfm/#tables-extension-), most often
 * because of a `|` in code. The table gets a column without a name instead.
 */
import type { Root, Table, TableRow } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from './visit.ts'
import type { VFile } from 'vfile'
import { defineProblems, report } from './problems.ts'
import { sourceOf } from './typed-text.ts'

const problem = defineProblems('markdown', {
  'table-row-cells': (count: number, header: number, hasCode: boolean, isCut: boolean) => ({
    severity: 'warning',
    reason:
      `Row has ${count} cells, but the header of its table has ${header}. ` +
      (hasCode
        ? 'Write `\\|` for a `|` in code.'
        : 'Write `\\|` for a `|` that is text, or add a column to the header.'),
    note: isCut
      ? 'A `|` ends a cell. `docfx.json` says that tables are as wide as their header, so the other cells are not shown.'
      : 'A `|` ends a cell, in code too. The cells are shown in a column without a name.',
  }),
})

interface TableRowOptions {
  /** Whether cells beyond the header are left out, as GFM does; they are reported all the same. */
  hasHeaderWidth?: (file: VFile) => boolean
}

/** Comes before included files are put in: their rows are reported in their own file. */
export default function remarkTableRows({ hasHeaderWidth }: Readonly<TableRowOptions> = {}) {
  return (tree: Root, file: VFile): undefined => {
    const isCut = hasHeaderWidth?.(file) ?? false
    const source = sourceOf(file)
    if (!source.includes('|')) return
    visit(tree, 'table', (table) => {
      const [header, ...rows] = table.children
      const width = header?.children.length ?? 0
      let widest = width
      for (const row of rows) {
        const filled = filledWidth(row)
        if (filled > width) reportRow(row, width)
        widest = Math.max(widest, filled)
      }
      if (!isCut) widen(table, widest)
    })

    function reportRow(row: TableRow, width: number): void {
      const typed = source.slice(row.position?.start.offset, row.position?.end.offset)
      const between = typed.split('`').slice(1, -1)
      const hasCode = between.some((part) => /(?<!\\)\|/.test(part))
      report(file, problem('table-row-cells', row.children.length, width, hasCode, isCut), row)
    }
  }
}

/** The number of cells up to the last one that has something in it. */
function filledWidth({ children }: TableRow): number {
  return 1 + children.findLastIndex((cell) => cell.children.length > 0 || toString(cell) !== '')
}

/** The step to HTML cuts rows at the number of alignments. */
function widen(table: Table, width: number): void {
  const align = table.align ?? []
  const missing = Math.max(
    0,
    width - Math.max(align.length, table.children[0]?.children.length ?? 0),
  )
  table.align = [...align, ...Array.from({ length: missing }, () => null)]
}
