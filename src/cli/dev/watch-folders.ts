/** Tell what changes on the disk, a moment after it has: an editor may write a file in several steps. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type FSWatcher, watch } from 'chokidar'
import { ignoredFolders } from '../../real-path.ts'
import { type FileChange, isIn } from './kept-files.ts'

/** In milliseconds. Chokidar passes over what follows a change of the same file within 50. */
const pause = 60

export interface Watching {
  /** Watch more files and folders; those that are watched already are passed over. */
  add: (paths: readonly string[]) => void
  close: () => Promise<void>
}

/**
 * Watch files and folders, there or not.
 *
 * @param changed - What changes during a call is told in the next one.
 */
export async function watchFolders(
  paths: readonly string[],
  changed: (changes: readonly FileChange[]) => Promise<void>,
): Promise<Watching> {
  let next: FileChange[] = []
  let isRunning = false
  const run = async () => {
    isRunning = true
    while (next.length > 0) {
      await sleep(pause)
      const changes = next
      next = []
      await changed(changes)
    }
    isRunning = false
  }
  const watcher: FSWatcher = watch([...paths], { ignoreInitial: true, ignored: isIgnored })
  watcher.on('all', (event, path) => {
    next.push({ path, isTree: event !== 'change' })
    if (!isRunning) void run()
  })
  await new Promise<void>((resolve) => void watcher.once('ready', resolve))
  let all = paths
  return {
    add(more) {
      const fresh = more.filter((path) => !all.some((one) => isIn(path, one)))
      all = [...all, ...fresh]
      watcher.add(fresh)
    },
    close: () => watcher.close(),
  }
}

function isIgnored(path: string): boolean {
  return path.split(/[/\\]/).some((name) => ignoredFolders.has(name))
}
