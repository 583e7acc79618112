/**
 * Short names for the content of a block.
 *
 * A hash shows by itself how far another version of the block is from it, so that a lock file needs no
 * old text: 5 digits of the words alone, 8 of words with signs and numbers, 3 of the markup. Blocks with
 * other words differ in all of it (64 bits), versions of the same words in the last 44.
 */
import { hash } from 'node:crypto'
import type { StaleGrade } from '../state/state.ts'
import type { NormalizedBlock } from './normalise.ts'

const looseDigits = 5
const wordsDigits = 13

export interface Hashes {
  /** Of words and kinds of markup. */
  hash: string
  /** Of what translators do not see. */
  codes: string
}

export function hashesOf({ loose, words, marked, codes }: NormalizedBlock): Hashes {
  return {
    hash:
      digits('loose', loose, looseDigits) +
      digits('words', words, wordsDigits - looseDigits) +
      digits('marked', marked, 16 - wordsDigits),
    codes: codes.length ? digits('codes', codes.join('\n'), 16) : noCodes,
  }
}

/** The `codes` of a block that has none. */
export const noCodes = digits('codes', '', 16)

/** How much has changed between two versions of a block; undefined where only codes can have. */
export function gradeOf(before: string, after: string): StaleGrade | undefined {
  if (before === after) return undefined
  if (before.slice(0, wordsDigits) === after.slice(0, wordsDigits)) return 'auto'
  return before.slice(0, looseDigits) === after.slice(0, looseDigits) ? 'minor' : 'stale'
}

function digits(view: string, text: string, count: number): string {
  return hash('sha256', `${view}\n${text}`, 'hex').slice(0, count)
}
