/** The cell and table that a text is in, by the tags around it in the order of the page. */
import type { BlockPlace } from './block.ts'

type Cell = NonNullable<BlockPlace['cell']>

interface OpenTable extends Cell {
  /** The cell is open, and has not been taken yet. */
  isNew: boolean
}

export interface TableCells {
  open: (name: string) => void
  close: (name: string) => void
  /** The open cell, once: what else is in it is a paragraph. */
  take: () => Cell | undefined
}

/** @param nextTable - Gives each table of a page its number. */
export function tableCells(nextTable: () => number): TableCells {
  const tables: OpenTable[] = []
  return {
    open(name) {
      if (name === 'table') {
        tables.push({ table: nextTable(), row: -1, column: -1, isNew: false })
      }
      const table = tables.at(-1)
      if (!table) return
      if (name === 'tr') Object.assign(table, { row: table.row + 1, column: -1, isNew: false })
      if (name === 'td' || name === 'th') {
        Object.assign(table, { column: table.column + 1, isNew: table.row >= 0 })
      }
    },
    close(name) {
      const table = tables.at(-1)
      if (name === 'table') tables.pop()
      else if (table && (name === 'td' || name === 'th')) table.isNew = false
    },
    take() {
      const match = tables.at(-1)
      if (!match?.isNew) return undefined
      match.isNew = false
      const { table, row, column } = match
      return { table, row, column }
    },
  }
}
