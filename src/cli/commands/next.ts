/** `next`: the next units to translate, with all that helps to translate them. */
import { toProblems } from '../../report/problems.ts'
import { formatProblems } from '../../report/format-problems.ts'
import { diffText } from '../../translation/memory/word-diff.ts'
import { readArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { readChoice, readNumber } from '../translation-arguments.ts'
import { loadTranslations, translationOptions } from '../load-translations.ts'
import { type WorkItem, pendingIn } from '../work-page/work-items.ts'
import { writeWorkPage } from '../work-page/write-work-page.ts'

export const command: Command = {
  usage: `next [folder…] [--count 1] [--by page|words] [--html file] [--docset id] [--locale tag]
      [--l10n folder] [--json]
    Show what to translate next: both texts with their places, changes, terms and similar translations.
    --by    in the order of the pages, or the shortest first
    --html  write a page with a field for each text (20 unless --count is given), for people without a translation
            tool; \`import\` reads what they save`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      ...translationOptions,
      count: { type: 'string' },
      html: { type: 'string' },
      by: { type: 'string', default: 'page' },
    })
    const isPage = values.html !== undefined
    const count = readNumber('count', values.count, [1, 10_000]) ?? (isPage ? 20 : 1)
    const by = readChoice('by', values.by, ['page', 'words'])
    const { loaded, messages, locales } = await loadTranslations(positionals, values, terminal)
    const all = loaded.flatMap((work) => pendingIn(work))
    const sorted = by === 'words' ? all.toSorted((a, b) => a.words - b.words) : all
    const items = sorted.slice(0, count).map(({ describe }) => describe())
    const problems = toProblems(messages.filter(({ fatal }) => fatal))
    if (values.html !== undefined) await writeWorkPage(values.html, items, locales, terminal)
    if (values.json) {
      terminal.print(
        JSON.stringify(
          { waiting: all.length, items: items.map(plainItem), problems },
          undefined,
          2,
        ),
      )
    } else {
      if (problems.length) terminal.print(formatProblems(problems, 'text'))
      const text = isPage ? `${items.length} to translate → ${values.html}` : items.map(itemText)
      terminal.print(all.length ? [text].flat().join('\n\n') : 'Nothing waits.')
      if (all.length > items.length) terminal.warn(`${all.length - items.length} more wait.`)
    }
    return problems.length ? 1 : 0
  },
}

function itemText(item: WorkItem): string {
  const rows: (readonly [string, string | undefined])[] = [
    ['in', item.sourceFile],
    ['to', item.targetFile ?? 'a page that is not there yet'],
    ['source', item.source],
    ['change', item.change && diffText(item.change)],
    ['now', item.target],
    ...item.proposals.map(
      ({ likeness, source, target }) => [`${likeness} %`, `${source} → ${target}`] as const,
    ),
    ...item.terms.map(({ source, target, note }) => {
      const message = source === target ? `${source} stays` : `${source} → ${target}`
      return ['term', `${message}${note ? ` (${note})` : ''}`] as const
    }),
  ]
  return [
    `${item.id}  ${item.state}  ${item.docset} ${item.locale}  ${item.place}`,
    ...rows.flatMap(([name, text]) => (text ? [`  ${name.padEnd(7)} ${text}`] : [])),
  ].join('\n')
}

/** An item as JSON has it: the change as text, without what only the page needs. */
function plainItem({ change, codes: _, ...item }: WorkItem) {
  return { ...item, ...(change && { change: diffText(change) }) }
}
