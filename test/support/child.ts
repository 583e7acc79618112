/** Other processes, for tests of what processes do to each other. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface Ended {
  /** Exit code; null after a signal that nothing handled. */
  code: number | null
  signal: NodeJS.Signals | null
  printed: string
  warned: string
}

export interface Child {
  process: ChildProcess
  /** What it has printed, once this is in it. */
  printed: (text: string) => Promise<string>
  ended: Promise<Ended>
}

interface ChildOptions {
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** User and group of the process; only root may say so. */
  uid?: number
}

/** Run a module given as text; `#src/…` and `#plugins/…` in its imports are the project's. */
export function startModule(code: string, options: ChildOptions = {}): Child {
  const absolute = code.replaceAll(/(['"])#(src|plugins)\//g, (_, quote, folder) =>
    [quote, `file://${root}/${folder}/`].join(''),
  )
  return start(['--input-type=module', '-e', absolute], options)
}

/** Run the command line of the project in `root`, or of a copy of it. */
export function startPasserelle(
  args: readonly string[],
  { project = root, ...options }: ChildOptions & { project?: string } = {},
): Child {
  return start([join(project, 'src/cli/main.ts'), ...args], options)
}

function start(args: readonly string[], { cwd = root, env = {}, uid }: ChildOptions): Child {
  const { INIT_CWD: _, ...inherited } = process.env
  const clean = Object.entries(inherited).filter(([name]) => !name.startsWith('VITEST'))
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...Object.fromEntries(clean), NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid, gid: uid }),
  })
  let [printed, warned] = ['', '']
  child.stdout.on('data', (data) => (printed += String(data)))
  child.stderr.on('data', (data) => (warned += String(data)))
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, printed, warned }))
  })
  return {
    process: child,
    ended,
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (printed.includes(text)) resolve(printed)
        }
        child.stdout.on('data', look)
        void ended.then(() => reject(new Error(`Ended without “${text}”: ${warned}`)))
        look()
      }),
  }
}
