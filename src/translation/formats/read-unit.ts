/** A file from a translator’s tool as it is read, before it is checked. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems } from '#plugins/problems.ts'
import type { Part } from '../codec/codec.ts'
import type { UnitStatus } from './work-state.ts'

export interface FilePosition {
  line: number
  column: number
}

export interface ReadUnit {
  /** Tools may drop each of these three. */
  id?: string
  /** Of the source block; 12 digits or more. */
  hash?: string
  source?: readonly Part[]
  /** Absent or empty where nothing is translated. */
  target?: readonly Part[]
  /** The status of the work in the file; see `work-state.ts`. */
  work: UnitStatus
  /** The text of the file that gives the status, of work that is `open` or `machine`. */
  reason?: string
  /** The name of its document in the file, where the file has several. */
  document?: string
  /** Its place in the file, from 1. */
  place: FilePosition
}

export interface ReadFile {
  /** Of the file, for messages. */
  name: string
  docset?: string
  /** BCP 47, as the file says. */
  sourceLocale?: string
  targetLocale?: string
  /**
   * How many units were exported, and how many different sources among them, if the file says. With
   * `hasIds` no tool merges units of the same source: every one has to be there.
   */
  exported?: { units: number; sources: number; hasIds?: boolean }
  units: readonly ReadUnit[]
  /** Problems of the file itself; an error means that nothing of it can be accepted. */
  messages: readonly VFileMessage[]
}

export const fileProblem = defineProblems('exchange', {
  'exchange-syntax': (fault: string, advice: string) => ({
    severity: 'error',
    reason: `${fault} ${advice}`,
    note: 'Nothing was imported from this file.',
  }),
  'exchange-truncated': (actual: string, expected: string) => ({
    severity: 'error',
    reason: `File ends ${actual}, without ${expected}.`,
    note: 'The file is cut off. Ask for it again; nothing was imported from this one.',
  }),
  'exchange-encoding': (actual: string) => ({
    severity: 'error',
    reason: `File is not in UTF-8: ${actual}.`,
    note: 'Save or export the file as UTF-8; nothing was imported from this one.',
  }),
  'unit-twice': (id: string) => ({
    severity: 'error',
    reason: `There are two entries for \`${id}\`.`,
    note: 'Delete the wrong one. Neither was imported.',
  }),
})

/** `fr_FR` and `FR-fr` as the other formats write it: `fr-FR`. */
export function languageTag(tag: string | undefined): string | undefined {
  if (!tag?.trim()) return undefined
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0]
  } catch {
    return tag
  }
}

export function isFatal({ messages }: Pick<ReadFile, 'messages'>): boolean {
  return messages.some(({ fatal }) => fatal)
}
