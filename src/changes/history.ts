/** What Git says of files: which changed on which day, from what to what. */

/** One file on one day. */
export interface DatedChange {
  /** Path in the repository as it is called now. */
  path: string
  /** The day, in universal time. */
  day: string
  /** When its last change of the day came: a time of RFC 3339, in universal time. */
  time: string
  /** Names of its text before and after; undefined where it was not there. */
  before: string | undefined
  after: string | undefined
}

/** Arguments of `git log` whose output `readHistory` reads, the newest commit first. */
export const historyArguments: readonly string[] = [
  'log',
  // What was merged is there for readers from then on.
  '--first-parent',
  '--diff-merges=first-parent',
  '-z',
  '--raw',
  '--no-abbrev',
  '-M',
  '--relative',
  '--format=%x02%cI %P',
]

const absent = /^0+$/

/**
 * The changes of each file by day, the newest first. Several of one day are one change.
 *
 * @param isCut - The clone has a part of the history: where that begins, all files look new.
 */
export function readHistory(output: string, isCut: boolean): DatedChange[] {
  const changes = new Map<string, DatedChange>()
  /** What files that were moved later were called then, by what they are called now. */
  const namedNow = new Map<string, string>()
  for (const commit of output.split('\u0002').slice(1)) {
    const [head = '', ...rest] = commit.split('\0')
    const [date = '', ...parents] = head.trim().split(' ')
    if (isCut && parents.length === 0) continue
    const time = new Date(date).toISOString().replace('.000Z', 'Z')
    const day = time.slice(0, 10)
    for (const { from, to, before, after } of filesOf(rest)) {
      const path = namedNow.get(to) ?? to
      if (from !== to) namedNow.set(from, path)
      const key = `${day} ${path}`
      const later = changes.get(key)
      if (later) later.before = before
      else changes.set(key, { path, day, time, before, after })
    }
  }
  return [...changes.values()]
}

/** `:100644 100644 <before> <after> M`, then the path, of moved files the old and the new one. */
function* filesOf(parts: readonly string[]) {
  for (let index = 0; index < parts.length; index++) {
    const [, before = '', after = '', status = ''] =
      /^\s*:\d+ \d+ ([\da-f]+) ([\da-f]+) ([A-Z])\d*$/.exec(parts[index] ?? '') ?? []
    if (!status) continue
    const from = parts[++index] ?? ''
    const to = status === 'R' || status === 'C' ? (parts[++index] ?? '') : from
    yield {
      // A copy leaves the other file as it was.
      from: status === 'C' ? to : from,
      to,
      before: absent.test(before) || status === 'C' ? undefined : before,
      after: absent.test(after) ? undefined : after,
    }
  }
}
