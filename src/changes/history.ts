/** Reads the output of `git log`: which files changed on which day. */

/** All changes of one file in one day. */
export interface DatedChange {
  /** The file’s path today, whatever it was called on that day; relative to the folder where Git ran. */
  path: string
  /** `2026-11-23`, in UTC. */
  day: string
  /** Time of the day’s last change (RFC 3339, UTC). */
  time: string
  /** Git’s object names of the contents before and after; undefined where the file did not exist. */
  before: string | undefined
  after: string | undefined
}

/** Arguments of Git whose output `readHistory` reads. */
export const historyArguments: readonly string[] = [
  'log',
  // Readers see a change on the day it is merged, not when it was written on a branch.
  '--first-parent',
  '--diff-merges=first-parent',
  '-z',
  '--raw',
  '--no-abbrev',
  '-M',
  '--relative',
  '--format=%x02%cI %P',
]

/**
 * The changes of each file by day, newest first.
 *
 * @param output - What Git printed for `historyArguments`.
 * @param isShallow - In a shallow clone the oldest commit seems to add every file, so it is left out.
 */
export function readHistory(output: string, isShallow: boolean): DatedChange[] {
  const changes = new Map<string, DatedChange>()
  /** Today’s path by an earlier one, of files that were renamed. */
  const currentPaths = new Map<string, string>()
  for (const commit of output.split('\u0002').slice(1)) {
    const [head = '', ...rest] = commit.split('\0')
    const [date = '', ...parents] = head.trim().split(' ')
    if (isShallow && parents.length === 0) continue
    const time = new Date(date).toISOString().replace('.000Z', 'Z')
    const day = time.slice(0, 10)
    for (const { from, to, before, after } of filesOf(rest)) {
      const path = currentPaths.get(to) ?? to
      if (from !== to) currentPaths.set(from, path)
      // Older commits that name this path mean another file.
      if (from !== to || before === undefined) currentPaths.delete(to)
      const key = `${day} ${path}`
      const later = changes.get(key)
      if (later) later.before = before
      else changes.set(key, { path, day, time, before, after })
    }
  }
  return [...changes.values()]
}

const absent = /^0+$/

/** Parts are `:100644 100644 <before> <after> M`, then the path; after `R` and `C` the old path and the new one. */
function* filesOf(parts: readonly string[]) {
  for (let index = 0; index < parts.length; index++) {
    const [, before = '', after = '', status = ''] =
      /^\s*:\d+ \d+ ([\da-f]+) ([\da-f]+) ([A-Z])\d*$/.exec(parts[index] ?? '') ?? []
    if (!status) continue
    const from = parts[++index] ?? ''
    const to = status === 'R' || status === 'C' ? (parts[++index] ?? '') : from
    yield {
      // A copy does not change the file it was made from.
      from: status === 'C' ? to : from,
      to,
      before: absent.test(before) || status === 'C' ? undefined : before,
      after: absent.test(after) ? undefined : after,
    }
  }
}
