/** The folder of a team’s files, as the person at the terminal says it. */
import { resolve } from 'node:path'
import type { OpenedDocset } from '../docsets/open-site.ts'
import { teamFolder } from '../translation/workspace/team-files.ts'
import type { Terminal } from './command.ts'

/** @param asked - Counts from where the person is; undefined for the usual place. */
export function l10nFolder(
  docsets: readonly OpenedDocset[],
  asked: string | undefined,
  { cwd, root }: Pick<Terminal, 'cwd' | 'root'>,
): string {
  return asked ? resolve(cwd, asked) : teamFolder(docsets, root)
}
