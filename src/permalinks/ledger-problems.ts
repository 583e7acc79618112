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

const problem = defineProblems({
  'permalink-gone': (
    ledger: Ledger,
    { entry, anchors }: GoneEntry,
    likely: Permalink | undefined,
  ) => ({
    severity: 'error',
    reason:
      `Unexpected end of the ${entry.kind} \`${entry.id}\` (“${entry.title}”)${withAnchors(anchors)}, ` +
      'which was published; expected it where it was, or a record of where it is' +
      (likely ? `: likely \`${likely.id}\` (“${likely.title}”)` : ''),
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
      `Unexpected new place \`${to}\` of \`${id}\`, expected a page, heading or step that is published` +
      (near ? `; did you mean \`${near}\`?` : ''),
    note: `${commandOf(ledger, 'move', id, near ?? '<new>')} records another one.`,
  }),
  'permalink-loop': (ledger: Ledger, { id, movedTo = '' }: LedgerEntry) => ({
    severity: 'error',
    reason: `Unexpected move of \`${id}\` to \`${movedTo}\`, which leads back to it; expected moves that end at something published`,
    note: `${commandOf(ledger, 'move', id, '<new>')} records another place.`,
  }),
  'permalink-taken': (ledger: Ledger, { id, movedTo = '' }: LedgerEntry) => ({
    severity: 'error',
    reason: `Unexpected \`${id}\`, which moved to \`${movedTo}\`; expected an id that was never published: old links would lead to the wrong place`,
    note: `Give the new one another id. If old links are meant to reach it: ${commandOf(ledger, 'accept', '--only', id)}`,
  }),
  'permalink-new': (ledger: Ledger, count: number, first: string) => ({
    severity: 'warning',
    reason: `Unexpected ${count === 1 ? `\`${first}\`` : `${count} pages, headings and steps (\`${first}\` …)`} without an entry, expected one for all that is published`,
    note: `${commandOf(ledger, 'accept')} adds what is new, so that it cannot vanish unnoticed.`,
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
  if (first) {
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
    ? ' and the heading or step in it'
    : ` and the ${length} headings and steps in it`
}
