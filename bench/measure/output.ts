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
 * before; and how many of them have other content.
 */
export function rewriting(before: Output, after: Output): { written: number; changed: number } {
  const written = [...after].filter(
    ([path, { identity }]) => before.get(path)?.identity !== identity,
  )
  const changed = written.filter(([path, { digest }]) => before.get(path)?.digest !== digest)
  return { written: written.length, changed: changed.length }
}

export function bytesOf(output: Output): number {
  return output.values().reduce((sum, { bytes }) => sum + bytes, 0)
}
