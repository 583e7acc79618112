/** Backslashes in addresses, as Windows paths have them: browsers on other systems request another file. */
import { posix } from 'node:path'
import { decodePart } from '#plugins/percent-encoding.ts'
import type { Problem } from '#plugins/problems.ts'
import { addressProblem as problem } from './address-problems.ts'

/**
 * A problem for an address that leads to a file only if its backslashes are read as slashes.
 *
 * @param from - The page with the address, relative to its edition.
 * @param match - The file that is meant.
 */
export function slashProblem(typed: string, from: string, match: string): { problem?: Problem } {
  if (!decodePart(typed).includes('\\')) return {}
  return {
    problem: problem(
      'link-backslash',
      decodePart(typed),
      posix.relative(posix.dirname(from), match),
    ),
  }
}
