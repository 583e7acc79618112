/**
 * Make responsibility matrices of `matrix` directives.
 *
 * `::matrix{phase=enable}` asks for the steps of a phase, of a service, or of the whole docset: it
 * becomes a component, because it needs every page. `:::matrix` around a table is written by hand and
 * checked for the same things: its columns are parties, and every row has at least one in charge.
 *
 * @example
 *   :::matrix[General duties]
 *   | What | Customer | FastTrack |
 *   | --- | --- | --- |
 *   | Name a project manager | x | – |
 *   :::
 */
import type { Root, Table, TableCell, TableRow } from 'mdast'
import type {} from 'remark-mdx'
import { toString } from 'mdast-util-to-string'
import type { Transformer } from 'unified'
import type { Position } from 'unist'
import { SKIP, visit } from '../visit.ts'
import type { VFile } from 'vfile'
import { defineProblems, report } from '../problems.ts'
import { placeName } from './compare-steps.ts'
import type { ContainerDirective, LeafDirective } from './directives.ts'
import { readMark } from './step-attributes.ts'
import type { Vocabulary } from './vocabulary.ts'
import { nearestName } from '../nearest-name.ts'

/** A matrix that a page asks for, or one that it holds. */
export interface GuideMatrix {
  phase?: string
  service?: string
  /** Of one by hand: its rows, each the ids of the parties in charge. */
  rows?: readonly (readonly string[])[]
  place: Position | undefined
}

export interface MatrixOptions {
  vocabulary: (file: VFile) => Vocabulary
  /** The matrices of the source page that the file translates. */
  sourceMatrices: (
    file: VFile,
  ) => Promise<{ name: string; matrices: readonly GuideMatrix[] } | undefined>
}

declare module 'vfile' {
  interface DataMap {
    matrices: readonly GuideMatrix[]
    /** The page has a matrix made by hand. */
    hasMatrix: true
  }
}

const problem = defineProblems('procedures', {
  'matrix-empty': () => ({
    severity: 'error',
    reason:
      '`:::matrix` has no table. Put one in it, or write `::matrix` for the steps of the docset.',
  }),
  'directive-label': (directive: string) => ({
    severity: 'error',
    reason: `The name in \`${directive}[…]\` is not shown. Write it as a heading or a paragraph above.`,
  }),
  'matrix-column': (label: string, known: readonly string[], near: string | undefined) => ({
    severity: 'error',
    reason:
      `No party is called “${label}”. ` +
      (near
        ? `Did you mean “${near}”?`
        : `Use one of ${known.map((value) => `“${value}”`).join(', ')}.`),
    note: 'The columns of a matrix after the first are parties, by their label in the language of the page.',
  }),
  'matrix-row': (what: string) => ({
    severity: 'error',
    reason: `Row “${what}” has no party in charge. Write \`x\` or text under at least one.`,
  }),
  // A translation that is behind its source is the normal state: it is published all the same.
  'matrix-missing': (what: string, actual: number, expected: number, location: string) => ({
    severity: 'warning',
    reason: `Translation has ${actual} ${what}, its source at ${location} has ${expected}. Translate what is missing.`,
  }),
  'matrix-differs': (here: string, there: string, location: string) => ({
    severity: 'error',
    reason: `Matrix differs from the source at ${location}: ${here} here, ${there} there. Make it the same.`,
  }),
})

export default function remarkMatrix(options: Readonly<MatrixOptions>): Transformer<Root> {
  return async (tree, file) => {
    const vocabulary = options.vocabulary(file)
    const results: { matrix: GuideMatrix; table?: Table }[] = []
    visit(tree, (node, index, parent) => {
      if (
        node.type === 'leafDirective' &&
        node.name === 'matrix' &&
        parent &&
        index !== undefined
      ) {
        if (node.children.length) report(file, problem('directive-label', '::matrix'), node)
        const asked = readMark(node, ['phase', 'service'], vocabulary, file)
        results.push({ matrix: { ...asked, place: node.position } })
        parent.children.splice(index, 1, component(node, asked))
        return SKIP
      }
      if (node.type === 'containerDirective' && node.name === 'matrix') {
        results.push(readTable(node, vocabulary, file))
        return SKIP
      }
      return undefined
    })
    file.data.matrices = results.map(({ matrix }) => matrix)
    const source = await options.sourceMatrices(file)
    if (source) compare(results, source, file)
  }
}

