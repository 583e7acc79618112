/** Everything there is to say about a site that was read. */
import type { VFileMessage } from 'vfile-message'
import type { PageDocument } from '../docsets/document.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import { type AnchorChecks, checkAnchors } from '../permalinks/check-anchors.ts'
import { ledgerProblems } from '../permalinks/ledger-problems.ts'
import { goLinkProblems } from '../permalinks/go-link-pages.ts'
import { asDocfxPublishes } from './docfx-policy.ts'
import { type ReportedProblem, toProblems } from './problems.ts'

/** What a process that goes on knows of the last reading. */
export interface ProblemMemory {
  anchors?: AnchorChecks
}

/**
 * The problems of its files, of its pages, of the links between them and of those that were ever
 * published, in reading order.
 */
export function problemsOf(read: ReadSite, memory?: ProblemMemory): ReportedProblem[] {
  const { documents, links, messages, isDocfx } = read
  const { messages: anchors, checks } = checkAnchors(documents, links, takeFrom(memory))
  if (memory) memory.anchors = checks
  const problems = toProblems([
    ...messages,
    ...pageMessages(documents),
    ...anchors,
    ...ledgerProblems(read),
    ...goLinkProblems(read),
  ])
  return isDocfx ? asDocfxPublishes(problems) : problems
}

/** What is kept is brought up to date: it is of no use to anybody else. */
function takeFrom(memory: ProblemMemory | undefined): AnchorChecks | undefined {
  const checks = memory?.anchors
  if (memory) delete memory.anchors
  return checks
}

/** What is said of a name, not of a place: the first page of a docset that has it says it for all. */
const saidOnce = new Set(['code-language'])

function pageMessages(documents: readonly PageDocument[]): VFileMessage[] {
  const said = new Set<string>()
  const having: PageDocument[] = []
  // Nothing is called for a page that nothing is said of.
  for (const document of documents) if (document.messages.length > 0) having.push(document)
  return having.flatMap(({ page, messages }) =>
    messages.filter(({ ruleId, reason }) => {
      if (!saidOnce.has(ruleId ?? '')) return true
      const key = `${page.docset} ${ruleId} ${reason}`
      const isFirst = !said.has(key)
      said.add(key)
      return isFirst
    }),
  )
}
