/**
 * The real disk. Only `cli/` and Astro's own files take it; everything else gets it as an argument.
 *
 * Symbolic links are followed as long as they stay in their folder: the author of a docset cannot have
 * files of the machine published that builds it.
 */
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { isSource } from './docsets/file-kinds.ts'
import type { FileLink, FileSystem } from './docsets/file-system.ts'
import { ignoredFolders, isMissing, isWithin, realPath, realPathWithin } from './real-path.ts'

/** Without roots: a file may be a link within its own folder only. */
export const nodeFileSystem: FileSystem = diskWithin([])

/** @param roots - See `realPathWithin`. */
export function diskWithin(roots: readonly string[]): FileSystem {
  return {
    async read(path) {
      const real = await realPathWithin(path, roots)
      if (real === undefined) return undefined
      try {
        // Not by a promise, see `realPath`.
        return readFileSync(real)
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    async size(path) {
      const real = await realPathWithin(path, roots)
      const found = real === undefined ? undefined : statSync(real, { throwIfNoEntry: false })
      return found?.isFile() ? found.size : undefined
    },
    list: async (folder) => (await walk(folder)).files,
    async links(path) {
      const real = await realPath(path)
      if (real === undefined) return []
      if ((await stat(real)).isDirectory()) return (await walk(path)).links
      const isRefused = (await realPathWithin(path, roots)) === undefined
      return isRefused ? [{ path: '', refused: 'outside' }] : []
    },
  }
}

interface Found {
  files: string[]
  links: FileLink[]
}

/** All files under a folder, hidden ones too: docfx keeps its configuration in `.openpublishing.*`. */
async function walk(folder: string): Promise<Found> {
  const root = await realPath(folder)
  const result: Found = { files: [], links: [] }
  if (root !== undefined) await enter('', false)
  return { files: result.files.toSorted(), links: result.links }

  async function enter(path: string, isLinked: boolean): Promise<void> {
    for (const entry of await folderEntries(`${folder}/${path}`)) {
      if (ignoredFolders.has(entry.name)) continue
      const inside = path ? `${path}/${entry.name}` : entry.name
      if (entry.isDirectory()) await enter(inside, isLinked)
      else if (entry.isFile()) result.files.push(inside)
      else if (entry.isSymbolicLink()) await follow(inside, isLinked)
    }
  }

  /** A folder is entered by one link only on the way: links to folders with links could have no end. */
  async function follow(path: string, isLinked: boolean): Promise<void> {
    const real = await realPath(`${folder}/${path}`)
    // It leads nowhere: for readers there is no such file. Editors keep notes in such links.
    if (real === undefined || root === undefined) return
    const target = relative(root, real)
    const refuse = (refused: FileLink['refused']) => void result.links.push({ path, refused })
    if (!isWithin(root, real)) return refuse('outside')
    if (isSource(target) && !isSource(path)) return refuse('source')
    const kind = await stat(real)
    if (kind.isDirectory()) {
      const here = await realPath(dirname(`${folder}/${path}`))
      if (isLinked || isWithin(real, here ?? root)) return refuse('loop')
      result.links.push({ path, target })
      return enter(path, true)
    }
    if (!kind.isFile()) return
    result.links.push({ path, target })
    result.files.push(path)
  }
}

/** What is in a folder; nothing where there is none. */
export async function folderEntries(folder: string): Promise<Dirent[]> {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
