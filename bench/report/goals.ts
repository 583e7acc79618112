/** What the engine is to reach, and how near it is: ratios of what was built one after the other. */
import { medianOf } from '../measure/median.ts'
import type { Cell, Figures, Sample } from '../measure/sample.ts'
import { tableOf } from './tables.ts'

/** One measurement among all: whose, on what, in which cell. */
interface Place {
  generator: string
  input: string
  cell: Cell
}

interface Goal {
  row: string
  most: number
  unit?: string
  digits?: number
  /** One value for each run that has what is needed. */
  values: (samples: readonly Sample[]) => number[]
}

const own = 'Passerelle'

const goals: readonly Goal[] = [
  beside('36 pages, cold, theme compiled before', 0.5, '36', 'cold', 'cpu'),
  beside('1,001 pages, cold', 0.35, '1001', 'cold', 'cpu'),
  beside('1,001 pages, cold, memory', 0.5, '1001', 'cold', 'memory'),
  beside('1,001, one page changed', 0.08, '1001', 'one', 'cpu'),
  beside('1,001, nothing changed', 0.05, '1001', 'unchanged', 'cpu'),
  plain('1,001, nothing changed, files written', 0, '1001', 'unchanged', 'written'),
  perPage('5,001, CPU per page against 1,001', 1.1, '5001', 'cpu'),
  perPage('5,001, bytes per page against 1,001', 1.1, '5001', 'bytes'),
  plain('5,001, memory', 700, '5001', 'cold', 'memory', 1e6, ' MB'),
  perPage('a guide against a docfx page', 1.5, 'guides', 'cpu'),
  againstCold('NuGet pair, one page changed, against its own cold build', 0.08, 'nuget', 'one'),
  againstCold('NuGet pair, nothing changed', 0.04, 'nuget', 'unchanged'),
  ratio(
    'NuGet pair, cold, against an earlier version',
    0.4,
    { generator: own, input: 'nuget', cell: 'cold' },
    { generator: 'before', input: 'nuget', cell: 'cold' },
    'cpu',
  ),
  plain('output at 1,001', 30, '1001', 'cold', 'bytes', 1e6, ' MB'),
  ...['own', '1001'].flatMap((input) => [
    plain(`dev, save to screen, ${input}`, 300, input, 'dev', 'wall', 1e-3, ' ms'),
    plain(`dev, CPU of a save, ${input}`, 0.3, input, 'dev', 'cpu', 1, ' s', 2),
  ]),
  plain('first view at 1,001', 17, '1001', 'view', 'sent', 1e3, ' kB', 1),
  plain('first view at 1,001, requests', 3, '1001', 'view', 'requests'),
  plain('first search at 1,001', 125, '1001', 'search', 'sent', 1e3, ' kB', 1),
  plain('first search, own', 100, 'own', 'search', 'sent', 1e3, ' kB', 1),
  plain('first search at 5,001', 150, '5001', 'search', 'sent', 1e3, ' kB', 1),
]

/** The rows for which there are samples. */
export function goalTable(samples: readonly Sample[]): string {
  const rows = goals.flatMap(({ row, most, unit = '', digits = 2, values }) => {
    const sorted = values(samples).toSorted((a, b) => a - b)
    if (sorted.length === 0) return []
    const value = medianOf(sorted)
    const shown = (number: number) => number.toFixed(digits)
    const range = sorted.length > 1 ? `${shown(sorted[0]!)}–${shown(sorted.at(-1)!)}` : '–'
    const verdict = value <= most ? 'yes' : 'no'
    return [[row, `${shown(value)}${unit}`, range, `≤ ${most}${unit}`, verdict]]
  })
  return tableOf(['what', 'median', 'range', 'target', 'reached'], rows)
}

function ratio(row: string, most: number, of: Place, to: Place, name: keyof Figures): Goal {
  return {
    row,
    most,
    values: (samples) =>
      pairs(samples, of, to).map(([a, b]) => a.figures[name]! / b.figures[name]!),
  }
}

/** Against Starlight, on the same pages. */
function beside(row: string, most: number, input: string, cell: Cell, name: keyof Figures): Goal {
  const [of, to] = [own, 'Starlight'].map((generator) => ({ generator, input, cell }))
  return ratio(row, most, of!, to!, name)
}

function againstCold(row: string, most: number, input: string, cell: Cell): Goal {
  const place = { generator: own, input }
  return ratio(row, most, { ...place, cell }, { ...place, cell: 'cold' }, 'cpu')
}

/** Against a page of the site of 1,001 pages. */
function perPage(row: string, most: number, input: string, name: keyof Figures): Goal {
  const [of, to] = [input, '1001'].map((each) => ({
    generator: own,
    input: each,
    cell: 'cold' as const,
  }))
  const each = (sample: Sample) => sample.figures[name]! / sample.pages
  return {
    row,
    most,
    values: (samples) => pairs(samples, of!, to!).map(([a, b]) => each(a) / each(b)),
  }
}

function plain(
  row: string,
  most: number,
  input: string,
  cell: Cell,
  name: keyof Figures,
  unit = 1,
  unitName = '',
  digits = 0,
): Goal {
  return {
    row,
    most,
    unit: unitName,
    digits,
    values: (samples) =>
      samplesAt(samples, { generator: own, input, cell }).map(
        ({ figures }) => figures[name]! / unit,
      ),
  }
}

/** Neighbours: what was measured in the same run, by the order in which it was. */
function pairs(samples: readonly Sample[], of: Place, to: Place): [Sample, Sample][] {
  const others = samplesAt(samples, to)
  return others.flatMap((other): [Sample, Sample][] => {
    const before = samples.indexOf(other)
    const same = samplesAt(samples, of).filter(({ run }) => run === other.run)
    const distance = (sample: Sample) => Math.abs(samples.indexOf(sample) - before)
    const [nearest] = same.toSorted((a, b) => distance(a) - distance(b))
    return nearest ? [[nearest, other]] : []
  })
}

function samplesAt(samples: readonly Sample[], { generator, input, cell }: Place): Sample[] {
  return samples.filter(
    (item) => item.generator === generator && item.input === input && item.cell === cell,
  )
}
