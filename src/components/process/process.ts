/** Group and filter the steps of a docset for diagram, matrix and checklist. */
import type { Label, Phase, Process, Step } from '#src/docsets/process.ts'

/** Steps of one procedure in one phase, in its order, so with ascending numbers. */
export interface StepGroup {
  /** The service of all of them; absent if they concern several, or none. */
  service: Label | undefined
  /** The procedure’s heading, if the service does not distinguish it from other groups of the phase. */
  section: { title: string; lang?: string | undefined } | undefined
  steps: readonly Step[]
}

/** A phase with its steps. */
export interface PhaseSteps {
  /** Absent for the steps of a docset without phases. */
  phase: Phase | undefined
  /** From 1. */
  number: number
  steps: readonly Step[]
  groups: readonly StepGroup[]
}

/** A selection of steps; an absent field selects all. */
export interface Selection {
  phase?: string | undefined
  service?: string | undefined
  party?: string | undefined
}

/** The steps of a selection, in their order. */
export function select({ steps }: Process, { phase, service, party }: Selection): Step[] {
  return steps.filter(
    (step) =>
      (!phase || step.phase === phase) &&
      (!service || step.service === service) &&
      (!party || step.parties.includes(party)),
  )
}

/**
 * Steps by phase, and in each phase by procedure, in the order of the docset’s pages; phases without a step stay.
 *
 * Procedures outside the phases are instructions: their steps are on their page only. A docset without phases is one
 * group.
 */
export function byPhase(process: Process, steps: readonly Step[] = process.steps): PhaseSteps[] {
  if (process.phases.length === 0) return [phaseSteps(process, undefined, 1, steps)]
  return process.phases.map((phase, index) =>
    phaseSteps(
      process,
      phase,
      index + 1,
      steps.filter((step) => step.phase === phase.id),
    ),
  )
}

function phaseSteps(
  process: Process,
  phase: Phase | undefined,
  number: number,
  steps: readonly Step[],
): PhaseSteps {
  return { phase, number, steps, groups: groupsOf(process, steps) }
}

/** Group consecutive steps of the same procedure; the numbers of each group begin with 1. */
function groupsOf(process: Process, steps: readonly Step[]): StepGroup[] {
  const runs: Step[][] = []
  for (const step of steps) {
    const last = runs.at(-1)
    if (last?.[0] && keyOf(last[0]) === keyOf(step)) last.push(step)
    else runs.push([step])
  }
  const services = runs.map(([first]) => serviceOf(first))
  return runs.map((run, index): StepGroup => {
    const { title, lang } = run[0]?.procedure ?? {}
    const id = services[index]
    const isTold = id ? services.indexOf(id) === services.lastIndexOf(id) : runs.length === 1
    return {
      service: process.services.find((service) => service.id === id),
      section: title === undefined || isTold ? undefined : { title, lang },
      steps: run,
    }
  })
}

function serviceOf(step: Step | undefined): string | undefined {
  return step?.procedure ? step.procedure.service : step?.service
}

function keyOf({ procedure, service }: Step): string | undefined {
  return procedure ? procedure.id : service
}

/** The service of a step, if its group does not name it. */
export function ownService(process: Process, step: Step, group: StepGroup): Label | undefined {
  return group.service ? undefined : process.services.find((service) => service.id === step.service)
}

/** The label of a party, a service or a phase. */
export function labelIn(labels: readonly Label[], id: string): string {
  return labels.find((label) => label.id === id)?.label ?? id
}

/** The shape that distinguishes a party, `2` to `4`, as in `plugins/guide/draw-steps.ts`; none for the first. */
export function markOf(parties: readonly Label[], id: string): string | undefined {
  const place = parties.findIndex((party) => party.id === id) % 4
  return place > 0 ? String(place + 1) : undefined
}

/** The address of a step, without `base`. */
export function stepPath({ path, id }: Pick<Step, 'path' | 'id'>): string {
  return `${path}#${id}`
}
