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
import { append } from '#plugins/large-arrays.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { versionProblems } from '../../config/format-version.ts'

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

const lockVersion = 1
const header = `# docs-l10n ${lockVersion}`
const headerLine = /^# docs-l10n (\d+)(?: |$)/
const format = { what: 'lock', version: lockVersion, written: `the line \`${header}\`` }
const comment = '  — generated; order and duplicates do not matter'
const entryLine = /^([\da-f]{16}) (?:(-)|([\da-f]{16}) (ok|assumed|machine)(?: ([\da-f]{8}))?)$/

const problem = defineProblems('translation', {
  'lock-line': (actual: string) => ({
    severity: 'error',
    reason: `Line \`${actual}\` cannot be read. A line has two hashes and \`ok\`, \`assumed\` or \`machine\`, or a hash and \`-\`.`,
    note: 'The line is moved to the end of the file. In a merge conflict, keep all lines except the conflict markers.',
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
  let hasVersion = false
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim()
    const place = { line: index + 1, column: 1 }
    if (!line) continue
    if (line.startsWith('#')) {
      // A merge may leave the line anywhere, and twice.
      const version = headerLine.exec(line)?.[1]
      hasVersion ||= version !== undefined
      const newer =
        version === undefined ? [] : versionProblems(format, Number(version), name, place)
      append(messages, newer)
      if (version === undefined && index === 0) {
        messages.push(problemAt(name, problem('lock-version', line), place))
      }
      if (version === undefined || newer.length > 0) damaged.push(line)
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
  const isOld = !hasVersion && messages.length === 0 && entries.length > 0
  return {
    lock: { entries, damaged },
    messages: isOld ? versionProblems(format, undefined, name) : onlyNewer(messages),
  }
}

/** Lines of a newer format are none that an older Passerelle could call wrong. */
function onlyNewer(messages: readonly VFileMessage[]): VFileMessage[] {
  const newer = messages.filter(({ ruleId }) => ruleId === 'format-new')
  return newer.length > 0 ? newer : [...messages]
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

/** The line of an entry in the file. */
export function lineOf({ source, target, status = 'ok', codes }: LockEntry): string {
  return [source, ...(target ? [target, status, ...(codes ? [codes] : [])] : ['-'])].join(' ')
}
