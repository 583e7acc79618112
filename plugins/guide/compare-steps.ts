/** A translation’s procedures beside those of its source page: what may not differ, and where it does. */
import type { VFile } from 'vfile'
import { defineProblems, report } from '../problems.ts'
import { type Mark, noPhase } from './marks.ts'
import type { GuideProcedure, GuideStep, StepItem } from './steps.ts'
import type { Position } from 'unist'

/** The source page’s procedures, and the file’s name for messages. */
export interface SourceProcedures {
  name: string
  procedures: readonly GuideProcedure[]
}

const problem = defineProblems({
  'procedure-count': (found: number, expected: number, at: string) => ({
    severity: 'error',
    reason: `Unexpected number of procedures (${found}), expected ${expected} as in the source page ${at}`,
  }),
  'procedure-steps': (found: number, expected: number, at: string) => ({
    severity: 'error',
    reason: `Unexpected number of steps (${found}), expected ${expected} as in the source at ${at}`,
    note: 'A translation has the same steps in the same order; ids and parties come from the source.',
  }),
  'step-differs': (what: string, found: string, expected: string, at: string) => ({
    severity: 'error',
    reason: `Unexpected ${what} ${found}, expected ${expected} as in the source at ${at}`,
    note: 'In a translation nothing but words is needed: ids, parties, phases and services come from the source page.',
  }),
})

/** Report how a procedure of a translation departs from its source, step by step. */
export function compareSteps(
  items: readonly StepItem[],
  marks: readonly Mark[],
  procedure: { mark: Mark; place: Position | undefined },
  source: { name: string; procedure: GuideProcedure },
  file: VFile,
): void {
  const { steps, place } = source.procedure
  const at = (where: Position | undefined) => placeName(source.name, where)
  if (items.length !== steps.length) {
    const extra = items[steps.length]?.place
    const wrong = problem(
      'procedure-steps',
      items.length,
      steps.length,
      at(steps[items.length]?.place ?? place),
    )
    report(file, wrong, extra ?? procedure.place)
    return
  }
  for (const [index, item] of items.entries()) {
    const step = steps[index]
    if (!step) continue
    const mark = { ...procedure.mark, ...marks[index] }
    const differs = (what: string, found: string, expected: string) =>
      report(file, problem('step-differs', what, found, expected, at(step.place)), item.place)
    for (const [what, found, expected] of said(mark, step)) differs(what, found, expected)
    if (item.subSteps !== step.subSteps) {
      differs('number of sub-steps', `(${item.subSteps})`, String(step.subSteps))
    }
    if (!!item.result !== step.hasResult) {
      differs(
        'step',
        item.result ? 'with a result' : 'without a result',
        step.hasResult ? 'one' : 'none',
      )
    }
  }
}

/** A page that has more or fewer procedures than its source. */
export function compareCounts(
  found: number,
  { name, procedures }: SourceProcedures,
  place: Position | undefined,
  file: VFile,
): void {
  if (found === procedures.length) return
  const near = procedures[found]?.place ?? procedures.at(-1)?.place
  const at = placeName(name, near)
  report(
    file,
    problem('procedure-count', found, procedures.length, at),
    place ?? { line: 1, column: 1 },
  )
}

/** What a mark of a translation says and its source does not. */
function* said(
  mark: Mark,
  step: GuideStep,
): Generator<[what: string, found: string, expected: string]> {
  if (mark.id !== undefined && mark.id !== step.id) {
    yield ['step id', quoted([mark.id]), quoted([step.id])]
  }
  if (mark.parties && mark.parties.join(' ') !== step.parties.join(' ')) {
    yield ['parties', quoted(mark.parties), quoted(step.parties)]
  }
  for (const key of ['phase', 'service'] as const) {
    const value = mark[key] === noPhase ? undefined : mark[key]
    if (value !== undefined && value !== step[key]) {
      yield [key, quoted([value]), step[key] ? quoted([step[key]]) : 'none']
    }
  }
  if (mark.optional !== undefined && mark.optional !== step.optional) {
    yield [
      'step',
      mark.optional ? '`optional`' : 'not optional',
      step.optional ? '`optional`' : 'one for everybody',
    ]
  }
}

function quoted(names: readonly string[]): string {
  return names.length ? names.map((name) => `\`${name}\``).join(' ') : 'none'
}

/** `file:line:column`, which editors and terminals open. */
export function placeName(name: string, place: Position | undefined): string {
  return place ? `${name}:${place.start.line}:${place.start.column}` : name
}
