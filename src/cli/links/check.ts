/** `links check`: does every address of a built site lead to something that is there? */
import { posix, relative, resolve, sep } from 'node:path'
import { checkBuilt } from '../../permalinks/built/check.ts'
import { formatProblems } from '../../report/format-problems.ts'
import { countErrors, toProblems } from '../../report/problems.ts'
import { UsageError, readArguments, readFormat } from '../arguments.ts'
import type { ExitCode, Terminal } from '../command.ts'
import { isFolder } from '../is-folder.ts'
import { builtSiteParent } from '../site-folder.ts'
import { siteWriter } from '../site-writer.ts'
import { readBuilt } from './read-built.ts'

export async function check(
  args: readonly string[],
  { cwd, root, print, warn }: Terminal,
): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { format: { type: 'string' } })
  const format = readFormat(values.format)
  const [typed, ...more] = positionals
  if (more.length) throw new UsageError(`\`${more[0]}\` is a second folder. Name one.`)
  const folder =
    typed === undefined ? resolve(builtSiteParent({ root, cwd }), 'dist') : resolve(cwd, typed)
  const shown = posix.normalize(relative(cwd, folder).replaceAll(sep, '/')) || '.'
  const site = (await isFolder(folder))
    ? await readBuilt(siteWriter(folder), (file) => posix.join(shown, file))
    : undefined
  if (!site)
    throw new UsageError(
      `\`${shown}\` is not a built site. Run \`passerelle build\`, or name the folder that it wrote.`,
    )
  const problems = toProblems(checkBuilt(site).map(({ message }) => message))
  print(formatProblems(problems, format))
  const count = [...site.pages.values()].reduce((sum, { addresses }) => sum + addresses.length, 0)
  warn(
    `${count} addresses in ${site.pages.size} pages, ${site.lists.length} lists and search entries.`,
  )
  return countErrors(problems) ? 1 : 0
}
