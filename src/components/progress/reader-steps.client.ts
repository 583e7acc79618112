/** The steps of a docset that concern the reader, for lines that say how far they are. */
import { keptScope } from '#src/components/my-services/kept-scope.client.ts'
import { isInScope, scopeKey } from '#src/components/my-services/scope.ts'
import { type Standing, standingIn } from './next-step.ts'
import { languageHere, inForm } from './plural.ts'
import type { ReaderSteps } from './reader-steps.ts'
import { readDone } from './storage.client.ts'

type Step = ReaderSteps['steps'][number]

/** Those that the chosen services leave; undefined where they cannot be fetched. */
export async function fetchSteps(
  address: string,
  docset: string,
): Promise<ReaderSteps | undefined> {
  const answer = await fetch(address).catch(() => undefined)
  if (!answer?.ok) return undefined
  const file = (await answer.json()) as ReaderSteps
  const scope = keptScope(scopeKey(docset))
  if (!scope) return file
  return { ...file, steps: file.steps.filter((step) => isInScope(scope, file.names, step)) }
}

/** What the browser keeps of them. */
export function standingHere({ phases, steps }: ReaderSteps, docset: string): Standing<Step> {
  return standingIn(steps, phases, readDone(docset) ?? new Set())
}

/** `4 of 106 steps done`. */
export function doneOf({ texts }: ReaderSteps, done: number, total: number): string {
  return inForm(texts.total, languageHere(), done, { done, total })
}

/** Make a link lead to a step. */
export function leadTo(link: HTMLAnchorElement, { address, title, lang }: Step) {
  const own = lang ?? document.documentElement.lang
  link.href = address
  link.textContent = title
  link.lang = own === languageHere() ? '' : own
}
