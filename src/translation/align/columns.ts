/** Columns of two tables that belong together, by all of their rows at once: a single cell says too little. */
import { scorePair, weightsOf } from './score.ts'
import { alignIndices } from './pages.ts'
import { type AlignUnit, unitOf } from './units.ts'

type Columns = ReadonlyMap<number, number>

/**
 * Look up by two rows that are a pair which columns of their tables go together; undefined where both have as many, so
 * that each stays where it is.
 */
export function matchColumns(
  rows: readonly (readonly [AlignUnit, AlignUnit])[],
  [from, to]: readonly [string, string],
  ratio: number,
): (source: AlignUnit, target: AlignUnit) => Columns | undefined {
  const different = rows.filter(
    ([source, target]) => source.columns !== undefined && source.columns !== target.columns,
  )
  const byTables = Map.groupBy(different, ([source, target]) => keyOf(source, target))
  const columns = new Map([...byTables].map(([key, pairs]) => [key, columnsOf(pairs)]))
  return (source, target) => columns.get(keyOf(source, target))

  function columnsOf(pairs: readonly (readonly [AlignUnit, AlignUnit])[]): Columns {
    const cells = pairs.map(([source, target]) => ({
      sources: source.blocks.map((block) => unitOf('row', [block], from)),
      targets: target.blocks.map((block) => unitOf('row', [block], to)),
    }))
    const all = cells.flatMap(({ sources, targets }) => [...sources, ...targets])
    const weights = weightsOf(all, ratio)
    const score = (item: number, other: number) => {
      const scores = cells.flatMap(({ sources, targets }) => {
        const [source, target] = [inColumn(sources, item), inColumn(targets, other)]
        // An empty cell in one of them only says that they are not the same column.
        if (!source || !target) return source || target ? [-0.5] : []
        return scorePair(source, target, weights)?.score ?? []
      })
      return scores.reduce((sum, value) => sum + value, 0) / (scores.length || 1)
    }
    const [[source, target] = []] = pairs
    const count = (unit: AlignUnit | undefined) => [...Array(unit?.columns ?? 0).keys()]
    return new Map(alignIndices(count(source), count(target), score))
  }
}

function inColumn(units: readonly AlignUnit[], column: number): AlignUnit | undefined {
  return units.find(({ blocks }) => blocks[0]?.place.cell?.column === column)
}

function keyOf(source: AlignUnit, target: AlignUnit): string {
  return `${source.blocks[0]?.place.cell?.table} ${target.blocks[0]?.place.cell?.table}`
}
