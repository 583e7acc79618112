/** What a build has left on the disk, and what the next build did to it. */
import { createHash } from 'node:crypto'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** By path: which file it is, and what is in it. */
export type Output = ReadonlyMap<string, { bytes: number; identity: string; digest: string }>

export async function readOutput(folder: string): Promise<Output> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const output = new Map<string, { bytes: number; identity: string; digest: string }>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const [{ size, ino, mtimeMs }, content] = [await stat(path), await readFile(path)]
    const digest = createHash('sha1').update(content).digest('hex')
    output.set(relative(folder, path), { bytes: size, identity: `${ino} ${mtimeMs}`, digest })
  }
  return output
}

/**
 * Files that a build has written: new ones, and those that are not the same file, or have another time, than
 * before; and of these the ones with other content.
 */
export function rewritten(before: Output, after: Output): { written: string[]; changed: string[] } {
  const written = [...after.keys()].filter(
    (path) => before.get(path)?.identity !== after.get(path)?.identity,
  )
  const changed = written.filter((path) => before.get(path)?.digest !== after.get(path)?.digest)
  return { written, changed }
}

export function bytesOf(output: Output): number {
  return output.values().reduce((sum, { bytes }) => sum + bytes, 0)
}
