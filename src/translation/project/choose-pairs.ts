/** Blocks by what people call them: a page, a section of it, or one block as `next` names it. */
import { blockNames, pageName } from '../blocks/block-names.ts'
import { isWhole, type CompletePair } from '../lock/sync-lock.ts'
import type { TranslationProject } from './translation-project.ts'

/** States that a whole page or section may be confirmed from; anything else needs a look at each block. */
const plain = new Set(['translated', 'unverified', 'stale'])

export interface Chosen {
  /** Pairs that are to be confirmed. */
  pairs: CompletePair[]
  /** Pairs in the source’s language, which only their own name confirms. */
  left: number
}

/**
 * The pairs that a name means: a page by its slug or the name of one of its files, `page#section`, or
 * `page#section/n`. Undefined if there is no such thing.
 */
export function choosePairs({ pages }: TranslationProject, name: string): Chosen | undefined {
  const index = name.indexOf('#')
  const wanted = index < 0 ? name : name.slice(0, index)
  const page = pages.find(
    ({ slug, source, target }) =>
      pageName(slug) === wanted || source?.name === wanted || target?.name === wanted,
  )
  if (!page) return undefined
  const whole = page.pairs.filter(isWhole)
  if (index < 0) return chosen(whole)
  const place = pageName(page.slug) + name.slice(index)
  const names = page.source ? blockNames(page.source) : new Map<unknown, string>()
  const item = whole.find(({ source }) => names.get(source) === place)
  if (item) return { pairs: [item], left: 0 }
  const section = whole.filter(({ source }) => names.get(source)?.startsWith(`${place}/`))
  return section.length ? chosen(section) : undefined
}

export function chosen(pairs: readonly CompletePair[]): Chosen {
  const taken = pairs.filter(({ state }) => plain.has(state))
  return { pairs: taken, left: pairs.length - taken.length }
}
