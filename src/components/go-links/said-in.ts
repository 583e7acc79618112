/** A text about a number in every language of the site at once. */
import { inForm, type Forms } from '#src/components/progress/plural.ts'

/** @param languages - JSON: a list of pairs, a language and its forms. */
export function saidIn(languages: string, count: number): string {
  const all = JSON.parse(languages) as [string, Forms][]
  return [...new Set(all.map(([language, forms]) => inForm(forms, language, count)))].join(' · ')
}
