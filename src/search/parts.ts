/** The parts of an index: a change of one page changes one of them. */
import { digestAll } from '../facts/digest.ts'
import type { IndexSource } from './entries.ts'

/** About so many pages are in a part: Pagefind takes two to four milliseconds for one. */
const pagesInPart = 64

/** The pages of a language by part; each part is of one docset, so that another machine can make it. */
export function splitSources<T extends Pick<IndexSource, 'docset' | 'path'>>(
  sources: readonly T[],
): T[][] {
  return [...Map.groupBy(sources, ({ docset }) => docset).values()].flatMap(splitDocset)
}

function splitDocset<T extends Pick<IndexSource, 'path'>>(sources: readonly T[]): T[][] {
  // Twice as many parts only at twice as many pages: else one page more would change them all.
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(sources.length / pagesInPart)))
  const parts = Map.groupBy(sources, ({ path }) => numberOf(path) % count)
  return Array.from({ length: count }, (_, index) => parts.get(index) ?? []).filter(
    ({ length }) => length,
  )
}

/** The same for the same pages, indexed by the same program. */
export function partKey(sources: readonly Pick<IndexSource, 'digest'>[], program: string): string {
  return digestAll([program, ...sources.map(({ digest }) => digest)])
}

function numberOf(text: string): number {
  return Number.parseInt(digestAll([text]).slice(0, 8), 16)
}
