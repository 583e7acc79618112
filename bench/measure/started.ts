/** Programs that a measurement starts, and ends with all that they have started. */
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { treeOf } from './tree.ts'

export interface Program {
  /** What Node is called with. */
  args: readonly string[]
  cwd: string
  /** Exit codes that are no failure: a site of real pages is published with their errors. */
  codes?: readonly number[]
  /** What has to be there at the end. */
  makes?: string
}

const running = new Set<ChildProcess>()

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of running) endTree(child)
    process.kill(process.pid, signal)
  })
}

export function start(
  command: string,
  args: readonly string[],
  cwd: string,
  stdio: StdioOptions,
): ChildProcess {
  const child = spawn(command, args, { cwd, env: environment(), stdio })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

export function endTree(child: ChildProcess): void {
  for (const pid of treeOf(child.pid!).toReversed()) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
}

/** Programs must not take themselves for a part of npm’s script, of a test or of CI. */
function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|VITEST|(?:INIT_CWD|NODE_ENV|NODE_OPTIONS|CI)$)/.test(name),
  )
  const quiet = {
    ASTRO_TELEMETRY_DISABLED: '1',
    DOCUSAURUS_NO_UPDATE_NOTIFIER: '1',
    BROWSER: 'none',
  }
  return { ...Object.fromEntries(inherited), ...quiet }
}
