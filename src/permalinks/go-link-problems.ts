/** Steps that cannot have a neutral link, because a page has its address. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import { permalinkId } from './permalink.ts'
import { publishedBy } from './published.ts'

const problem = defineProblems({
  'step-id-page': (id: string, page: string) => ({
    severity: 'error',
    reason: `Unexpected step id \`${id}\`, expected one that no page of the docset has: \`/go/${page}/\` leads to the page`,
  }),
})

export function* goLinkProblems(read: ReadSite): Generator<VFileMessage> {
  const { entries } = publishedBy(read)
  const sources = new Map(read.site.docsets.map(({ id, sourceLocale }) => [id, sourceLocale]))
  for (const { page, name, procedures = [] } of read.documents) {
    if (!name || page.locale !== sources.get(page.docset)) continue
    for (const { id, place } of procedures.flatMap(({ steps }) => steps)) {
      const taken = permalinkId(page.docset, id)
      if (entries.has(taken)) yield problemAt(name, problem('step-id-page', id, taken), place)
    }
  }
}
