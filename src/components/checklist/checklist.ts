/** The checklist of a party: its steps in a docset. */
import { byPhase, select, type PhaseSteps } from '#src/components/process/process.ts'
import type { Label, Process, Step } from '#src/docsets/process.ts'
import { checklistPath } from '#src/i18n/paths.ts'
import type { SiteLocale } from '#src/site.ts'

/** A party that has steps in a docset, with the path of its checklist, without base. */
export interface ChecklistLink extends Label {
  path: string
}

/** The steps of a party by phase, without phases in which it has none. */
export function checklistOf(process: Process, party: string): PhaseSteps[] {
  return byPhase(process, select(process, { party })).filter(({ steps }) => steps.length > 0)
}

/** The labels of the other parties of a step, in the docset’s order. */
export function partnersOf({ parties }: Process, step: Step, party: string): string[] {
  return parties
    .filter(({ id }) => id !== party && step.parties.includes(id))
    .map(({ label }) => label)
}

/** The checklists of a docset’s other parties. */
export function otherChecklists(
  { parties }: Process,
  party: string,
  locale: Pick<SiteLocale, 'path'>,
  docset: string,
): ChecklistLink[] {
  return parties
    .filter(({ id }) => id !== party)
    .map(({ id, label }) => ({ id, label, path: checklistPath(locale, docset, id) }))
}
