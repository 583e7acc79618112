/** What is said of an answer. */
import { type TextKey, translator } from '#src/i18n/text.ts'

/** How many pages were found, in the plural form that the language has for the number. */
export function countText(
  strings: Readonly<Record<string, string>>,
  language: string,
  total: number,
  query: string,
): string {
  const t = translator({ strings })
  if (total === 0) return t('search.none', { query })
  const key = `search.count.${new Intl.PluralRules(language).select(total)}`
  const count = new Intl.NumberFormat(language).format(total)
  return t(key in strings ? (key as TextKey) : 'search.count.other', { count, query })
}
