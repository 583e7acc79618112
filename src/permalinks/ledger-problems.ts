/** What the ledger finds wrong with a site: what was published would vanish. */
import type { VFileMessage } from 'vfile-message'
import { type Problem, defineProblems, problemAt } from '#plugins/problems.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import { nearestName } from '#plugins/nearest-name.ts'
import { commandOf } from './command-line.ts'
import type { GoneEntry } from './compare.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import { type LedgerState, ledgerState } from './ledger-state.ts'
import { detectRenames } from './rename-detection.ts'
import type { Permalink } from './permalink.ts'

const problem = defineProblems('permalinks', {
  'permalink-gone': (
    ledger: Ledger,
    { entry, anchors }: GoneEntry,
    likely: Permalink | undefined,
  ) => ({
    severity: 'error',
    reason:
      `Published ${entry.kind} \`${entry.id}\` (“${entry.title}”) is gone${withAnchors(anchors)}. ` +
      'Record where it moved, or why it was removed.' +
      (likely ? ` It is likely \`${likely.id}\` (“${likely.title}”) now.` : ''),
    note:
      `Moved: ${commandOf(ledger, 'move', entry.id, likely?.id ?? '<new>')}\n` +
      `    Gone for good: ${commandOf(ledger, 'retire', entry.id, '--why', '…')}`,
  }),
  'permalink-target-missing': (
    ledger: Ledger,
    { id }: LedgerEntry,
    to: string,
    near: string | undefined,
  ) => ({
    severity: 'error',
    reason:
      `\`${id}\` moved to \`${to}\`, which is not a published page, heading or step.` +
      (near ? ` Did you mean \`${near}\`?` : ''),
    note: `${commandOf(ledger, 'move', id, near ?? '<new>')} records another target.`,
  }),
  'permalink-loop': (ledger: Ledger, { id, movedTo = '' }: LedgerEntry) => ({
    severity: 'error',
    reason: `\`${id}\` moved to \`${movedTo}\`, which leads back to it. Choose a published page, heading or step.`,
    note: `${commandOf(ledger, 'move', id, '<new>')} records another target.`,
  }),
  'permalink-taken': (ledger: Ledger, { id, movedTo = '' }: LedgerEntry) => ({
    severity: 'error',
    reason: `\`${id}\` is an old id that moved to \`${movedTo}\`. Old links to it would lead to the wrong place: choose an id that was never published.`,
    note: `Give the new one another id. If old links are meant to reach it: ${commandOf(ledger, 'accept', '--only', id)}`,
  }),
  'permalink-new': (ledger: Ledger, count: number, first: string) => ({
    severity: 'warning',
    reason: `${count === 1 ? `\`${first}\` has` : `${count} pages, headings and steps (\`${first}\` …) have`} no entry in the ledger yet. Add them.`,
    note: `${commandOf(ledger, 'accept')} adds it, so that it cannot disappear unnoticed.`,
  }),
})

/** Empty for a site without a ledger. */
export function ledgerProblems(read: ReadSite): VFileMessage[] {
  const result = ledgerState(read)
  if (!result) return []
  return [...result.messages, ...(result.state ? stateProblems(result.state) : [])]
}

function* stateProblems({ ledger, published, comparison }: LedgerState): Generator<VFileMessage> {
  const { gone, broken, back, fresh } = comparison
  const likely = gone.length
    ? detectRenames(ledger, published, comparison)
    : new Map<string, never>()
  for (const item of gone) {
    yield at(item.entry, problem('permalink-gone', ledger, item, likely.get(item.entry.id)?.to))
  }
  for (const { entry, missing } of broken) {
    const near =
      missing === undefined ? undefined : nearestName(missing, [...published.entries.keys()])
    yield missing === undefined
      ? at(entry, problem('permalink-loop', ledger, entry))
      : at(entry, problem('permalink-target-missing', ledger, entry, missing, near))
  }
  for (const entry of back)
    if (entry.movedTo) yield at(entry, problem('permalink-taken', ledger, entry))
  const [first] = fresh
  // One that is empty is of a site that was never published.
  if (first && ledger.entries.size) {
    const place = { line: 1, column: 1 }
    yield problemAt(ledger.name, problem('permalink-new', ledger, fresh.length, first.id), place)
  }

  function at({ id }: LedgerEntry, match: Problem): VFileMessage {
    return problemAt(ledger.name, match, ledger.places.get(id))
  }
}

function withAnchors({ length }: readonly LedgerEntry[]): string {
  if (length === 0) return ''
  return length === 1
    ? ', with the heading or step in it'
    : `, with the ${length} headings and steps in it`
}
