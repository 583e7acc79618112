/** What tells a published site from a folder of somebody's work. */
import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../arguments.ts'

/** The file that says that a folder is a site. */
export const marker = '.passerelle'

export async function writeMarker(folder: string): Promise<void> {
  await writeFile(
    join(folder, marker),
    'This folder is made by `passerelle build` and replaced whole.\n',
  )
}

/** A folder with the marker is a whole site: it is written last. */
export async function hasMarker(folder: string): Promise<boolean> {
  return Boolean(await stat(join(folder, marker)).catch(() => undefined))
}

/** Refuse a folder that holds anything but an earlier site; an empty or new one is fine. */
export async function refuseForeign(out: string): Promise<void> {
  const names = await namesIn(out)
  const foreign = names.filter((name) => !isOurs(name))
  if (foreign.length === 0 || names.includes(marker)) return
  throw new UsageError(
    `\`${out}\` has files that no build of this program made. Name an empty or new folder.`,
  )
}

/** What is in a mount point by itself, or was left there by a run that was killed. */
export function isOurs(name: string): boolean {
  return name === 'lost+found' || name.startsWith('.passerelle-new-')
}

async function namesIn(out: string): Promise<readonly string[]> {
  try {
    return await readdir(out)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return []
    if (code === 'ENOTDIR') throw new UsageError(`--out \`${out}\` is no folder.`)
    throw error
  }
}
