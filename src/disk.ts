/** The real disk. Only `cli/` and Astro's own files take it; everything else gets it as an argument. */
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
    // Hidden files count: docfx keeps its configuration in `.openpublishing.*`.
    const found = await glob('**/*', {
      cwd: folder,
      dot: true,
      ignore: ['**/node_modules/**', '**/.git/**'],
    })
    return found.sort()
  },
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(String(error.code))
  )
}
