/** Small guides whose pages, headings and steps were published, for tests that change them afterwards. */
import { applyLedger } from '#src/permalinks/apply.ts'
import { type LedgerEntry, serializeLedger } from '#src/permalinks/ledger.ts'
import { ledgerState } from '#src/permalinks/ledger-state.ts'
import { goLinkPages } from '#src/permalinks/go-link-pages.ts'
import { publishedBy } from '#src/permalinks/published.ts'
import { problemsOf } from '#src/report/site-problems.ts'
import { type Tree, readGuideTree } from '../support/tree.ts'

const labels = (strings: Record<string, string>) =>
  JSON.stringify(
    Object.fromEntries(Object.entries(strings).map(([key, word]) => [`move.${key}`, word])),
  )

const names = { parties: ['customer'] }

export const page = (title: string, ...content: readonly string[]) =>
  `---\ntitle: ${title}\ndescription: About it\n---\n\n${content.join('\n\n')}\n`

/** A procedure of steps by their ids and words; without ids, as a translation has it. */
export const steps = (...all: readonly (readonly [id: string, words: string])[]) =>
  [
    ':::procedure{by=customer}',
    ...all.map(([id, text], index) => `${index + 1}. :step{#${id}} **${text}.** Now.`),
    ':::',
  ].join('\n')

const translated = (...all: readonly string[]) =>
  [':::procedure', ...all.map((text, index) => `${index + 1}. **${text}.** Oui.`), ':::'].join('\n')

export const folder = 'content/docs/en/move'
export const french = 'content/docs/fr-FR/move'

export const guides = {
  'content/ui/en.json': labels({ 'party.customer': 'Customer' }),
  'content/ui/fr-FR.json': labels({ 'party.customer': 'Client' }),
  [`${folder}/index.mdx`]: page('Move', '## What next', 'Go on.'),
  [`${folder}/assess.mdx`]: page(
    'Assess',
    '## What to bring',
    steps(['gather-data', 'Gather data'], ['review-network', 'Review the network']),
    '## What next',
    'Go on.',
  ),
  [`${folder}/enable.mdx`]: page(
    'Enable',
    steps(['turn-on', 'Turn it on']),
    '## What next',
    'Done.',
  ),
  [`${french}/index.mdx`]: page('Passer', '## Et ensuite', 'Continuez.'),
  [`${french}/assess.mdx`]: page(
    'Évaluation',
    '## Ce qu’il faut apporter',
    translated('Recueillez', 'Examinez'),
    '## Et ensuite',
    'Continuez.',
  ),
  [`${french}/enable.mdx`]: page('Activation', translated('Activez'), '## Et ensuite', 'Fini.'),
} as const satisfies Tree

const toc = ['index', 'assess', 'enable']

/** The ledger of the guides as they were published. */
export async function publishedLedger(): Promise<LedgerEntry[]> {
  const { site } = await readGuideTree(guides, toc, names)
  return [...publishedBy(site).entries.values()]
}

/** What is changed of the published guides; `undefined` deletes a file. */
export type Changes = Readonly<Record<string, string | undefined>>

/** What a recorded move or retirement adds to an entry. */
export type Records = Readonly<Record<string, Pick<LedgerEntry, 'movedTo' | 'removed'>>>

/** The changed guides as they are checked and as they are drawn, with what was recorded of them. */
export async function changed(changes: Changes, records: Records = {}, order = toc) {
  const entries = (await publishedLedger()).map((entry) => ({ ...entry, ...records[entry.id] }))
  const all: Changes = {
    'content/permalinks.json': serializeLedger(entries),
    ...guides,
    ...changes,
  }
  const tree = Object.fromEntries(
    Object.entries(all).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])),
  )
  const { site } = await readGuideTree(tree, order, names)
  const drawn = applyLedger(site)
  const problems = problemsOf(drawn)
  const messages = problems.filter(({ ruleId }) => ruleId.startsWith('permalink-'))
  return {
    /** Problems of permalinks, but for the reminder that something is new. */
    told: messages.filter(({ ruleId }) => ruleId !== 'permalink-new'),
    reminders: messages.filter(({ ruleId }) => ruleId === 'permalink-new'),
    problems,
    goLinkPages: goLinkPages(site),
    state: ledgerState(site)?.state,
    pageAt: (path: string) => drawn.documents.find(({ page }) => page.path === path)?.page,
    redirects: drawn.contents.flatMap((content) => content.redirects),
    removed: drawn.contents.flatMap((content) => content.removed ?? []),
  }
}
