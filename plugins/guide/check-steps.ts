/** What every step of a source page must have: an id of its own, a party, and a phase. */
import GithubSlugger from 'github-slugger'
import type { Root } from 'mdast'
import type { Position } from 'unist'
import { visit } from '../visit.ts'
import type { VFile } from 'vfile'
import { defineProblems, report } from '../problems.ts'
import { type StepMark, noPhase } from './step-attributes.ts'
import type { GuideStep, StepItem } from './steps.ts'
import type { Vocabulary } from './vocabulary.ts'

const problem = defineProblems('procedures', {
  'procedure-phase': (phases: readonly string[]) => ({
    severity: 'error',
    reason: `Procedure has no phase. Add \`phase:\` to the page’s front matter (${phases.join(', ')}), or \`phase=none\` to a procedure that is not part of any phase.`,
  }),
  'step-id-missing': (near: string) => ({
    severity: 'error',
    reason: `Step has no id. Add \`:step{#${near}}\` before its first word.`,
  }),
  'step-id-taken': (id: string, line: number) => ({
    severity: 'error',
    reason: `Step id \`${id}\` is already used at line ${line}. Choose another one.`,
  }),
  'step-parties': (parties: readonly string[]) => ({
    severity: 'error',
    reason: `Step has no party. Add \`by=\` with ${parties.map((id) => `\`${id}\``).join(', ')} to the step or to its procedure.`,
  }),
})

/** Report steps without a party, and a procedure without a phase. */
export function checkPartiesAndPhase(
  steps: readonly GuideStep[],
  procedure: { mark: StepMark; place: Position | undefined },
  marks: readonly StepMark[],
  vocabulary: Vocabulary,
  file: VFile,
): void {
  const { mark, place } = procedure
  const phases = [...vocabulary.phases.keys()]
  if (steps[0] && !steps[0].phase && mark.phase !== noPhase && phases.length)
    report(file, problem('procedure-phase', phases), place)
  const parties = [...vocabulary.parties.keys()]
  for (const [index, step] of steps.entries()) {
    // Names that the docset does not know have been reported already.
    const isSet = marks[index]?.parties ?? mark.parties
    if (step.parties.length === 0 && !isSet && parties.length)
      report(file, problem('step-parties', parties), step.place)
  }
}

/**
 * The id that the author set; without one, the slug of the title, so that the page can be shown.
 *
 * @param taken - Lines of the ids that are used already; the id is added to them.
 * @param isTranslation - Ids of a translation come from its source and are not checked here.
 */
export function stepIdOf(
  mark: StepMark,
  { title, mark: node, place }: StepItem,
  taken: Map<string, number>,
  isTranslation: boolean,
  file: VFile,
): string {
  const slug = new GithubSlugger().slug(title) || 'step'
  const id = mark.id ?? slug
  const hasWrongId = node?.attributes?.['id'] !== undefined && mark.id === undefined
  if (mark.id === undefined && !isTranslation && !hasWrongId) {
    const asId = slug.normalize('NFD').replace(/[^a-z\d-]/g, '')
    report(file, problem('step-id-missing', asId || 'id'), place)
  }
  const line = taken.get(id)
  if (line !== undefined && !isTranslation) report(file, problem('step-id-taken', id, line), place)
  taken.set(id, place?.start.line ?? 0)
  return id
}

/** The ids of headings, with their lines. */
export function headingLines(tree: Root): Map<string, number> {
  const lines = new Map<string, number>()
  visit(tree, 'heading', ({ data, position }) => {
    if (data?.hProperties?.id) lines.set(data.hProperties.id, position?.start.line ?? 0)
  })
  return lines
}
