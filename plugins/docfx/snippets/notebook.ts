/** Code of a Jupyter notebook: the cell whose metadata have a name. */
import type { Problem } from '../../problems.ts'
import { problem } from './problems.ts'

interface Cell {
  metadata?: { name?: unknown }
  /** One text, or its lines. */
  source?: unknown
}

/** The code of the one cell of that name; none, and why, where there is no such cell. */
export function cellIn(
  text: string,
  name: string,
  path: string,
): { value: string; problems: Problem[] } {
  const cells = cellsIn(text)
  if (!cells) return { value: '', problems: [problem('snippet-notebook', path)] }
  const named = cells.filter((cell) => cell.metadata?.name === name)
  const [cell] = named
  if (!cell || named.length > 1) {
    return { value: '', problems: [problem('snippet-cell', name, path, named.length)] }
  }
  const { source } = cell
  const lines = [source].flat().filter((line) => typeof line === 'string')
  return { value: lines.join(''), problems: [] }
}

function cellsIn(text: string): readonly Cell[] | undefined {
  try {
    const { cells } = JSON.parse(text) as { cells?: unknown }
    if (!Array.isArray(cells)) return undefined
    return cells.filter((cell) => typeof cell === 'object' && cell !== null) as Cell[]
  } catch {
    return undefined
  }
}
