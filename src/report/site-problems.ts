/** Everything there is to say about a site that was read. */
import type { ReadSite } from '../docsets/read-site.ts'
import { checkAnchors } from '../links/anchors.ts'
import { type ReportedProblem, toProblems } from './problems.ts'

/** The problems of its files, of its pages, and of the links between them, in reading order. */
export function problemsOf({ documents, links, messages }: ReadSite): ReportedProblem[] {
  return toProblems([
    ...messages,
    ...documents.flatMap((document) => document.messages),
    ...checkAnchors(documents, links),
  ])
}
