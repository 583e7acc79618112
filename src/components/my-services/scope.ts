/** Which services a reader has and which ways of doing something they chose: lists leave out the other steps. */
import type { Process, ProcessFrame, Step } from '#src/docsets/process.ts'
import { byPhase } from '#src/components/process/process.ts'

/** What a reader chose; in addresses `?services=teams,yammer&options=federated`. */
export interface Scope {
  /** Ids of services besides the required ones; undefined where all are shown. */
  services?: readonly string[]
  /** Ids of options, one a choice at most; all ways are shown of a choice without one. */
  options: readonly string[]
}

/** What has to be known of a docset to leave steps out. */
export interface ScopeNames {
  /** Services that every reader has. */
  required: readonly string[]
  /** The options of each choice. */
  choices: readonly (readonly string[])[]
}

/** What a step says of itself. */
export interface StepMarks {
  service?: string | undefined
  option?: string | undefined
}

/** Where the browser keeps the choice for a docset. */
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

/** The query with this choice instead of its own, `''` or with a question mark; the rest stays. */
export function scopeSearch(search: string, scope: Scope | undefined): string {
  const query = new URLSearchParams(search)
  query.delete('services')
  query.delete('options')
  const rest = query.toString()
  // Ids have no letters that a query must hide; commas stay readable.
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

/** What lists are told of a docset. */
export function scopeNames({ services, choices = [] }: ProcessFrame): ScopeNames {
  return {
    required: services.filter(({ isRequired }) => isRequired).map(({ id }) => id),
    choices: choices.map(({ options }) => options.map(({ id }) => id)),
  }
}

/** The services and choices that steps of lists have, so that choosing them makes a difference. */
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

/** Whether readers of a docset have anything to choose: it has a page for that then, as `generatedSlugs` says. */
export function hasScope({ services, choices = [] }: ProcessFrame): boolean {
  return choices.length > 0 || services.filter(({ isRequired }) => !isRequired).length > 1
}

function listedSteps(process: Process): Step[] {
  return byPhase(process).flatMap(({ steps }) => [...steps])
}
