/** Run the command line once more, by a link to the project whose path is plain. */
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import { linkFolder } from './plain-path.ts'
import { uninterrupted } from './signals.ts'

const flags = ['--preserve-symlinks', '--preserve-symlinks-main']
const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const

/**
 * @param root - The folder that gets a link.
 * @param file - Absolute path of the module to run, in that folder.
 * @returns The exit code of the other process, which shares input and output with this one.
 */
export async function runLinked(
  root: string,
  file: string,
  args: readonly string[],
): Promise<number> {
  const link = await linkFolder(root)
  const main = join(link.path, relative(root, file))
  try {
    // A signal ends this process after the other one, which has to clean up.
    return await uninterrupted(async () => {
      const child = spawn(process.execPath, [...flags, main, ...args], { stdio: 'inherit' })
      const forward = (signal: NodeJS.Signals) => void child.kill(signal)
      for (const signal of signals) process.on(signal, forward)
      try {
        return await new Promise<number>((resolve, reject) => {
          child.on('error', reject)
          child.on('close', (code) => resolve(code ?? 1))
        })
      } finally {
        for (const signal of signals) process.off(signal, forward)
        link.remove()
      }
    })
  } finally {
    link.remove()
  }
}

export interface LinkedFolders {
  /** The folder without links. */
  real: string
  /** A folder as seen through the link, if it is in this one. */
  linked: (folder: string) => string
  /** A text with the paths that the person knows. */
  withRealPaths: (text: string) => string
}

/** @param root - A folder that is a link in a process that `runLinked` has started. */
export function linkedFolders(root: string): LinkedFolders {
  const real = realpathSync(root)
  return {
    real,
    linked(folder) {
      const inside = relative(real, folder)
      const isOutside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
      return real === root || isOutside ? folder : join(root, inside)
    },
    withRealPaths: (text) => (real === root ? text : text.replaceAll(root, () => real)),
  }
}

/** Whether Node, and so Vite, takes files by the paths of links to them. */
export function keepsLinks(): boolean {
  return flags.every((flag) => process.execArgv.includes(flag))
}
