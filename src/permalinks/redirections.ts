/** Moves that a docfx docset records itself: nobody has to record them a second time. */
import { decodeAddress } from '#plugins/percent-encoding.ts'
import type { DocsetContents } from '../docsets/page.ts'
import { type Permalink, partsOf } from './permalink.ts'

/** Where a page is now: a place of the site by its id, or an address that is no place of it. */
export type Redirection = { id: string } | { address: string }

/**
 * Redirections of all docsets by the id of the page that is gone; languages other than the source's
 * (`sources` has it by docset) count where that one has none.
 */
export function redirectionsOf(
  contents: readonly DocsetContents[],
  sources: ReadonlyMap<string, string>,
  published: ReadonlyMap<string, Permalink>,
): Map<string, Redirection> {
  const inSource = ({ docset, locale }: DocsetContents) => sources.get(docset) === locale
  const [first, others] = [
    contents.filter(inSource),
    contents.filter((content) => !inSource(content)),
  ]
  const results = new Map<string, Redirection>()
  for (const { from, to } of [...first, ...others].flatMap((item) => item.redirects)) {
    const id = idOfPath(from)
    if (!published.has(id) && !results.has(id)) results.set(id, targetOf(to, published))
  }
  return results
}

/** Of an anchor that is no heading, its page. */
function targetOf(to: string, published: ReadonlyMap<string, Permalink>): Redirection {
  const id = to.startsWith('/') ? idOfPath(to) : ''
  if (published.has(id)) return { id }
  const { page } = partsOf(id)
  return published.has(page) ? { id: page } : { address: to }
}

/** `/fr-fr/fasttrack/assess/?a=b#plan` → `fasttrack/assess#plan` */
function idOfPath(path: string): string {
  const [, pathname = '', anchor = ''] = /^([^?#]*)(?:\?[^#]*)?(#.+)?$/s.exec(path) ?? []
  const [, ...segments] = decodeAddress(pathname).split('/').filter(Boolean)
  return segments.join('/') + decodeAddress(anchor)
}
