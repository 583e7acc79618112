/** The real disk. Only `cli/` and Astro's own files take it; everything else gets it as an argument. */
import { type Dirent, readdir } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { glob } from 'tinyglobby'
import type { Files } from './docsets/files.ts'

export const disk: Files = {
  async read(path) {
    try {
      return await readFile(path)
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  },
  async list(folder) {
    const failures: Error[] = []
    const found = await glob('**/*', {
      cwd: folder,
      // Hidden files count: docfx keeps its configuration in `.openpublishing.*`.
      dot: true,
      ignore: ['**/node_modules/**', '**/.git/**', '**/lost+found/**'],
      fs: { readdir: readdirNoting(failures) },
    })
    // The library passes over a folder that it cannot read: its pages would vanish without a word.
    const [failure] = failures
    if (failure) throw failure
    return found.sort()
  },
}

/** `fs.readdir` that keeps what went wrong, but for folders that are not there. */
function readdirNoting(failures: Error[]): typeof readdir {
  return ((path: string, options: { withFileTypes: true }, done: ReaddirCallback) => {
    readdir(path, options, (error, entries) => {
      if (error && !isMissing(error)) failures.push(error)
      done(error, entries)
    })
  }) as typeof readdir
}

type ReaddirCallback = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(String(error.code))
  )
}
