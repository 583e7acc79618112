/** Alerts and tables that differ from the source. */
import type { Root } from 'mdast'
import { visit } from '#plugins/visit.ts'
import { largest } from '#plugins/large-arrays.ts'
import { defineProblems } from '#plugins/problems.ts'
import { type Block, isInCode } from '../blocks/block.ts'
import type { BlockPair } from '../state/state.ts'
import { type LintContext, type PageRule, findingAt } from './context.ts'
import type { Finding } from './finding.ts'

const problem = defineProblems('translation', {
  'l10n-alert': (actual: string, expected: string) => ({
    severity: 'warning',
    reason: `The alert here is \`[!${actual}]\`. Use \`[!${expected}]\` as in the source.`,
  }),
  'l10n-alert-missing': (expected: string) => ({
    severity: 'warning',
    reason: `This text is in an alert in the source. Put it into \`[!${expected}]\`.`,
  }),
  'l10n-alert-extra': (actual: string) => ({
    severity: 'warning',
    reason: `In the source this text is not in an alert. Take it out of \`[!${actual}]\`.`,
  }),
  'l10n-table': (what: 'rows' | 'columns', actual: number, expected: number) => ({
    severity: 'warning',
    reason: `Table has ${actual} ${what}, the source has ${expected}. Make them the same.`,
  }),
})

interface Alert {
  kind: string
  start: number
  end: number
  /** Of its marker. */
  marker: number
}

const markerLine = /^[ \t>]*\[!(note|tip|important|caution|warning)\][ \t]*\r?$/gim

export const alerts: PageRule = (pairs, context) => {
  const [own, others] = [context.target, context.source].map(({ text }, index) =>
    alertsIn(index === 0 ? context.trees.target : context.trees.source, text),
  )
  const known = new Set<Alert>()
  return pairs.flatMap((pair): Finding[] => {
    const { source, target, state } = pair
    if (!source || !target || state === 'stale' || isInCode(target)) return []
    const match = own?.find(holds(target))
    const expected = others?.find(holds(source))
    if (match?.kind === expected?.kind) return []
    // One finding for an alert, however many paragraphs it has.
    const alert = match ?? expected
    if (!alert || known.has(alert)) return []
    known.add(alert)
    const place = match
      ? ([match.marker, match.marker + `[!${match.kind}]`.length] as const)
      : ([target.start, target.end] as const)
    return [findingAt(context, textFor(match, expected), place, target.hash)]
  })
}

function textFor(match: Alert | undefined, expected: Alert | undefined) {
  if (match && expected) return problem('l10n-alert', match.kind, expected.kind)
  if (match) return problem('l10n-alert-extra', match.kind)
  return problem('l10n-alert-missing', expected?.kind ?? '')
}

/** A quotation may hold several alerts, one after the other. */
function alertsIn(tree: Root, text: string): Alert[] {
  const results: Alert[] = []
  visit(tree, 'blockquote', ({ position }) => {
    const [start = 0, end = 0] = [position?.start.offset, position?.end.offset]
    const markers = [...text.slice(start, end).matchAll(markerLine)]
    for (const [index, match] of markers.entries()) {
      const next = markers[index + 1]
      const from = start + match.index
      results.push({
        kind: (match[1] ?? '').toUpperCase(),
        start: from,
        end: next ? start + next.index : end,
        marker: from + match[0].indexOf('['),
      })
    }
  })
  // Of quotations in each other the innermost.
  return results.toSorted((a, b) => b.start - a.start)
}

function holds(block: Block): (alert: Alert) => boolean {
  return ({ start, end }) => block.start >= start && block.end <= end
}

interface Shape {
  rows: number
  columns: number
  start: number
  end: number
}

/** Rows and columns; which table is which is known from the pairs of their cells. */
export const tables: PageRule = (pairs, context) => {
  const own = tablesIn(context.trees.target)
  const others = tablesIn(context.trees.source)
  const twins = new Map<number, BlockPair>()
  for (const pair of pairs) {
    const table = pair.target?.place.cell?.table
    if (table !== undefined && pair.source?.place.cell && !twins.has(table)) twins.set(table, pair)
  }
  return [...twins].flatMap(([table, { source, target }]) =>
    shapes(own[table], others[source?.place.cell?.table ?? -1], target, context),
  )
}

function shapes(
  match: Shape | undefined,
  expected: Shape | undefined,
  target: Block | undefined,
  context: LintContext,
): Finding[] {
  if (!match || !expected || !target) return []
  const what = (['columns', 'rows'] as const).find((item) => match[item] !== expected[item])
  if (!what) return []
  const { text } = context.target
  const lineEnd = text.indexOf('\n', match.start)
  const place = [match.start, lineEnd < 0 ? match.end : Math.min(lineEnd, match.end)] as const
  const finding = problem('l10n-table', what, match[what], expected[what])
  return [findingAt(context, finding, place, target.hash)]
}

function tablesIn(tree: Root): Shape[] {
  const results: Shape[] = []
  visit(tree, 'table', ({ children, position }) => {
    results.push({
      rows: children.length,
      columns: largest(
        children.map((row) => row.children.length),
        0,
      ),
      start: position?.start.offset ?? 0,
      end: position?.end.offset ?? 0,
    })
  })
  return results
}
