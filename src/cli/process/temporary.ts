/**
 * Names of temporary files, folders and locks. A name says which process made it, so that a later run can
 * tell what a killed one left behind from what a running one still needs.
 *
 * A process is known by its number and by the time that it started at, where the system tells (Linux): numbers
 * are used again. Of another machine or container nothing is known but how old the file is.
 */
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { readdir, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** A file of another machine that nobody has touched for so long is abandoned. Owners touch theirs each minute. */
const patience = 10 * 60_000
const heartbeat = 60_000

interface Owner {
  machine: string
  pid: number
  /** When the process started, in ticks of its machine; empty where nobody tells. */
  start: string
}

/** `.name-new-` → `.name-new-1f0c9a2e.4711.88123.5be1`: no other process, and no other call, gives the same. */
export function temporaryName(prefix: string): string {
  const { machine, pid, start } = thisProcess()
  return `${prefix}${machine}.${pid}.${start || 0}.${randomBytes(4).toString('hex')}`
}

/** Absolute paths of the files and folders in `folder` that `temporaryName(prefix)` has named, for any process. */
export async function temporaryPaths(folder: string, prefix: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  return names
    .filter((name) => name.startsWith(prefix) && /^[\da-f]{8}\./.test(name.slice(prefix.length)))
    .filter((name) => ownerIn(name))
    .map((name) => join(folder, name))
}

/** Whether the process that made the name does not run any more. */
export async function isAbandoned(path: string): Promise<boolean> {
  const owner = ownerIn(path)
  if (!owner) return false
  if (owner.machine === thisProcess().machine) return !isRunning(owner)
  const result = await stat(path).catch(() => undefined)
  return result !== undefined && Date.now() - result.mtimeMs > patience
}

/** Remove what killed runs have left in `folder`; what cannot be removed stays. */
export async function removeAbandoned(folder: string, prefix: string): Promise<void> {
  const paths = await temporaryPaths(folder, prefix).catch(() => [])
  for (const path of paths) {
    if (await isAbandoned(path)) await rm(path, { recursive: true, force: true }).catch(() => {})
  }
}

/** Touch a file or folder each minute, for processes on other machines; gives what ends it. */
export function keepFresh(path: string): () => void {
  const touch = () => void utimes(path, new Date(), new Date()).catch(() => undefined)
  const timer = setInterval(touch, heartbeat)
  timer.unref()
  return () => clearInterval(timer)
}

/** Number of the process that made a name, for messages; undefined for other names. */
export function processIn(path: string): number | undefined {
  return ownerIn(path)?.pid
}

function ownerIn(name: string): Owner | undefined {
  const [, machine, pid, start] = /([\da-f]{8})\.(\d+)\.(\d+)\.[\da-f]{8}$/.exec(name) ?? []
  if (machine === undefined) return undefined
  return { machine, pid: Number(pid), start: start === '0' ? '' : (start ?? '') }
}

let known: Owner | undefined

function thisProcess(): Owner {
  known ??= { machine: machineId(), pid: process.pid, start: statOf(process.pid)?.start ?? '' }
  return known
}

/** Processes have the same numbers only within one machine, one start of it, and one container. */
function machineId(): string {
  const boot = orEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))
  const container = orEmpty(() => readlinkSync('/proc/self/ns/pid'))
  return createHash('sha256')
    .update(`${hostname()}\n${boot}\n${container}`)
    .digest('hex')
    .slice(0, 8)
}

function isRunning({ pid, start }: Owner): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // The process of another user may not be signalled, but it runs.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const stat = statOf(pid)
  if (!stat) return true
  // A process that ended stays as a zombie until its parent asks for its exit code.
  return stat.state !== 'Z' && (!start || stat.start === start)
}

/** `/proc/<pid>/stat`, see proc(5): the state is the first field after the name, the start the twentieth. */
function statOf(pid: number): { state: string; start: string } | undefined {
  const text = orEmpty(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [state = '', start = ''] = [fields[0], fields[19]]
  return text ? { state, start } : undefined
}

function orEmpty(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
