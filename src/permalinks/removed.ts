/** What readers of a language learn of something that was removed. */
import type { Removed } from '../docsets/page.ts'
import type { Site } from '../site.ts'
import type { Comparison } from './compare.ts'
import { partsOf } from './permalink.ts'
import { reasonIn } from './reason.ts'

export type Removal = Comparison['removed'][number]

/** The ledger knows its last title, in the language that its docset was written in. */
export function removedFacts(
  { entry, why }: Removal,
  locale: string,
  { docsets }: Pick<Site, 'docsets'>,
): Removed {
  const source = sourceLocaleOf(entry.id, { docsets }) ?? locale
  return {
    title: entry.title,
    ...(source !== locale && { lang: source }),
    ...reasonIn(why, locale, source),
  }
}

/** The language that a place's docset is written in; of a docset that is gone nobody knows it any more. */
export function sourceLocaleOf(id: string, { docsets }: Pick<Site, 'docsets'>): string | undefined {
  const { docset } = partsOf(id)
  return (docsets.find((item) => item.id === docset) ?? docsets[0])?.sourceLocale
}
