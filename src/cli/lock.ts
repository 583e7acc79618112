/** One at a time among processes that share files. */
import { rmSync } from 'node:fs'
import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  isAbandoned,
  keptFresh,
  processIn,
  temporaryName,
  temporaryPaths,
} from './process/temporary.ts'
import { withCleanup } from './process/signals.ts'

export interface LockOptions {
  /** Called once when another process has to be waited for, with its number. */
  onWait?: (pid: number) => void
  /** How long to wait, in milliseconds. (default: ten minutes) */
  patience?: number
}

/** Another process has held the lock for too long. */
export class LockHeld extends Error {
  override readonly name = 'LockHeld'
}

/**
 * Do `work` while no other process does work under the same lock; wait for it if one does.
 *
 * Who wants the lock makes a file of its own, `<path>-<process>`, and has it when no running process has
 * another: of two that try at the same time at least one sees the other's file, and tries again. As every
 * name belongs to one process, a file that a killed one left can be removed without taking away a lock that
 * somebody has just got.
 *
 * @throws LockHeld when the lock does not become free.
 */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  { onWait, patience = 600_000 }: LockOptions = {},
): Promise<T> {
  const [folder, prefix] = [dirname(path), `${basename(path)}-`]
  const own = join(folder, temporaryName(prefix))
  const created = await mkdir(folder, { recursive: true })
  return withCleanup(
    () => rmSync(own, { force: true }),
    async () => {
      try {
        await take()
        return await keptFresh(own, work)
      } finally {
        await rm(own, { force: true })
        // A folder that was made for the lock only goes with it.
        if (created !== undefined) await rmdir(folder).catch(() => undefined)
      }
    },
  )

  async function take(): Promise<void> {
    const end = Date.now() + patience
    for (let tries = 0; ; tries++) {
      if (!(await holder())) {
        await writeFile(own, '', { flag: 'wx' })
        if (!(await holder())) return
        await rm(own, { force: true })
      }
      const other = await holder()
      if (other && tries === 3) onWait?.(processIn(other) ?? 0)
      if (other && Date.now() > end) throw new LockHeld(other)
      // Of different length, so that two that have seen each other do not do so for ever.
      await sleep(5 + Math.random() * Math.min(100, 10 * (tries + 1)))
    }
  }

  /** The file of another process, or of another call, that has the lock or wants it. */
  async function holder(): Promise<string | undefined> {
    for (const other of await temporaryPaths(folder, prefix)) {
      if (other === own) continue
      if (!(await isAbandoned(other))) return other
      await rm(other, { force: true })
    }
    return undefined
  }
}
