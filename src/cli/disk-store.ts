/** Facts on the disk: a folder of files by key, which may be copied, shared or deleted at any time. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FactStore } from '../facts/store.ts'

/** A cache that cannot be written, on a full disk for example, costs time only. */
export function diskStore(folder: string): FactStore {
  const made = new Map<string, Promise<unknown>>()
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key)
  return {
    read: (key) => readFile(pathOf(key), 'utf8').catch(() => undefined),
    async write(key, text) {
      const shelf = join(folder, key.slice(0, 2))
      const making = made.get(shelf) ?? mkdir(shelf, { recursive: true })
      made.set(shelf, making)
      // Of two builds that write the same key each renames a whole file.
      const fresh = `${pathOf(key)}.${randomBytes(6).toString('hex')}`
      try {
        await making
        await writeFile(fresh, text)
        await rename(fresh, pathOf(key))
      } catch {
        return
      }
    },
  }
}
