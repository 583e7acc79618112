/**
 * Tell what changes on the disk, a moment after it has: an editor may write a file in several steps.
 *
 * Each folder is watched by itself. Node's own watching of whole trees does not hear of a file again that an editor has
 * replaced, and Chokidar passes over some of several files that are replaced at once.
 */
import { type FSWatcher, watch } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { folderEntries } from '../../node-file-system.ts'
import { ignoredFolders, isMissing } from '../../real-path.ts'
import { type FileChange, isIn } from './kept-files.ts'

/** In milliseconds. */
const pause = 20

export interface Watching {
  /** Watch more folders; those that are watched already, or not there, are passed over. */
  add: (folders: readonly string[]) => Promise<void>
  close: () => void
}

/** What is known of the folders that are watched. */
interface Watched {
  folders: Map<string, FSWatcher>
  files: Set<string>
  /** Something has happened to what this path names. */
  onEvent: (path: string) => void
}

/** @param changed - What changes during a call comes in the next one. */
export async function watchFolders(
  folders: readonly string[],
  changed: (changes: readonly FileChange[]) => Promise<void>,
): Promise<Watching> {
  let next = new Set<string>()
  let isRunning = false
  const run = async () => {
    isRunning = true
    while (next.size > 0) {
      await sleep(pause)
      const paths = [...next]
      next = new Set()
      const changes = await Promise.all(paths.map((path) => changeOf(watched, path)))
      await changed(changes)
    }
    isRunning = false
  }
  const watched: Watched = {
    folders: new Map(),
    files: new Set(),
    onEvent(path) {
      next.add(path)
      if (!isRunning) void run()
    },
  }
  const add = async (more: readonly string[]) => {
    for (const folder of more) if (!watched.folders.has(folder)) await enter(watched, folder)
  }
  await add(folders)
  return {
    add,
    close() {
      for (const watcher of watched.folders.values()) watcher.close()
    },
  }
}

/** What has become of a path that something has happened to. */
async function changeOf(watched: Watched, path: string): Promise<FileChange> {
  const isFile = await kindOf(path)
  if (isFile === undefined || isFile === false) leave(watched, path)
  if (isFile === false) await enter(watched, path)
  const isTree = !isFile || !watched.files.has(path)
  if (isFile) watched.files.add(path)
  return { path, isTree }
}

/** Whether a path is that of a file or of a folder; undefined for what is not there. */
async function kindOf(path: string): Promise<boolean | undefined> {
  try {
    return !(await stat(path)).isDirectory()
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Watch a folder and all that are in it. */
async function enter(watched: Watched, folder: string): Promise<void> {
  const { folders, files, onEvent } = watched
  // Links to a folder around them have no end.
  const real = await realpath(folder).catch(() => undefined)
  if (real === undefined || (real !== folder && isIn(dirname(folder), real))) return
  const watcher = watch(folder, (_event, name) => {
    if (name !== null && !ignoredFolders.has(name)) onEvent(join(folder, name))
  })
  // One that is gone: the folder around it tells.
  watcher.on('error', () => leave(watched, folder))
  folders.get(folder)?.close()
  folders.set(folder, watcher)
  for (const entry of await folderEntries(folder)) {
    const path = join(folder, entry.name)
    if (ignoredFolders.has(entry.name)) continue
    const isFile = entry.isSymbolicLink() ? await kindOf(path) : !entry.isDirectory()
    if (isFile) files.add(path)
    else if (isFile === false) await enter(watched, path)
  }
}

function leave({ folders, files }: Watched, path: string): void {
  files.delete(path)
  const watcher = folders.get(path)
  if (!watcher) return
  for (const [folder, other] of folders) {
    if (!isIn(folder, path)) continue
    other.close()
    folders.delete(folder)
  }
  for (const file of files) if (isIn(file, path)) files.delete(file)
}
