/** Columns of two tables that belong together, by all of their rows at once: a single cell says too little. */
import { alignIndices } from './pages.ts'
import { constants } from './constants.ts'
import { scorePair, weightsOf } from './score.ts'
import type { Matches } from './sequence.ts'
import { type AlignUnit, unitOf } from './units.ts'

type Columns = ReadonlyMap<number, number>

/**
 * Look up by two rows that are a pair which columns of their tables go together. Where both have as many, each stays
 * where it is unless their words say otherwise.
 */
export function matchColumns(
  rows: readonly (readonly [AlignUnit, AlignUnit])[],
  [from, to]: readonly [string, string],
  ratio: number,
  wordsOf: (row: AlignUnit, texts: readonly [string, string]) => number = () => 0,
): (source: AlignUnit, target: AlignUnit) => Columns | undefined {
  const byTables = Map.groupBy(rows.filter(hasChoice), ([source, target]) => keyOf(source, target))
  const columns = new Map([...byTables].map(([key, pairs]) => [key, columnsOf(pairs)]))
  return (source, target) => columns.get(keyOf(source, target))

  function columnsOf(pairs: readonly (readonly [AlignUnit, AlignUnit])[]): Columns {
    const cells = pairs.map(([source, target]) => ({
      row: source,
      sources: source.blocks.map((block) => unitOf('row', [block], from)),
      targets: target.blocks.map((block) => unitOf('row', [block], to)),
    }))
    const weights = weightsOf(
      cells.flatMap(({ sources }) => sources),
      cells.flatMap(({ targets }) => targets),
      ratio,
    )
    const score = (item: number, other: number) => {
      const scores = cells.flatMap(({ row, sources, targets }) => {
        const [source, target] = [inColumn(sources, item), inColumn(targets, other)]
        if (!source || !target) return source || target ? [-constants.columns.empty] : []
        const words = wordsOf(row, [textOf(source), textOf(target)])
        return (scorePair(source, target, weights)?.score ?? 0) + words
      })
      return scores.reduce((sum, value) => sum + value, 0) / (scores.length || 1)
    }
    const [[source, target] = []] = pairs
    const count = (unit: AlignUnit | undefined) => [...Array(unit?.columns ?? 0).keys()]
    const found = alignIndices(count(source), count(target), score)
    if (source?.columns !== target?.columns) return new Map(found)
    const same = count(source).map((column) => [column, column] as const)
    const sum = (matches: Matches) =>
      matches.reduce((total, match) => total + score(...match) - 2 * constants.score.gap, 0)
    return new Map(sum(found) > sum(same) + constants.columns.moved ? found : same)
  }
}

function hasChoice([source, target]: readonly [AlignUnit, AlignUnit]): boolean {
  return (source.columns ?? 0) > 1 || (target.columns ?? 0) > 1
}

function textOf({ blocks }: AlignUnit): string {
  return blocks.map(({ text }) => text).join(' ')
}

function inColumn(units: readonly AlignUnit[], column: number): AlignUnit | undefined {
  return units.find(({ blocks }) => blocks[0]?.place.cell?.column === column)
}

function keyOf(source: AlignUnit, target: AlignUnit): string {
  return `${source.blocks[0]?.place.cell?.table} ${target.blocks[0]?.place.cell?.table}`
}
