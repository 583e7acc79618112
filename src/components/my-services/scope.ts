/** The reader’s scope: chosen services and options. Lists leave out the other steps. */
import type { Process, ProcessFrame, Step } from '#src/docsets/process.ts'
import { byPhase } from '#src/components/process/process.ts'

/** A choice of services and options; in addresses `?services=teams,yammer&options=federated`. */
export interface Scope {
  /** Ids of services besides the required ones; undefined if all are shown. */
  services?: readonly string[]
  /** Ids of options, at most one for each choice; all options of a choice without one are shown. */
  options: readonly string[]
}

/** The services and choices of a docset. */
export interface ScopeNames {
  /** Services that every reader has. */
  required: readonly string[]
  /** The options of each choice. */
  choices: readonly (readonly string[])[]
}

/** The services and the option of a step. */
export interface StepMarks {
  service?: string | undefined
  option?: string | undefined
}

/** The storage key of the choice for a docset. */
export function scopeKey(docset: string): string {
  return `passerelle-services-${docset}`
}

/** The choice in a query, as an address or the browser’s storage has it; undefined where there is none. */
export function readScope(search: string): Scope | undefined {
  const query = new URLSearchParams(search)
  if (!query.has('services') && !query.has('options')) return undefined
  const list = (name: string) => (query.get(name) ?? '').split(',').filter((id) => id !== '')
  return { ...(query.has('services') && { services: list('services') }), options: list('options') }
}

/** The query with this choice in place of its own, with a question mark unless empty; other parameters are kept. */
export function scopeSearch(search: string, scope: Scope | undefined): string {
  const query = new URLSearchParams(search)
  query.delete('services')
  query.delete('options')
  const rest = query.toString()
  // Ids have no characters that a query must escape; commas stay readable.
  const own = [
    ...(scope?.services ? [`services=${scope.services.join(',')}`] : []),
    ...(scope?.options.length ? [`options=${scope.options.join(',')}`] : []),
  ]
  const text = [rest, ...own].filter((part) => part !== '').join('&')
  return text && `?${text}`
}

/** Whether a step concerns a reader with this choice. */
export function isInScope(
  { services, options }: Scope,
  { required, choices }: ScopeNames,
  { service, option }: StepMarks,
): boolean {
  const hasService =
    !services || !service || required.includes(service) || services.includes(service)
  const choice = option === undefined ? undefined : choices.find((all) => all.includes(option))
  const chosen = choice?.filter((id) => options.includes(id)) ?? []
  return hasService && (option === undefined || !chosen.length || chosen.includes(option))
}

/** The scope data of a docset for lists. */
export function scopeNames({ services, choices = [] }: ProcessFrame): ScopeNames {
  return {
    required: services.filter(({ isRequired }) => isRequired).map(({ id }) => id),
    choices: choices.map(({ options }) => options.map(({ id }) => id)),
  }
}

/** The services and choices that listed steps have, so that choosing them has an effect. */
export function scopeChoices(process: Process): Required<Pick<Process, 'services' | 'choices'>> {
  const steps = listedSteps(process)
  const services = new Set(steps.map(({ service }) => service))
  const options = new Set(steps.map(({ option }) => option))
  return {
    services: process.services.filter(({ id }) => services.has(id)),
    choices: (process.choices ?? []).filter((choice) =>
      choice.options.some(({ id }) => options.has(id)),
    ),
  }
}

/** Whether a docset has services or options to choose, and so a page for it, as in `generatedSlugs`. */
export function hasScope({ services, choices = [] }: ProcessFrame): boolean {
  return choices.length > 0 || services.filter(({ isRequired }) => !isRequired).length > 1
}

function listedSteps(process: Process): Step[] {
  return byPhase(process).flatMap(({ steps }) => [...steps])
}
