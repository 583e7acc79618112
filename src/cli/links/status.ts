/** `links status`: how what is published differs from the ledger, and what to do about it. */
import { commandOf } from '../../permalinks/command-line.ts'
import { detectRenames } from '../../permalinks/rename-detection.ts'
import { readArguments } from '../arguments.ts'
import type { ExitCode, Terminal } from '../command.ts'
import { ledgerOption } from '../ledger-option.ts'
import { type OwnLedger, loadLedger } from './own-ledger.ts'

/** 1 when something that was published would vanish. */
export async function status(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    json: { type: 'boolean', default: false },
    ...ledgerOption,
  })
  const own = await loadLedger(positionals, values.ledger, terminal)
  if (!own) return 1
  const report = reportOf(own)
  const text = values.json ? JSON.stringify(report, undefined, 2) : textOf(report, own)
  terminal.print(text)
  return report.gone.length + report.broken.length + takenOf(report).length ? 1 : 0
}

type Report = ReturnType<typeof reportOf>

function reportOf({ ledger, published, comparison, exists }: OwnLedger) {
  const { fresh, reworded, gone, moved, elsewhere, removed, back, broken } = comparison
  const likely = detectRenames(ledger, published, comparison)
  const lineOf = (id: string) => ledger.places.get(id)?.start.line ?? 1
  return {
    ledger: ledger.name,
    exists,
    entries: ledger.entries.size,
    published: published.entries.size,
    new: fresh,
    reworded: reworded.map(({ id, title }) => ({ id, from: ledger.entries.get(id)?.title, title })),
    gone: gone.map(({ entry: { id, kind, title }, anchors }) => {
      const to = likely.get(id)?.to.id
      return {
        ...{ id, kind, title, line: lineOf(id), with: anchors.map((anchor) => anchor.id) },
        ...(to !== undefined && { likely: to, certain: likely.get(id)?.certain }),
        command: commandOf(ledger, 'move', id, to ?? '<new>'),
      }
    }),
    moved: [
      ...moved.map(({ entry, to }) => ({ id: entry.id, to: to.id })),
      ...elsewhere.map(({ entry, address }) => ({ id: entry.id, to: address })),
    ],
    retired: removed.map(({ entry, why }) => ({ id: entry.id, why })),
    back: back.map(({ id, movedTo, removed }) => ({
      id,
      line: lineOf(id),
      movedTo,
      retired: removed,
    })),
    broken: broken.map(({ entry: { id, movedTo } }) => ({ id, line: lineOf(id), movedTo })),
  }
}

/** What had moved and is there again. */
function takenOf({ back }: Report): Report['back'] {
  return back.filter(({ movedTo }) => movedTo !== undefined)
}

function textOf(report: Report, { ledger }: Pick<OwnLedger, 'ledger'>): string {
  const { ledger: name, exists, entries, published, gone, reworded, back, broken } = report
  const again = back.filter(({ retired }) => retired !== undefined)
  const certain = gone.filter((item) => item.certain).length
  const lines = [
    exists
      ? `${name}: ${entries} entries; ${published} published, ${report.moved.length} moved, ${report.retired.length} retired.`
      : `${name} does not exist yet: nothing that vanishes is noticed. ${commandOf(ledger, 'accept')} makes it.`,
    ...part(
      'Gone, and nothing is recorded of it',
      gone.map(
        (item) =>
          `${name}:${item.line}  ${item.id} (“${item.title}”${item.with.length ? `, ${item.with.length} headings and steps` : ''})\n` +
          `      ${item.command}`,
      ),
    ),
    ...(certain > 1
      ? [`  ${commandOf(ledger, 'move', '--likely')} records ${certain} of them.`]
      : []),
    ...part(
      'Moves that lead nowhere',
      broken.map(({ id, line, movedTo }) => `${name}:${line}  ${id} → ${movedTo}`),
    ),
    ...part(
      'Moved once, and there again',
      takenOf(report).map(({ id, line, movedTo }) => `${name}:${line}  ${id} → ${movedTo}`),
    ),
    ...part(`New: ${commandOf(ledger, 'accept')}`, [
      ...report.new.map(({ id, kind, title }) => `${kind} ${id} (“${title}”)`),
      ...reworded.map(({ id, from, title }) => `reworded ${id} (“${from}” → “${title}”)`),
      ...again.map(({ id }) => `there again ${id}`),
    ]),
  ]
  const isSame = lines.length === 1 && exists
  return [...lines, ...(isSame ? ['What is published is what the ledger says.'] : [])].join('\n')
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length ? [`${title}:`, ...lines.map((line) => `  ${line}`)] : []
}
