/** The steps of a docset, in the orders and selections that diagram, matrix and checklist show. */
import type { Label, Phase, Process, Step } from '#src/docsets/process.ts'

/** Steps of one phase, by service; `service` is absent for steps that concern none. */
export interface ServiceSteps {
  service: Label | undefined
  steps: readonly Step[]
}

/** A phase with its steps. */
export interface PhaseSteps {
  /** Absent for the steps of a docset without phases. */
  phase: Phase | undefined
  /** From 1. */
  number: number
  steps: readonly Step[]
  services: readonly ServiceSteps[]
}

/** Which steps are asked for; what is absent does not matter. */
export interface Selection {
  phase?: string | undefined
  service?: string | undefined
  party?: string | undefined
}

/** The steps that a selection asks for, in their order. */
export function select({ steps }: Process, { phase, service, party }: Selection): Step[] {
  return steps.filter(
    (step) =>
      (!phase || step.phase === phase) &&
      (!service || step.service === service) &&
      (!party || step.parties.includes(party)),
  )
}

/**
 * Steps by phase, and in each phase by service, both in the docset’s order; phases without a step stay.
 *
 * A procedure that is no part of the phases says how something is done: its steps are on its page
 * only. A docset without phases is one group.
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
  const none = { service: undefined, steps: steps.filter(({ service }) => !service) }
  const services = process.services.map((service) => ({
    service,
    steps: steps.filter((step) => step.service === service.id),
  }))
  const shown = [none, ...services].filter((item) => item.steps.length > 0)
  return { phase, number, steps, services: shown }
}

/** The label of a party, a service or a phase. */
export function labelIn(labels: readonly Label[], id: string): string {
  return labels.find((label) => label.id === id)?.label ?? id
}

/** The address of a step, without `base`. */
export function stepPath({ path, id }: Pick<Step, 'path' | 'id'>): string {
  return `${path}#${id}`
}
