/** The caption and the groups of rows of the responsibility matrix. */
import {
  byPhase,
  labelIn,
  select,
  type PhaseSteps,
  type Selection,
} from '#src/components/process/process.ts'
import type { Process } from '#src/docsets/process.ts'
import type { Translate } from '#src/i18n/text.ts'

/** The rows of a phase; groups have headings only if there are several. */
export interface MatrixGroup extends PhaseSteps {
  hasHeadings: boolean
}

/** The groups of rows of a selection, without empty phases. */
export function matrixGroups(process: Process, asked: Selection): MatrixGroup[] {
  return byPhase(process, select(process, asked))
    .filter(({ steps }) => steps.length > 0)
    .map((phase) => ({ ...phase, hasHeadings: phase.groups.length > 1 }))
}

/** The caption, with the labels of the selection. */
export function matrixCaption(process: Process, asked: Selection, t: Translate): string {
  const names = [
    asked.phase && labelIn(process.phases, asked.phase),
    asked.service && labelIn(process.services, asked.service),
  ].filter((name) => !!name)
  return names.length ? t('matrix.caption.of', { name: names.join(', ') }) : t('matrix.caption')
}