function component(node: LeafDirective, asked: { phase?: string; service?: string }) {
  const attributes = (['phase', 'service'] as const).flatMap((name) => {
    const value = asked[name]
    return value ? [{ type: 'mdxJsxAttribute' as const, name, value }] : []
  })
  return {
    type: 'mdxJsxFlowElement' as const,
    name: 'ResponsibilityMatrix',
    attributes,
    children: [],
    ...(node.position && { position: node.position }),
  }
}

function readTable(container: ContainerDirective, vocabulary: Vocabulary, file: VFile) {
  const place = container.position && {
    start: container.position.start,
    end: container.position.start,
  }
  const table = container.children.find((child) => child.type === 'table')
  container.data = {
    ...container.data,
    hName: 'div',
    hProperties: { className: ['matrix'], dataMatrix: 'hand' },
  }
  file.data.hasMatrix = true
  if (!table) {
    report(file, problem('matrix-empty'), place)
    return { matrix: { rows: [], place } }
  }
  const [head, ...body] = table.children
  const columns = readColumns(head, vocabulary, file)
  const rows = body.map((row) => {
    const inCharge = row.children.slice(1).flatMap((cell, index) => {
      const party = columns[index]
      return party !== undefined && isInCharge(cell) ? [party] : []
    })
    if (inCharge.length === 0 && columns.length && !columns.includes(undefined)) {
      report(file, problem('matrix-row', toString(row.children[0] ?? row)), row)
    }
    const inOrder = [...vocabulary.parties.keys()].filter((id) => inCharge.includes(id))
    return [...new Set([...inOrder, ...inCharge])]
  })
  return { matrix: { rows, place }, table }
}

function readColumns(
  head: TableRow | undefined,
  { parties, open }: Pick<Vocabulary, 'parties' | 'open'>,
  file: VFile,
) {
  const labels = [...parties.values()]
  return (head?.children ?? []).slice(1).map((cell): string | undefined => {
    const label = toString(cell).trim()
    const [id] = [...parties].find(([, item]) => item.toLowerCase() === label.toLowerCase()) ?? []
    if (id === undefined && open?.has('party')) return label
    if (id === undefined) {
      report(file, problem('matrix-column', label, labels, nearestName(label, labels)), cell)
    }
    return id
  })
}

/** Anything but a dash means that the party takes part. */
function isInCharge(cell: TableCell): boolean {
  return !/^[-–—]?$/.test(toString(cell).trim())
}

function compare(
  matches: readonly { matrix: GuideMatrix; table?: Table }[],
  source: { name: string; matrices: readonly GuideMatrix[] },
  file: VFile,
): void {
  const locate = (place: Position | undefined) => placeName(source.name, place)
  const { matrices } = source
  const [count, expected] = [matches.length, matrices.length]
  if (count !== expected) {
    const place = matches.at(-1)?.matrix.place ?? { line: 1, column: 1 }
    if (count < expected) {
      const last = locate(matrices.at(-1)?.place)
      report(file, problem('matrix-missing', 'matrices', count, expected, last), place)
      return
    }
    const difference = [`${count} matrices`, String(expected)] as const
    report(file, problem('matrix-differs', ...difference, locate(matrices.at(-1)?.place)), place)
    return
  }
  for (const [index, { matrix, table }] of matches.entries()) {
    const original = matrices[index]
    if (!original) continue
    for (const key of ['phase', 'service'] as const) {
      if (matrix[key] === original[key]) continue
      const difference = [`${key} ${quoted(matrix[key])}`, quoted(original[key])] as const
      report(file, problem('matrix-differs', ...difference, locate(original.place)), matrix.place)
    }
    const [rows, expectedRows] = [matrix.rows?.length ?? 0, original.rows?.length ?? 0]
    if (matrix.rows && rows < expectedRows) {
      const source = locate(original.place)
      report(file, problem('matrix-missing', 'rows', rows, expectedRows, source), matrix.place)
      continue
    }
    if (matrix.rows?.length !== original.rows?.length) {
      const difference = [`${rows} rows`, String(expectedRows)] as const
      report(file, problem('matrix-differs', ...difference, locate(original.place)), matrix.place)
      continue
    }
    for (const [row, parties] of (matrix.rows ?? []).entries()) {
      const expected = original.rows?.[row] ?? []
      if (parties.join(' ') === expected.join(' ')) continue
      const difference = [`parties in charge ${quoted(...parties)}`, quoted(...expected)] as const
      const finding = problem('matrix-differs', ...difference, locate(original.place))
      report(file, finding, table?.children[row + 1] ?? matrix.place)
    }
  }
}

function quoted(...names: readonly (string | undefined)[]): string {
  const known = names.filter((name) => name !== undefined)
  return known.length ? known.map((name) => `\`${name}\``).join(' ') : 'none'
}
