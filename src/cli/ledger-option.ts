/** The ledger of permalinks, as the person at the terminal says it. */
import { resolve } from 'node:path'
import type { LedgerRequest } from '../docsets/ledger-file.ts'
import type { Terminal } from './command.ts'

export const ledgerOption = { ledger: { type: 'string' } } as const

/**
 * @param folders - As typed: the commands in messages repeat them.
 * @param asked - Counts from where the person is; undefined for the usual place.
 */
export function ledgerRequest(
  folders: readonly string[],
  asked: string | undefined,
  { cwd }: Pick<Terminal, 'cwd'>,
): LedgerRequest {
  return {
    path: asked === undefined ? undefined : resolve(cwd, asked),
    siteArgs: [...folders, ...(asked === undefined ? [] : ['--ledger', asked])],
  }
}
