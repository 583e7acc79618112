/** Run a program and tell what it and all that it started have cost. */
import { spawn } from 'node:child_process'
import { treeUse } from './tree.ts'

export interface Cost {
  /** Seconds of CPU of the whole tree. */
  cpu: number
  /** Seconds on the clock. */
  wall: number
  /** Bytes: the most that all processes together had at a time. */
  memory: number
}

export interface Program {
  args: readonly string[]
  cwd: string
  env?: Readonly<Record<string, string>>
  /** Exit codes that are no failure: a site of real pages is published with their errors. */
  codes?: readonly number[]
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
export async function costOf({ args, cwd, env = {}, codes = [0] }: Program): Promise<Cost> {
  const start = performance.now()
  const script = '"$@"; code=$?; times >&3; exit $code'
  const child = spawn('/bin/sh', ['-c', script, 'sh', process.execPath, ...args], {
    cwd,
    env: cleanEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  })
  let printed = ''
  let times = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (data) => (printed += String(data)))
  child.stdio[3]!.on('data', (data) => (times += String(data)))
  const seen = { cpu: 0, memory: 0 }
  const sampler = setInterval(() => {
    const use = treeUse(child.pid!)
    seen.cpu = Math.max(seen.cpu, use.cpu)
    seen.memory = Math.max(seen.memory, use.memory)
  }, sampling)
  const timer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), limit)
  const stop = () => process.kill(-child.pid!, 'SIGKILL')
  process.once('exit', stop)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  const wall = (performance.now() - start) / 1000
  process.removeListener('exit', stop)
  clearInterval(sampler)
  clearTimeout(timer)
  if (code === null || !codes.includes(code)) {
    throw new Error(
      `${args.join(' ')} ended with ${String(code)} after ${wall.toFixed(0)} s:\n${printed.slice(-2000)}`,
    )
  }
  return { cpu: Math.max(seen.cpu, childrenSeconds(times)), wall, memory: seen.memory }
}

/** Children are in the second line: `0m1.230s 0m0.120s`. */
function childrenSeconds(times: string): number {
  const line = times.trim().split('\n').at(-1) ?? ''
  const parts = line.matchAll(/(\d+)m([\d.,]+)s/g)
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds!.replace(',', '.')),
    0,
  )
}

/** Programs must not take themselves for a part of npm’s script or of a test. */
export function cleanEnvironment(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|INIT_CWD$|NODE_ENV$|NODE_OPTIONS$|CI$)/.test(name),
  )
  return { ...Object.fromEntries(inherited), ASTRO_TELEMETRY_DISABLED: '1', ...env }
}
