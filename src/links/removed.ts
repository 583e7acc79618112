/** What readers of a language learn of something that was taken away. */
import type { Removed } from '../docsets/page.ts'
import type { Site } from '../site.ts'
import type { Comparison } from './compare.ts'
import { partsOf } from './permalink.ts'
import { reasonIn } from './reason.ts'

export type Retirement = Comparison['retired'][number]

/** The ledger knows its last words, in the language that its docset was written in. */
export function removedFacts(
  { entry, why }: Retirement,
  locale: string,
  { docsets }: Pick<Site, 'docsets'>,
): Removed {
  const { docset } = partsOf(entry.id)
  // Of a docset that is gone itself nobody knows the language any more.
  const { sourceLocale } = docsets.find(({ id }) => id === docset) ?? docsets[0] ?? {}
  const source = sourceLocale ?? locale
  return {
    title: entry.words,
    ...(source !== locale && { lang: source }),
    ...reasonIn(why, locale, source),
  }
}
