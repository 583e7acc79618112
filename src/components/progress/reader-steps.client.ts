/** The steps of a docset that concern the reader, and how many of them are done. */
import { keptScope } from '#src/components/my-services/kept-scope.client.ts'
import { isInScope, scopeKey } from '#src/components/my-services/scope.ts'
import { type StepProgress, stepProgress } from './next-step.ts'
import { pageLanguage, inForm } from './plural.ts'
import type { ReaderSteps } from './reader-steps.ts'
import { readDone } from './storage.client.ts'

type Step = ReaderSteps['steps'][number]

/** The steps of the services that the reader chose; undefined if they cannot be fetched. */
export async function fetchSteps(
  address: string,
  docset: string,
): Promise<ReaderSteps | undefined> {
  const response = await fetch(address).catch(() => undefined)
  if (!response?.ok) return undefined
  const file = (await response.json()) as ReaderSteps
  const scope = keptScope(scopeKey(docset))
  if (!scope) return file
  return { ...file, steps: file.steps.filter((step) => isInScope(scope, file.names, step)) }
}

/** The reader’s progress in these steps. */
export function currentProgress(
  { phases, steps }: ReaderSteps,
  docset: string,
): StepProgress<Step> {
  return stepProgress(steps, phases, readDone(docset) ?? new Set())
}

/** `4 of 106 steps done`. */
export function doneText({ texts }: ReaderSteps, done: number, total: number): string {
  return inForm(texts.total, pageLanguage(), done, { done, total })
}

/** Set the address and the text of a link to a step. */
export function linkToStep(link: HTMLAnchorElement, { address, title, lang }: Step) {
  const own = lang ?? document.documentElement.lang
  link.href = address
  link.textContent = title
  link.lang = own === pageLanguage() ? '' : own
}
