/** The command line: arguments and streams in, exit code out. */
import { dirname } from 'node:path'
import { failureDetails, failureText } from './process/failure.ts'
import { limitHeapGrowth } from './process/heap-growth.ts'
import { isPlainPath } from './process/plain-path.ts'
import { linkedFolders, runLinked } from './process/run-linked.ts'
import { exitOnSignals } from './process/signals.ts'
import { startFolder } from './process/start-folder.ts'
import { projectFolder } from './program.ts'

const { real, linked, withRealPaths } = linkedFolders(projectFolder)
const args = process.argv.slice(2)
const debug = process.env['DEBUG']
let hasFailed = false

/**
 * Run the command that the arguments of the process name, and set its exit code.
 *
 * @param main - Absolute path of the module that Node began with.
 */
export async function start(main: string): Promise<void> {
  // Those limit it once they have computed many pages.
  if (!['assemble', 'build'].includes(args[0] ?? '')) limitHeapGrowth()
  listen()
  try {
    const isBuilt = args[0] === 'build' && !args.includes('--help') && !args.includes('-h')
    // Only what builds needs the bundler.
    const code =
      isBuilt && !isPlainPath(projectFolder)
        ? await runLinked(projectFolder, main, args)
        : await runHere()
    process.exitCode = hasFailed ? 1 : code
  } catch (error) {
    fail(error)
  }
}

/** Signals, errors that no command waits for, and readers that have gone. */
function listen(): void {
  // eslint-disable-next-line no-restricted-syntax -- A signal ends the process, whatever it is doing.
  exitOnSignals((code) => process.exit(code))
  // All other errors are reported by `run`.
  process.on('uncaughtException', (error) => fail(error))
  process.on('unhandledRejection', (error) => fail(error))
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // `… | head -1` has read enough. The command goes on: it may be writing files.
    if (error.code !== 'EPIPE') fail(Object.assign(error, { path: 'stdout' }))
  })
  process.stderr.on('error', () => undefined)
}

async function runHere(): Promise<number> {
  // Loaded by the plain path only: Node takes `*` in the name of a folder for that of `#plugins/*`.
  const [{ run }, { siteAbove }] = await Promise.all([
    import('./run.ts'),
    import('./site-folder.ts'),
  ])
  const here = linked(process.cwd())
  const { npm_package_json: npmPackage } = process.env
  const script = npmPackage === undefined ? real : dirname(npmPackage)
  const cwd = linked(startFolder(script, process.env, () => process.cwd()))
  return run(args, {
    cwd,
    root: siteAbove(here),
    print: (text) => void process.stdout.write(`${withRealPaths(text)}\n`),
    warn,
    debug,
    ...(process.env['CI'] && !process.stderr.isTTY && { announce: warn }),
    ...(process.stderr.isTTY && {
      // Back to the line’s beginning, and erase what is there.
      progress: (text: string) => void process.stderr.write(`\r\u001B[K${withRealPaths(text)}`),
    }),
  })
}

function fail(error: unknown): void {
  process.exitCode = 1
  // One sentence: what fails next fails because of it.
  if (!hasFailed) warn(failureText(error, { cwd: real, root: real }))
  hasFailed = true
  const details = failureDetails(error, debug)
  if (details) warn(details)
}

function warn(text: string): void {
  process.stderr.write(`${withRealPaths(text)}\n`)
}
