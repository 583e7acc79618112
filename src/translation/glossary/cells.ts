/** The cells of a CSV file with their offsets, so that one can be replaced without touching another byte. */
import Papa from 'papaparse'
import { delimiterOf } from '../formats/delimiter.ts'

export interface Cell {
  /** Offsets between its delimiters, quotes included. */
  start: number
  end: number
  value: string
}

/** All rows; undefined for a file with broken quotes. */
export function cellsOf(text: string): Cell[][] | undefined {
  const delimiter = delimiterOf(text)
  const rows: Cell[][] = [[]]
  for (let index = 0; ;) {
    const start = index
    if (text[index] === '"') index = afterQuotes(text, index)
    while (index < text.length && text[index] !== delimiter && !isLineEnd(text, index)) index++
    const typed = text.slice(start, index)
    const isQuoted = typed.startsWith('"')
    const value = isQuoted ? typed.trimEnd().slice(1, -1).replaceAll('""', '"') : typed
    rows.at(-1)?.push({ start, end: index, value })
    if (index >= text.length) break
    if (text[index] === delimiter) index++
    else {
      index += text[index] === '\r' && text[index + 1] === '\n' ? 2 : 1
      rows.push([])
    }
  }
  // A file that Papa Parse reads otherwise is ambiguous, and not ours to rewrite.
  const { data, errors } = Papa.parse<string[]>(text, { delimiter })
  const isSame = JSON.stringify(data) === JSON.stringify(rows.map(valuesOf))
  return isSame && errors.length === 0 ? rows : undefined
}

/**
 * Replace the values of some cells, quoted if they were or must be.
 *
 * @returns Undefined if the result does not read back as exactly these values.
 */
export function withCells(
  text: string,
  changes: readonly { cell: Cell; value: string }[],
): string | undefined {
  const delimiter = delimiterOf(text)
  let result = ''
  let end = 0
  for (const { cell, value } of changes.toSorted((a, b) => a.cell.start - b.cell.start)) {
    const isQuoted = text[cell.start] === '"' || /["\r\n]|^\s|\s$/.test(value)
    const typed = isQuoted || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value
    result += text.slice(end, cell.start) + typed
    end = cell.end
  }
  result += text.slice(end)
  const values = new Map(changes.map(({ cell, value }) => [cell.start, value]))
  const expected = cellsOf(text)?.map((row) =>
    row.map(({ start, value }) => values.get(start) ?? value),
  )
  const actual = cellsOf(result)?.map(valuesOf)
  return expected && JSON.stringify(actual) === JSON.stringify(expected) ? result : undefined
}

/**
 * Merge versions of a file that each changed other cells.
 *
 * @param base - The file that all versions were made from.
 * @returns Undefined if two versions changed the same cell differently, or one changed its rows or columns.
 */
export function mergedCells(base: string, versions: readonly string[]): string | undefined {
  const before = cellsOf(base)?.flat()
  const others = versions.map((text) => cellsOf(text)?.flat())
  if (!before || others.some((cells) => cells?.length !== before.length)) return undefined
  const changes = before.flatMap((cell, index) => {
    const values = others.flatMap((cells) => cells?.[index]?.value ?? [])
    return [...new Set(values)]
      .filter((value) => value !== cell.value)
      .map((value) => ({ cell, value }))
  })
  const isConflict = new Set(changes.map(({ cell }) => cell)).size < changes.length
  return isConflict ? undefined : withCells(base, changes)
}

function afterQuotes(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    if (text[index] !== '"') continue
    if (text[index + 1] !== '"') return index + 1
    index++
  }
  return text.length
}

function isLineEnd(text: string, index: number): boolean {
  return text[index] === '\n' || text[index] === '\r'
}

function valuesOf(row: readonly Cell[]): string[] {
  return row.map(({ value }) => value)
}
