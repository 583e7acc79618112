/** Folders of compiled code, with a digest of all their files: what is damaged is never run. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestAll } from './facts/digest.ts'

/** The file that holds the digest of all other files. */
const digestFile = 'digest'

/** Write down what is in a folder that is complete. */
export function seal(folder: string): void {
  writeFileSync(join(folder, digestFile), digestOfFiles(folder))
}

/** Whether a folder was sealed, and no file has been truncated, changed or removed since. */
export function isSealed(folder: string): boolean {
  try {
    return readFileSync(join(folder, digestFile), 'utf8') === digestOfFiles(folder)
  } catch {
    return false
  }
}

function digestOfFiles(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const files = paths.filter((path) => path !== digestFile).toSorted()
  return digestAll(files.flatMap((path) => [path, readFileSync(join(folder, path))]))
}
