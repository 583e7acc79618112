/** Everything there is to say about a site that was read. */
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
    ...documents.flatMap((document) => document.messages),
    ...checkAnchors(documents, links),
    ...ledgerProblems(read),
    ...goLinkProblems(read),
  ])
  return isDocfx ? asDocfxPublishes(problems) : problems
}
