/** What a file from a translator’s tool says, before it is believed. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { decode } from '../../docsets/decode.ts'
import type { Part } from '../codec/codec.ts'

export interface Place {
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
  /**
   * What the file says of the work: `open` is fuzzy and waits for somebody; `unknown` is left as it was
   * exported by tools that set no state, so only a changed text says that it is done.
   */
  work: 'done' | 'open' | 'unknown'
  /** The name of its document in the file, where the file has several. */
  document?: string
  /** Where it stands in the file, from 1. */
  place: Place
}

export interface ReadFile {
  /** Of the file, for messages. */
  name: string
  docset?: string
  /** BCP 47, as the file says. */
  sourceLocale?: string
  targetLocale?: string
  /** How many units were exported, and how many different sources among them, if the file says. */
  exported?: { units: number; sources: number }
  units: readonly ReadUnit[]
  /** What is wrong with the file itself; an error means that nothing of it can be taken. */
  messages: readonly VFileMessage[]
}

export const fileProblem = defineProblems({
  'exchange-syntax': (found: string, expected: string) => ({
    severity: 'error',
    reason: `Unexpected ${found}, expected ${expected}`,
    note: 'Nothing was taken from this file.',
  }),
  'exchange-truncated': (found: string, expected: string) => ({
    severity: 'error',
    reason: `Unexpected end of the file ${found}, expected ${expected}`,
    note: 'The file is cut off. Ask for it again; nothing was taken from this one.',
  }),
  'exchange-encoding': (found: string) => ({
    severity: 'error',
    reason: `Unexpected ${found}, expected UTF-8`,
    note: 'Save or export the file as UTF-8; nothing was taken from this one.',
  }),
  'unit-twice': (id: string) => ({
    severity: 'error',
    reason: `Unexpected second entry for \`${id}\`, expected one`,
    note: 'Keep the right one. Neither was taken.',
  }),
})

/** Text of a file: UTF-8, or UTF-16 where a byte order mark says so (spreadsheets); no mark is kept. */
export function decodeFile(
  content: Uint8Array | string,
  name: string,
): { text: string; messages: VFileMessage[] } {
  if (typeof content === 'string') return { text: content.replace(/^\uFEFF/, ''), messages: [] }
  const [first, second] = content
  if (first === 0xff && second === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(content), messages: [] }
  }
  if (first === 0xfe && second === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(content), messages: [] }
  }
  const { text, message } = decode(content, name)
  if (!message) return { text, messages: [] }
  const found = /`.*?`/.exec(message.reason)?.[0] ?? 'byte'
  const place = { line: message.line ?? 1, column: message.column ?? 1 }
  return {
    text,
    messages: [problemAt(name, fileProblem('exchange-encoding', `byte ${found}`), place)],
  }
}

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
