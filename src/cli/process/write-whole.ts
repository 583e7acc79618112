/** Write a file whole or not at all. */
import { rmSync } from 'node:fs'
import { type FileHandle, mkdir, open, realpath, rename, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { withCleanup } from './signals.ts'
import { removeAbandoned, temporaryName } from './temporary.ts'

/** What is needed of the disk; a test lets a part of it fail. */
export interface FileOperations {
  /** Write the whole text to an open file. */
  write: (file: FileHandle, text: string) => Promise<void>
  rename: (from: string, to: string) => Promise<void>
}

export const fileOperations: FileOperations = {
  write: (file, text) => file.writeFile(text),
  rename,
}

/** A text that lies beside its place. */
export interface Staged {
  /** Where it is to be: a symbolic link leads to the file that is written. */
  path: string
  /** Where it is. */
  beside: string
}

/**
 * Write `text` beside `path` and on the disk, in a file with the same permissions. Folders are made. What
 * killed runs have left beside the same file is removed.
 *
 * @throws The system's error, with the path of the file that was to be written; nothing is left then.
 */
export async function stage(
  path: string,
  text: string,
  { write }: Pick<FileOperations, 'write'> = fileOperations,
): Promise<Staged> {
  const real = await realpath(path).catch(() => path)
  const [folder, prefix] = [dirname(real), `.${basename(real).slice(0, 60)}-new-`]
  await mkdir(folder, { recursive: true })
  await removeAbandoned(folder, prefix)
  const beside = join(folder, temporaryName(prefix))
  const remove = () => rmSync(beside, { force: true })
  try {
    await withCleanup(remove, async () => {
      const mode = (await stat(real).catch(() => undefined))?.mode
      const file = await open(beside, 'wx', mode)
      try {
        await write(file, text)
        // Else a power cut could leave an empty file under the final name.
        await file.sync()
      } finally {
        await file.close()
      }
    })
    return { path: real, beside }
  } catch (error) {
    remove()
    if (error instanceof Error) Object.assign(error, { path: real })
    throw error
  }
}

/** Write `text` to `path`: a reader finds what was there before, or all of it. */
export async function writeWhole(
  path: string,
  text: string,
  operations: FileOperations = fileOperations,
): Promise<void> {
  const { path: real, beside } = await stage(path, text, operations)
  const remove = () => rmSync(beside, { force: true })
  await withCleanup(remove, async () => {
    try {
      await operations.rename(beside, real)
    } finally {
      remove()
    }
  })
}
