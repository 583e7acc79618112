/** Put new texts into several files: all of them or none. */
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { writablePath } from './writable-path.ts'

export interface NewText {
  /** Whole path. */
  path: string
  text: string
  /** What must stand in the file; undefined for a file that must not be there. */
  was: string | undefined
}

export interface ReplaceOptions {
  /** See `writablePath`. */
  roots?: readonly string[]
  /** What is needed of the disk; a test lets it fail. */
  rename?: (from: string, to: string) => Promise<void>
}

/** Something else has written to a file since it was read. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile'
}

/**
 * Write each text beside its file, and when all of them are there, put them in place.
 *
 * What goes wrong before leaves every file as it was, what goes wrong while they take their places puts
 * back those that have done so. In what order matters to whoever is cut off by the power: the first file
 * takes its place first.
 */
export async function replaceFiles(
  files: readonly NewText[],
  { roots = [], rename: renameFile = rename }: ReplaceOptions = {},
): Promise<void> {
  const fresh: (NewText & { beside: string })[] = []
  for (const file of files) {
    const path = await writablePath(file.path, roots)
    const beside = join(dirname(path), `.${basename(path)}-new-${process.pid}`)
    fresh.push({ ...file, path, beside })
  }
  const placed: NewText[] = []
  try {
    for (const { path, beside, text, was } of fresh) {
      if ((await textOf(path)) !== was) throw new ChangedMeanwhile(path)
      await mkdir(dirname(path), { recursive: true })
      const mode = (await stat(path).catch(() => undefined))?.mode
      await writeFile(beside, text, mode === undefined ? {} : { mode })
    }
    await unstoppable(async () => {
      for (const { beside, ...file } of fresh) {
        await renameFile(beside, file.path)
        placed.push(file)
      }
    })
  } catch (error) {
    for (const { path, was } of placed) {
      if (was === undefined) await rm(path, { force: true })
      else await writeFile(path, was)
    }
    throw error
  } finally {
    for (const { beside } of fresh) await rm(beside, { force: true })
  }
}

/** Ctrl+C waits until the files are in their places, which takes a moment. */
async function unstoppable(work: () => Promise<void>): Promise<void> {
  const wait = () => undefined
  process.on('SIGINT', wait).on('SIGTERM', wait)
  try {
    await work()
  } finally {
    process.off('SIGINT', wait).off('SIGTERM', wait)
  }
}

/** Bytes as text with its byte order mark; undefined for no file. */
export async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
