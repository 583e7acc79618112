/** Publishing whole or not at all: a site is made in a fresh folder that takes the old one's place. */
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { UsageError } from './arguments.ts'

/** A file that tells a published site from a folder of somebody's work. */
const marker = '.passerelle'

/**
 * Let `make` fill a fresh folder, then put it at `out`.
 *
 * When `make` throws, `out` is as it was. A folder that holds anything but an earlier site is never
 * replaced: that is wrong usage.
 */
export async function publish<T>(out: string, make: (folder: string) => Promise<T>): Promise<T> {
  await refuseForeign(out)
  await mkdir(dirname(out), { recursive: true })
  await removeAbandoned(out)
  // Beside `out`, so that the last step is a rename and not a copy.
  const fresh = await mkdtemp(join(dirname(out), `.${basename(out)}-new-`))
  const old = `${fresh}-old`
  // Temporary folders are private; a web server has to read this one.
  await chmod(fresh, 0o755)
  try {
    const result = await make(fresh)
    await writeFile(
      join(fresh, marker),
      'This folder is made by `passerelle build` and replaced whole.\n',
    )
    const replaced = await renameIfThere(out, old)
    try {
      await rename(fresh, out)
    } catch (error) {
      if (replaced) await rename(old, out)
      throw error
    }
    return result
  } finally {
    await rm(fresh, { recursive: true, force: true })
    await rm(old, { recursive: true, force: true })
  }
}

/** Refuse a folder that holds anything but an earlier site; an empty or new one is fine. */
export async function refuseForeign(out: string): Promise<void> {
  const names: readonly string[] = await readdir(out).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw new UsageError(`Unexpected --out \`${out}\`, expected a folder`)
  })
  if (names.length === 0 || names.includes(marker)) return
  throw new UsageError(
    `Unexpected files in \`${out}\` that no build of this program made, expected an empty or new folder`,
  )
}

/** A build that was interrupted leaves its folder behind; after an hour nobody is at work in it. */
async function removeAbandoned(out: string): Promise<void> {
  for (const name of await readdir(dirname(out))) {
    if (!name.startsWith(`.${basename(out)}-new-`)) continue
    const path = join(dirname(out), name)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > 3_600_000) await rm(path, { recursive: true, force: true })
  }
}

async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
