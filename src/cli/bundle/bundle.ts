/**
 * The program in few files. A build loads 1,250 modules, which takes Node longer than to read and draw a page; put
 * together they take a third of that. The bundle is made when it is first needed, and kept with the packages.
 */
import { fork } from 'node:child_process'
import { accessSync, constants, mkdirSync } from 'node:fs'
import nodeModule from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { digestAll } from '../../facts/digest.ts'
import { isSealed } from '../../sealed-folder.ts'
import { isPlainPath } from '../process/plain-path.ts'
import { keepsLinks } from '../process/run-linked.ts'
import { programDigest, programFolder, projectFolder } from '../program.ts'
import type { start } from '../start.ts'

/** Commands that read whole sites. */
const commands = new Set(['assemble', 'build'])

/**
 * `start.ts` from the bundle, made now if there is none of this program.
 *
 * @param args - The words after the name of the program.
 * @returns Undefined where modules do: for other commands, where nothing can be kept, on a machine of CI that has none,
 *   and for who looks for faults in the program and wants to see its files in stack traces.
 */
export async function bundledStart(
  args: readonly string[],
): Promise<{ start: typeof start } | undefined> {
  const isAsked = commands.has(args[0] ?? '') && !args.includes('--help') && !args.includes('-h')
  // A program behind a link has another path each time.
  const isPlain = isPlainPath(programFolder) && !keepsLinks()
  if (!isAsked || process.env['DEBUG'] || !isPlain) return undefined
  try {
    const folder = bundleFolder()
    const isMade = isSealed(folder)
    // Where each build has a new machine, to make one costs more than it saves.
    if (!isMade && process.env['CI']) return undefined
    if (!isMade) await make(folder)
    return (await import(pathToFileURL(join(folder, 'start.mjs')).href)) as { start: typeof start }
  } catch {
    return undefined
  }
}

/** A bundle names files of the program and its packages, so each copy has its own. */
function bundleFolder(): string {
  const key = digestAll([programDigest(), programFolder])
  return join(projectFolder, 'node_modules/.cache/passerelle/program', key)
}

/** In a process of its own: the bundler’s memory is free again when pages are drawn. */
async function make(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true })
  accessSync(dirname(folder), constants.W_OK)
  const codeCache = nodeModule.getCompileCacheDir?.()
  const child = fork(fileURLToPath(import.meta.resolve('./bundle-child.ts')), [folder], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, ...(codeCache && { NODE_COMPILE_CACHE: codeCache }) },
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  child.on('error', reject)
  child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('There is no bundle.'))))
  return promise
}
