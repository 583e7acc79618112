/** What was measured, as Markdown. */
import { medianOf } from '../measure/median.ts'
import type { Cell, Figures, Sample } from '../measure/sample.ts'

const builds: readonly Cell[] = ['cold-theme', 'cold', 'unchanged', 'one']

const names: Readonly<Record<Cell, string>> = {
  'cold-theme': 'cold, theme to compile',
  cold: 'cold',
  unchanged: 'nothing changed',
  one: 'one page changed',
  view: 'first view',
  search: 'first search',
  dev: 'save',
}

/** Builds, one table for all inputs. */
export function buildTable(samples: readonly Sample[]): string {
  const rows = groupsOf(samples, builds).map(({ input, generator, cell, group }) => [
    input,
    generator,
    names[cell],
    figure(group, 'cpu', 1, 2),
    range(group.map(({ figures }) => figures.cpu!)),
    figure(group, 'wall', 1, 1),
    figure(group, 'memory', 1e6),
    figure(group, 'bytes', 1e6, 1),
    figure(group, 'files', 1),
    figure(group, 'written', 1),
    figure(group, 'changed', 1),
  ])
  const head = 'input|generator|build|CPU s|range|wall s|MB|output MB|files|written|other content'
  return tableOf(head.split('|'), rows)
}

/** First views and first searches. */
export function networkTable(samples: readonly Sample[]): string {
  const rows = groupsOf(samples, ['view', 'search']).map(({ input, generator, cell, group }) => [
    input,
    generator,
    names[cell],
    figure(group, 'sent', 1e3, 1),
    figure(group, 'requests', 1),
  ])
  return tableOf(['input', 'generator', 'what', 'kB', 'requests'], rows)
}

/** Saves in dev servers. */
export function devTable(samples: readonly Sample[]): string {
  const rows = groupsOf(samples, ['dev']).map(({ input, generator, group }) => [
    input,
    generator,
    figure(group, 'wall', 1e-3),
    figure(group, 'cpu', 1, 2),
    figure(group, 'memory', 1e6),
    figure(group, 'memoryAtEnd', 1e6),
    figure(group, 'saves', 1),
  ])
  const head = 'input|generator|save to screen, ms|CPU s|MB after 5|MB at the end|saves'
  return tableOf(head.split('|'), rows)
}

export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

interface Group {
  input: string
  generator: string
  cell: Cell
  group: Sample[]
}

/** Runs of the same thing together, in the order in which they were first seen. */
function groupsOf(samples: readonly Sample[], cells: readonly Cell[]): Group[] {
  const asked = samples.filter(({ cell }) => cells.includes(cell))
  const groups = Map.groupBy(asked, ({ input, generator, cell }) => [input, cell, generator].join())
  return [...groups.values()]
    .map((group) => ({ ...group[0]!, group }))
    .toSorted((a, b) => a.input.localeCompare(b.input, 'en', { numeric: true }))
}

function figure(group: readonly Sample[], name: keyof Figures, unit: number, digits = 0): string {
  const values = group.flatMap(({ figures }) => figures[name] ?? [])
  return values.length ? (medianOf(values) / unit).toFixed(digits) : '–'
}

function range(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  return values.length > 1 ? `${sorted[0]!.toFixed(2)}–${sorted.at(-1)!.toFixed(2)}` : '–'
}
