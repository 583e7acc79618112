/** Why something was taken away: in one language, or in several. */
import type { Removed } from '../docsets/page.ts'
import { compareIds } from './permalink.ts'

/** A text in the language that the docset is written in, or texts by language tag. */
export type Reason = string | Readonly<Record<string, string>>

/** The reason for readers of a language; where it has no text in that one, in the language that it has. */
export function reasonIn(
  reason: Reason,
  locale: string,
  sourceLocale: string,
): Pick<Removed, 'why' | 'whyLang'> {
  const texts = textsOf(reason, sourceLocale)
  const match = [locale, sourceLocale, ...Object.keys(texts)].find((tag) => texts[tag])
  return {
    why: texts[match ?? ''] ?? '',
    ...(match !== undefined && match !== locale && { whyLang: match }),
  }
}

/** The reason with texts added: a new text in a language replaces the old one. */
export function withReason(
  before: Reason | undefined,
  message: Readonly<Record<string, string>>,
  sourceLocale: string,
): Reason {
  const all = { ...(before !== undefined && textsOf(before, sourceLocale)), ...message }
  const [only, ...others] = Object.keys(all).toSorted((a, b) => compareIds(a, b))
  const plain = only === sourceLocale && others.length === 0 ? all[only] : undefined
  return plain ?? Object.fromEntries([only ?? '', ...others].map((tag) => [tag, all[tag] ?? '']))
}

/** What a file says, or undefined for what is no reason. */
export function readReason(value: unknown): Reason | undefined {
  if (typeof value === 'string') return value.trim() ? value : undefined
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const texts = Object.entries(value as Record<string, unknown>)
  const isSound = texts.every(([tag, text]) => tag && typeof text === 'string' && text.trim())
  return texts.length > 0 && isSound ? (value as Record<string, string>) : undefined
}

function textsOf(reason: Reason, sourceLocale: string): Readonly<Record<string, string>> {
  return typeof reason === 'string' ? { [sourceLocale]: reason } : reason
}
