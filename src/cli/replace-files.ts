/** Put new texts into several files: all of them or none. */
import { rmSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { uninterrupted, withCleanup } from './process/signals.ts'
import { temporaryName } from './process/temporary.ts'
import { type FileOperations, type Staged, fileOperations, stage } from './process/write-whole.ts'
import { writablePath } from './writable-path.ts'

export interface NewText {
  /** Absolute path. */
  path: string
  text: string
  /** What the file must contain; undefined for a file that must not be there. */
  was: string | undefined
}

export interface ReplaceOptions extends Partial<FileOperations> {
  /** See `writablePath`. */
  roots?: readonly string[]
}

/** Something else has written to a file since it was read. */
export class ConcurrentChangeError extends Error {
  override readonly name = 'ConcurrentChangeError'
}

/**
 * Write each text beside its file, and when all of them are there, put them in place.
 *
 * What goes wrong before leaves every file as it was, what goes wrong while they take their places puts
 * back those that have done so. The order matters when the power fails half-way: the first file
 * takes its place first.
 *
 * @throws ConcurrentChangeError, or the system's error; every file is then as it was.
 */
export async function replaceFiles(
  files: readonly NewText[],
  { roots = [], ...some }: ReplaceOptions = {},
): Promise<void> {
  const operations = { ...fileOperations, ...some }
  const temporary: string[] = []
  const remove = () => temporary.forEach((path) => rmSync(path, { force: true }))
  await withCleanup(remove, async () => {
    try {
      const staged: StagedText[] = []
      for (const file of files) {
        await expectText(file)
        const target = await writablePath(file.path, roots)
        const { path, beside } = await stage(target, file.text, operations)
        staged.push({ path, beside, was: file.was })
        temporary.push(beside)
      }
      // Once more, for writing takes its time on a slow disk.
      for (const file of files) await expectText(file)
      await uninterrupted(() => putInPlace(staged, temporary, operations))
    } finally {
      remove()
    }
  })
}

type StagedText = Staged & Pick<NewText, 'was'>

/**
 * @param temporary - Gets the names of the old files, which are removed in the end. They stay until every
 *   new one is in its place: putting them back must not need space on a full disk.
 */
async function putInPlace(
  staged: readonly StagedText[],
  temporary: string[],
  operations: FileOperations,
): Promise<void> {
  const placed: { path: string; old: string | undefined; was: string | undefined }[] = []
  try {
    for (const { path, beside, was } of staged) {
      const old = was === undefined ? undefined : await secondName(path)
      if (old !== undefined) temporary.push(old)
      await operations.rename(beside, path)
      placed.push({ path, old, was })
    }
  } catch (error) {
    for (const { path, old, was } of placed) {
      if (old !== undefined) await rename(old, path)
      else if (was !== undefined) await writeFile(path, was)
      else await rm(path, { force: true })
    }
    throw error
  }
}

/** Keep a file under a second name; undefined on file systems that have no hard links. */
async function secondName(path: string): Promise<string | undefined> {
  const old = join(dirname(path), temporaryName(`.${basename(path).slice(0, 60)}-new-`))
  try {
    await link(path, old)
    return old
  } catch {
    return undefined
  }
}

async function expectText({ path, was }: NewText): Promise<void> {
  if ((await readText(path)) !== was) throw new ConcurrentChangeError(path)
}

/** Bytes as text with its byte order mark; undefined for no file. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
