/** The labels of a result. */
import { type TextKey, translator } from '#src/i18n/text.ts'

/** What the line above the results says. */
export interface ResultSummary {
  total: number
  /** As typed; empty if only filters are set. */
  query: string
  /** The query that was searched for instead. */
  corrected?: string | undefined
  /** Are filters set? */
  narrowed?: boolean
}

/** How much was found, in the plural form that the language has for the number. */
export function countText(
  strings: Readonly<Record<string, string>>,
  language: string,
  { total, query, corrected, narrowed = false }: ResultSummary,
): string {
  const t = translator({ strings })
  if (!total && !query) return t('search.none.chosen')
  if (!total) return t(narrowed ? 'search.none.filtered' : 'search.none', { query })
  const count = new Intl.NumberFormat(language).format(total)
  const form = new Intl.PluralRules(language).select(total)
  const counted = (key: 'search.count' | 'search.counted', values: Record<string, string>) =>
    t(`${key}.${form}` in strings ? (`${key}.${form}` as TextKey) : `${key}.other`, values)
  if (corrected === undefined && query) return counted('search.count', { count, query })
  const result = counted('search.counted', { count })
  return corrected === undefined
    ? result
    : `${t('search.corrected', { corrected, query })} ${result}`
}

/** The line under a step: `Assess · step 3 · Customer, FastTrack`. */
export function stepText(
  strings: Readonly<Record<string, string>>,
  language: string,
  { phase, number, parties }: { phase: string; number: string; parties: string },
): string {
  const step = translator({ strings })('search.step', { number })
  const line = [phase, step, parties].filter(Boolean).join(' · ')
  return line.charAt(0).toLocaleUpperCase(language) + line.slice(1)
}
