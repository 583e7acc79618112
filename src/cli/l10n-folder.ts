/** The folder of a team’s files, as the person at the terminal says it. */
import { join, resolve } from 'node:path'
import type { TranslatedDocset } from '../docsets/translated-docset.ts'
import { teamFolder } from '../translation/project/team-files.ts'
import { UsageError } from './arguments.ts'
import type { Terminal } from './command.ts'
import { isFolder } from './is-folder.ts'
import { takeLock } from './process-lock.ts'

/**
 * @param asked - Counts from where the person is; undefined for the usual place.
 * @param mayBeNew - The command makes the folder.
 * @throws UsageError when `asked` is no folder.
 */
export async function l10nFolder(
  docsets: readonly TranslatedDocset[],
  asked: string | undefined,
  { cwd, root }: Pick<Terminal, 'cwd' | 'root'>,
  mayBeNew = false,
): Promise<string> {
  if (asked === undefined) return teamFolder(docsets, root)
  const folder = resolve(cwd, asked)
  if (asked && (mayBeNew || (await isFolder(folder)))) return folder
  throw new UsageError(`There is no folder \`${asked}\` for --l10n. \`sync\` makes it.`)
}

/**
 * From now until the command has ended no other one writes what a team keeps in `folder`, or the pages beside
 * it. A command that writes reads after this, so that it keeps what another one has just written.
 */
export async function lockFolder(
  folder: string,
  { warn, atEnd }: Pick<Terminal, 'warn' | 'atEnd'>,
): Promise<void> {
  const onWait = (pid: number) =>
    warn(`Process ${pid} is writing in ${folder}. Waiting for it to finish.`)
  atEnd(await takeLock(join(folder, '.passerelle-writing'), { onWait }))
}
