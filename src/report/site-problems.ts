/** Everything there is to say about a site that was read. */
import type { VFileMessage } from 'vfile-message'
import type { PageDocument } from '../docsets/document.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import { checkAnchors } from '../permalinks/check-anchors.ts'
import { ledgerProblems } from '../permalinks/ledger-problems.ts'
import { goLinkProblems } from '../permalinks/go-link-pages.ts'
import { asDocfxPublishes } from './docfx-policy.ts'
import { type ReportedProblem, toProblems } from './problems.ts'

/**
 * The problems of its files, of its pages, of the links between them and of those that were ever
 * published, in reading order.
 */
export function problemsOf(read: ReadSite): ReportedProblem[] {
  const { documents, links, messages, isDocfx } = read
  const problems = toProblems([
    ...messages,
    ...pageMessages(documents),
    ...checkAnchors(documents, links),
    ...ledgerProblems(read),
    ...goLinkProblems(read),
  ])
  return isDocfx ? asDocfxPublishes(problems) : problems
}

/** What is said of a name, not of a place: the first page of a docset that has it says it for all. */
const saidOnce = new Set(['code-language'])

function pageMessages(documents: readonly PageDocument[]): VFileMessage[] {
  const said = new Set<string>()
  return documents.flatMap(({ page, messages }) =>
    messages.filter(({ ruleId, reason }) => {
      if (!saidOnce.has(ruleId ?? '')) return true
      const key = `${page.docset} ${ruleId} ${reason}`
      const isFirst = !said.has(key)
      said.add(key)
      return isFirst
    }),
  )
}
