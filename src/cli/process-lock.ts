/** One at a time among processes that share files. */
import { rmSync, rmdirSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from './process/failure.ts'
import { addCleanup } from './process/signals.ts'
import {
  isAbandoned,
  keepFresh,
  processIn,
  temporaryName,
  temporaryPaths,
} from './process/temporary.ts'

export interface LockOptions {
  /** Called once when another process has to be waited for, with its number. */
  onWait?: (pid: number) => void
  /** How long to wait, in milliseconds. (default: ten minutes) */
  patience?: number
}

/** Another process has held the lock for too long. */
export class LockHeldError extends Failure {
  constructor(path: string) {
    super(
      `Process ${processIn(path)} is still at work on the same files. If it is not running, delete \`${path}\`.`,
    )
  }
}

/** Do `work` while no other process does work under the same lock; wait for it if one does. */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  const release = await takeLock(path, options)
  try {
    return await work()
  } finally {
    release()
  }
}

/**
 * Wait until no other process has the lock, and take it; gives what releases it.
 *
 * Who wants the lock makes a file of its own, `<path>-<process>`, and has it when no running process has
 * another: of two that try at the same time at least one sees the other's file, and tries again. As every
 * name belongs to one process, a file that a killed one left can be removed without taking away a lock that
 * somebody has just got.
 *
 * @throws LockHeldError when the lock does not become free.
 */
export async function takeLock(path: string, options: LockOptions = {}): Promise<() => void> {
  const folder = dirname(path)
  const own = join(folder, temporaryName(`${basename(path)}-`))
  const created = await mkdir(folder, { recursive: true })
  const remove = () => {
    rmSync(own, { force: true })
    // A folder that was made for the lock only goes with it.
    if (created !== undefined) removeIfEmpty(folder)
  }
  const removed = addCleanup(remove)
  const release = () => {
    remove()
    removed()
  }
  try {
    await take(own, `${basename(path)}-`, options)
  } catch (error) {
    release()
    throw error
  }
  const stop = keepFresh(own)
  return () => {
    stop()
    release()
  }
}

async function take(
  own: string,
  prefix: string,
  { onWait, patience = 600_000 }: LockOptions,
): Promise<void> {
  const end = Date.now() + patience
  for (let tries = 0; ; tries++) {
    let other = await holder(own, prefix)
    if (!other) {
      // Another process may just have removed the folder, which it had made for its lock only.
      await mkdir(dirname(own), { recursive: true })
      const isMade = await writeFile(own, '', { flag: 'wx' }).then(
        () => true,
        (error: unknown) => {
          if (isMissingFolder(error)) return false
          throw error
        },
      )
      if (!isMade) continue
      other = await holder(own, prefix)
      if (!other) return
      await rm(own, { force: true })
    }
    if (tries === 3) onWait?.(processIn(other) ?? 0)
    if (Date.now() > end) throw new LockHeldError(other)
    // Of different length, so that two that have seen each other do not do so for ever.
    await sleep(5 + Math.random() * Math.min(100, 10 * (tries + 1)))
  }
}

/** The file of another process, or of another call, that has the lock or wants it. */
async function holder(own: string, prefix: string): Promise<string | undefined> {
  for (const other of await temporaryPaths(dirname(own), prefix)) {
    if (other === own) continue
    if (!(await isAbandoned(other))) return other
    await rm(other, { force: true })
  }
  return undefined
}

function isMissingFolder(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    return
  }
}
