/** What results can be narrowed by, and how it is written in an address. */
import type { PhaseAndService } from '../docsets/page.ts'
import type { Label, Process } from '../docsets/process.ts'

/** The names of the filters: in the index, in addresses, in the form. */
export const filterLists = ['guide', 'phase', 'service', 'party'] as const
export type FilterName = (typeof filterLists)[number]

/** What a reader asks for; an absent filter does not matter. */
export interface Question {
  query: string
  chosen: Partial<Record<FilterName, string>>
}

/** The choices that a guide offers. */
export interface GuideChoices {
  id: string
  title: string
  phase: readonly Label[]
  service: readonly Label[]
  party: readonly Label[]
}

/** Only what some step or page of the guide in the language has is offered. */
export function choicesOf(
  { docset, process }: { docset: string; process: Process | undefined },
  title: string,
  pages: readonly PhaseAndService[],
): GuideChoices {
  const { steps = [], phases = [], services = [], parties = [] } = process ?? {}
  const all = [...steps, ...pages]
  const used = (labels: readonly Label[], ids: readonly (string | undefined)[]) =>
    labels.filter(({ id }) => ids.includes(id)).map(({ id, label }) => ({ id, label }))
  return {
    id: docset,
    title,
    phase: used(
      phases,
      all.map(({ phase }) => phase),
    ),
    service: used(
      services,
      all.map(({ service }) => service),
    ),
    party: used(
      parties,
      steps.flatMap((step) => step.parties),
    ),
  }
}

/** The question that an address asks. */
export function readQuestion(search: string): Question {
  const params = new URLSearchParams(search)
  const chosen = filterLists.flatMap((name) => {
    const value = params.get(name)
    return value ? [[name, value]] : []
  })
  return { query: params.get('q') ?? '', chosen: Object.fromEntries(chosen) as Question['chosen'] }
}

/** The part of an address that asks a question; empty for none. */
export function writeQuestion({ query, chosen }: Question): string {
  const params = new URLSearchParams(query ? { q: query } : {})
  for (const name of filterLists) if (chosen[name]) params.set(name, chosen[name])
  return params.size ? `?${params}` : ''
}
