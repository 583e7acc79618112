/** `check`: everything that the content's authors should know, without building. */
import { formatProblems } from '../../report/format.ts'
import { countErrors } from '../../report/problems.ts'
import { readArguments, readFormat } from '../arguments.ts'
import { openAndCheck } from '../open.ts'
import type { Command } from '../command.ts'

export const command: Command = {
  usage: `check [folder…] [--format text|json|github]
    Check the guides in content/, or docfx docsets: one folder for each language.`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { format: { type: 'string' } })
    const format = readFormat(values.format)
    const { problems } = await openAndCheck(positionals, {}, terminal)
    terminal.print(formatProblems(problems, format))
    return countErrors(problems) ? 1 : 0
  },
}
