/** Versions of the formats of files that a team keeps: what is reported of a file that is older or newer. */
import type { VFileMessage } from 'vfile-message'
import type { Point, Position } from 'unist'
import { defineProblems, problemAt } from '#plugins/problems.ts'

const problem = defineProblems('files', {
  'format-old': (what: string, written: string) => ({
    severity: 'warning',
    reason: `The ${what} does not say which version of its format it has. Add ${written}, as \`passerelle migrate\` does.`,
    note: 'It is read all the same.',
  }),
  'format-new': (what: string, actual: number, known: number) => ({
    severity: 'error',
    reason: `The ${what} has format version ${actual}, this Passerelle reads version ${known}. Update Passerelle.`,
    note: 'A newer Passerelle wrote this file. Everybody who works with it needs that one, or the last good file from the history.',
  }),
})

/** A format, in words for an author. */
export interface FileFormat {
  /** Such as `ledger`. */
  what: string
  /** What this program writes. */
  version: number
  /** How that is written in the file. */
  written: string
}

/**
 * Problems with the version that a file says it has.
 *
 * @param actual - Undefined for a file that says nothing.
 */
export function versionProblems(
  { what, version, written }: FileFormat,
  actual: number | undefined,
  name: string,
  place: Point | Position = { line: 1, column: 1 },
): VFileMessage[] {
  if (actual === undefined) return [problemAt(name, problem('format-old', what, written), place)]
  if (actual > version)
    return [problemAt(name, problem('format-new', what, actual, version), place)]
  return []
}
