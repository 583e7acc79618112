/** What earlier builds have left: moved out of the way at once, deleted when everything is measured. */
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'

const folders = new Set<string>()
let count = 0

/**
 * Move a file or folder away, for `deleteOldSites`.
 *
 * Not deleted here: without a journal, ext4 does not use the inode of a deleted file again for a minute, and looks at
 * each of them whenever it makes a new file. A build after a deletion of thousands of files would cost 1 to 3 seconds of
 * system time more, most of it for the generator that writes most files.
 *
 * @param project - Folder of the project; what was moved is beside it, where no generator looks.
 */
export async function moveAway(path: string, project: string): Promise<void> {
  const old = `${project}.old`
  folders.add(old)
  await mkdir(old, { recursive: true })
  try {
    await rename(path, join(old, `${++count}-${process.pid}-${basename(path)}`))
  } catch {
    // Nothing is there, or it is on another file system.
    await rm(path, { recursive: true, force: true })
  }
}

/** Delete everything that was moved away. */
export async function deleteOldSites(): Promise<void> {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
  folders.clear()
}
