/**
 * The lock of a docset in one language: the set of pairs that are confirmed as translations of each
 * other.
 *
 * One line for each pair: the source’s hash, the translation’s or `-`, how it was confirmed. Lines are sorted by
 * hash and set off by blank lines, and each block of the source has one from the beginning: to translate
 * changes a line and adds none, so branches that translate different blocks merge. No paths, positions or
 * dates: a page that moves costs nothing.
 */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'

/** How the pair was confirmed: by a person (`ok`), by taking over the docset (`assumed`), or not yet (`machine`). */
export type LockStatus = 'ok' | 'assumed' | 'machine'

export interface LockEntry {
  source: string
  /** Absent for a source block that is not translated. */
  target?: string
  status?: LockStatus
  /** First digits of the source’s `codes` when the pair was confirmed; absent where it had none. */
  codes?: string
}

export interface Lock {
  entries: readonly LockEntry[]
  /** Lines that cannot be read, as typed; they stay in the file until they are repaired. */
  damaged: readonly string[]
}

export const emptyLock: Lock = { entries: [], damaged: [] }

const header = '# docs-l10n 1'
const comment = '  — generated; order and duplicates do not matter'
const entryLine = /^([\da-f]{16}) (?:(-)|([\da-f]{16}) (ok|assumed|machine)(?: ([\da-f]{8}))?)$/

const problem = defineProblems('translation', {
  'lock-line': (actual: string) => ({
    severity: 'error',
    reason: `Line \`${actual}\` cannot be read. A line has two hashes and \`ok\`, \`assumed\` or \`machine\`, or a hash and \`-\`.`,
    note: 'The line is moved to the end of the file. In a merge conflict, keep all lines but the markers.',
  }),
  'lock-version': (actual: string) => ({
    severity: 'error',
    reason: `The first line is \`${actual}\`. Write \`${header}\`.`,
  }),
})

/** Read a lock; an absent file is an empty one. Every line that cannot be read is reported. */
export function parseLock(text: string, name: string): { lock: Lock; messages: VFileMessage[] } {
  const entries: LockEntry[] = []
  const damaged: string[] = []
  const messages: VFileMessage[] = []
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim()
    const place = { line: index + 1, column: 1 }
    if (!line) continue
    if (line.startsWith('#')) {
      const isHeader = line === header || line.startsWith(`${header} `)
      if (!isHeader && index === 0) {
        messages.push(problemAt(name, problem('lock-version', line), place))
      }
      if (!isHeader) damaged.push(line)
      continue
    }
    const [whole, source = '', none, target, status, codes] = entryLine.exec(line) ?? []
    if (whole === undefined) {
      damaged.push(line)
      messages.push(problemAt(name, problem('lock-line', line), place))
    } else if (none) entries.push({ source })
    else {
      entries.push({
        source,
        ...(target && { target }),
        ...(status && { status: status as LockStatus }),
        ...(codes && { codes }),
      })
    }
  }
  return { lock: { entries, damaged }, messages }
}

/** The file’s text: always the same for the same entries. */
export function serializeLock({ entries, damaged }: Lock): string {
  const lines = [...new Set(withoutHoles(entries).map(lineOf))].sort()
  return [header + comment, ...lines, ...new Set(damaged)].join('\n\n') + '\n'
}

/** A translated block needs no line for its missing translation. */
function withoutHoles(entries: readonly LockEntry[]): readonly LockEntry[] {
  const translated = new Set(entries.filter(({ target }) => target).map(({ source }) => source))
  return entries.filter(({ source, target }) => target ?? !translated.has(source))
}

function lineOf({ source, target, status = 'ok', codes }: LockEntry): string {
  return [source, ...(target ? [target, status, ...(codes ? [codes] : [])] : ['-'])].join(' ')
}
