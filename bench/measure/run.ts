/** Run a program and tell what it and all that it started have cost. */
import { existsSync } from 'node:fs'
import { type Program, endTree, start } from './started.ts'
import { treeUse } from './tree.ts'

export interface Cost {
  /** Seconds of CPU of the whole tree. */
  cpu: number
  /** Seconds on the clock. */
  wall: number
  /** Bytes: the most that all processes together had at a time. */
  memory: number
}

const sampling = 50
/** After that much time a build is given up, in milliseconds. */
const limit = 900_000

/**
 * CPU time comes from the shell’s `times`, which counts ended children that were waited for, and theirs; memory
 * from a look at `/proc` twenty times a second.
 *
 * @throws Error with the end of what it printed, where it failed or took too long.
 */
export async function costOf({ args, cwd, codes = [0], makes }: Program): Promise<Cost> {
  const began = performance.now()
  const script = '"$@"; code=$?; times >&3; exit $code'
  const shell = start('/bin/sh', ['-c', script, 'sh', process.execPath, ...args], cwd, [
    'ignore',
    'pipe',
    'pipe',
    'pipe',
  ])
  let printed = ''
  let times = ''
  for (const stream of [shell.stdout!, shell.stderr!])
    stream.on('data', (data) => (printed += String(data)))
  shell.stdio[3]!.on('data', (data) => (times += String(data)))
  const seen = { cpu: 0, memory: 0 }
  const sampler = setInterval(() => {
    const { cpu, memory } = treeUse(shell.pid!)
    seen.cpu = Math.max(seen.cpu, cpu)
    seen.memory = Math.max(seen.memory, memory)
  }, sampling)
  const timer = setTimeout(() => endTree(shell), limit)
  const code = await new Promise<number | null>((resolve) => shell.once('close', resolve))
  const wall = (performance.now() - began) / 1000
  clearInterval(sampler)
  clearTimeout(timer)
  const isMade = makes === undefined || existsSync(makes)
  if (code === null || !codes.includes(code) || !isMade) {
    const end = `ended with ${String(code)} after ${wall.toFixed(0)} s`
    throw new Error(`${args.join(' ')} ${end}:\n${printed.slice(-2000)}`)
  }
  return { cpu: Math.max(seen.cpu, childrenSeconds(times)), wall, memory: seen.memory }
}

/** Children are in the second line: `0m1.230s 0m0.120s`. */
function childrenSeconds(times: string): number {
  const line = times.trim().split('\n').at(-1) ?? ''
  return line
    .matchAll(/(\d+)m([\d.,]+)s/g)
    .map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds!.replace(',', '.')))
    .reduce((sum, each) => sum + each, 0)
}
