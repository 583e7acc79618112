/** `status`: how much of every translation is done. */
import { type ReportedProblem, toProblems } from '../../report/problems.ts'
import { formatProblems } from '../../report/format-problems.ts'
import { type ProjectCounts, countProject } from '../../translation/state/count.ts'
import { type BlockState, blockStates } from '../../translation/state/state.ts'
import { readArguments } from '../arguments.ts'
import { readNumber, readStates } from '../translation-arguments.ts'
import type { Command, Terminal } from '../command.ts'
import { provenanceCsv, provenanceOf } from '../provenance.ts'
import { statusText, unreviewedText } from '../status-text.ts'
import { loadTranslations, translationOptions } from '../load-translations.ts'

export const command: Command = {
  usage: `status [folder…] [--fail-under 95] [--fail-on stale,missing] [--provenance] [--docset id] [--locale tag]
      [--l10n folder] [--json]
    Show how many blocks and words of each translation are done, and which pages have work to do.
    --provenance  a table of all blocks as CSV, or JSON with --json: state, person or machine, and author, reviewers,
                  commit and date of its line in the lock, as Git knows them
    --fail-under  exit code 1 if less than this percentage of the words is translated
    --fail-on     exit code 1 if any block is in one of these states: ${blockStates.join(', ')};
                  waiting means stale, partial, untranslated and missing;
                  machine means machine translations that nobody has confirmed`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      ...translationOptions,
      'fail-under': { type: 'string' },
      'fail-on': { type: 'string' },
      provenance: { type: 'boolean', default: false },
    })
    const least = readNumber('fail-under', values['fail-under'], [0, 100])
    const refused = readRefused(values['fail-on'])
    const { loaded, messages, unreviewed } = await loadTranslations(positionals, values, terminal)
    const counted = loaded.map(({ project }) => countProject(project))
    const problems = toProblems(messages.filter(({ fatal }) => fatal))
    const failed = counted.flatMap((item) => failures(item, least, refused))
    if (values.provenance) {
      const rows = (await Promise.all(loaded.map(provenanceOf))).flat()
      const json = { blocks: rows, failed, problems }
      terminal.print(values.json ? JSON.stringify(json, undefined, 2) : provenanceCsv(rows))
      if (!values.json) printFailures(problems, failed, terminal)
    } else if (values.json) {
      const interfaces = unreviewed.length > 0 ? { unreviewedInterfaces: unreviewed } : {}
      const all = { translations: counted, ...interfaces, failed, problems }
      terminal.print(JSON.stringify(all, undefined, 2))
    } else {
      const parts = [...counted.map(statusText), unreviewedText(unreviewed)].filter(Boolean)
      terminal.print(parts.join('\n\n'))
      if (problems.length) terminal.print(`\n${formatProblems(problems, 'text')}`)
      printFailures([], failed, terminal)
    }
    return failed.length || problems.length ? 1 : 0
  },
}

/** The states that fail the command. */
interface Refused {
  states: readonly BlockState[]
  machine: boolean
}

function readRefused(typed: string | undefined): Refused {
  const names = typed?.split(',').map((name) => name.trim()) ?? []
  const states = names.filter((name) => name !== 'machine')
  return {
    states: (states.length && readStates('fail-on', states.join(','))) || [],
    machine: states.length < names.length,
  }
}

/** Printed to stderr, because the output is a table. */
function printFailures(
  problems: readonly ReportedProblem[],
  failed: readonly string[],
  { warn }: Pick<Terminal, 'warn'>,
): void {
  if (problems.length) warn(formatProblems(problems, 'text'))
  for (const line of failed) warn(line)
}

function failures(
  counts: ProjectCounts,
  least: number | undefined,
  { states, machine }: Refused,
): string[] {
  const name = `${counts.docset} ${counts.targetLocale}`
  const isUnder = least !== undefined && counts.percent < least
  return [
    ...(isUnder
      ? [`${name}: ${counts.percent} % translated and confirmed, less than ${least} %`]
      : []),
    ...states.flatMap((state) => {
      const { blocks } = counts.states[state]
      return blocks ? [`${name}: ${blocks} ${state}; there must be none`] : []
    }),
    ...(machine && counts.machine.blocks
      ? [`${name}: ${counts.machine.blocks} by machine and not confirmed; there must be none`]
      : []),
  ]
}
