/** What the processes that a process has started use together, as Linux tells it in `/proc`. */
import { readFileSync, readdirSync } from 'node:fs'

export interface TreeUse {
  /** CPU seconds, those of ended children that were waited for included. */
  cpu: number
  /** Resident bytes; pages that two processes share count twice. */
  memory: number
}

const ticksPerSecond = 100

/** Of a process and all below it; nothing where it has ended, or the system is not Linux. */
export function treeUse(root: number): TreeUse {
  const sum = { cpu: 0, memory: 0 }
  for (const pid of treeOf(root)) {
    // The name of a program, in brackets, may have spaces.
    const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)!.split(' ')
    const ticks = fields.slice(11, 15).reduce((all, field) => all + Number(field), 0)
    sum.cpu += (ticks || 0) / ticksPerSecond
    sum.memory += Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024
  }
  return sum
}

/** A process and all below it, parents first. */
export function treeOf(pid: number): number[] {
  // A thread’s children are not listed with those of other threads.
  const children = list(`/proc/${pid}/task`).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  )
  return [pid, ...children.flatMap(treeOf)]
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}
