/** Compare a translation’s procedures with those of its source page. */
import type { VFile } from 'vfile'
import { defineProblems, report } from '../problems.ts'
import { type StepMark, noPhase } from './step-attributes.ts'
import type { GuideProcedure, GuideStep, StepItem } from './steps.ts'
import type { Point, Position } from 'unist'
import type { FallbackPage } from './fill-steps.ts'
import type { PlacedProcedure } from './place-procedures.ts'

/** The source page’s procedures, what a translation falls back to, and the file’s name for messages. */
export interface SourceProcedures extends FallbackPage {
  name: string
  procedures: readonly GuideProcedure[]
  /** The same as they were written. */
  copies: readonly PlacedProcedure[]
}

/** A step of a translation that its source has, too. */
export interface ComparedStep {
  item: StepItem
  mark: StepMark
  /** Undefined for one that the source lacks. */
  step: GuideStep | undefined
}

const problem = defineProblems('procedures', {
  'procedure-count': (actual: number, expected: number, location: string) => ({
    severity: 'error',
    reason: `Page has ${actual} procedures, its source ${location} has ${expected}. Delete what the source does not have, or add it there.`,
  }),
  'procedure-steps': (actual: number, expected: number, location: string) => ({
    severity: 'error',
    reason: `Procedure has ${actual} steps, its source at ${location} has ${expected}. Delete what the source does not have, or add it there.`,
    note: 'A translation has the same steps in the same order; ids and parties come from the source.',
  }),
  'step-missing': (what: string, location: string) => ({
    severity: 'warning',
    reason: `${what} at ${location} is not translated yet. Readers get it in the language of the source.`,
  }),
  'procedure-missing': (count: number, location: string) => ({
    severity: 'warning',
    reason: `The procedure at ${location} is not translated yet. Readers get its ${count === 1 ? 'step' : `${count} steps`} in the language of the source.`,
  }),
  'step-differs': (here: string, there: string, location: string) => ({
    severity: 'error',
    reason: `Step differs from the source at ${location}: ${here} here, ${there} there. Delete it here.`,
    note: 'A translation needs only text: ids, parties, phases and services come from the source page.',
  }),
})

/** Report how a procedure of a translation departs from its source, step by step. */
export function compareSteps(
  own: readonly ComparedStep[],
  procedure: { mark: StepMark; place: Position | undefined },
  source: { name: string; procedure: GuideProcedure },
  file: VFile,
): void {
  const { steps, place } = source.procedure
  const locate = (where: Position | undefined) => placeName(source.name, where)
  if (own.length > steps.length) {
    const extra = own[steps.length]?.item.place
    const finding = problem('procedure-steps', own.length, steps.length, locate(place))
    report(file, finding, extra ?? procedure.place)
    return
  }
  for (const { item, mark, step } of own) {
    if (!step) continue
    const differs = (here: string, there: string) =>
      report(file, problem('step-differs', here, there, locate(step.place)), item.place)
    for (const [here, there] of differences({ ...procedure.mark, ...mark }, step))
      differs(here, there)
    if (item.subSteps > step.subSteps) {
      differs(`${item.subSteps} sub-steps`, String(step.subSteps))
    }
    if (item.result && !step.hasResult) differs('a result', 'none')
  }
}

/** A page that has more procedures than its source. */
export function compareCounts(
  count: number,
  { name, procedures }: SourceProcedures,
  place: Position | undefined,
  file: VFile,
): void {
  if (count <= procedures.length) return
  const location = placeName(name, procedures.at(-1)?.place)
  const finding = problem('procedure-count', count, procedures.length, location)
  report(file, finding, place ?? { line: 1, column: 1 })
}

/** Report what a translation lacks, at the place in the translation where it would be. */
export function reportMissing(
  what: { kind: 'procedure'; count: number } | { kind: 'step' | 'sub-step' | 'result'; id: string },
  source: { name: string; place: Position | undefined },
  place: Position | Point | undefined,
  file: VFile,
): void {
  const location = placeName(source.name, source.place)
  const names = { step: 'Step', 'sub-step': 'A sub-step of', result: 'The result of' }
  const missing =
    what.kind === 'procedure'
      ? problem('procedure-missing', what.count, location)
      : problem('step-missing', `${names[what.kind]} \`${what.id}\``, location)
  report(file, missing, place ?? { line: 1, column: 1 })
}

/** The attributes of a translation’s mark that differ from its source. */
function* differences(mark: StepMark, step: GuideStep): Generator<[here: string, there: string]> {
  if (mark.id !== undefined && mark.id !== step.id) {
    yield [`id ${quoted([mark.id])}`, quoted([step.id])]
  }
  if (mark.parties && mark.parties.join(' ') !== step.parties.join(' ')) {
    yield [`parties ${quoted(mark.parties)}`, quoted(step.parties)]
  }
  for (const key of ['phase', 'service', 'option'] as const) {
    const value = mark[key] === noPhase ? undefined : mark[key]
    if (value !== undefined && value !== step[key]) {
      yield [`${key} ${quoted([value])}`, step[key] ? quoted([step[key]]) : 'none']
    }
  }
  if (mark.optional !== undefined && mark.optional !== step.optional) {
    yield mark.optional ? ['`optional`', 'not'] : ['not `optional`', '`optional`']
  }
}

function quoted(names: readonly string[]): string {
  return names.length ? names.map((name) => `\`${name}\``).join(' ') : 'none'
}

/** `file:line:column`, which editors and terminals open. */
export function placeName(name: string, place: Position | undefined): string {
  return place ? `${name}:${place.start.line}:${place.start.column}` : name
}
