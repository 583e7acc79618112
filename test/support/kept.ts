/** Folders that are made once for all test files, and for later runs, while what they are made of is the same. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { withLock } from '#src/cli/process-lock.ts'

const root = join(import.meta.dirname, '../..')
const cache = join(root, '.passerelle/tests')
const hour = 3_600_000

/** What decides what a build gives, besides the content. */
export const program = [
  'src',
  'plugins',
  'public',
  'content/ui',
  'content/site.config.ts',
  'astro.config.mjs',
  'package-lock.json',
].map((path) => join(root, path))

/**
 * Give the folder of this name and digest. `make` fills it where it is not there yet; other processes that
 * ask for it wait meanwhile. Those of earlier states are removed when
 * nobody has asked for them in an hour.
 */
export async function kept(
  name: string,
  digest: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cache, `${name}-${digest}`)
  // Without a lock: whoever looks at what is there waits for nobody.
  if (existsSync(folder)) return used(folder)
  // Builds share Astro's caches: two at once would trip over each other.
  const work = async () => {
    if (existsSync(folder)) return used(folder)
    await removeOld(name)
    const unfinished = join(cache, `unfinished-${name}-${digest}`)
    await rm(unfinished, { recursive: true, force: true })
    await make(unfinished)
    await rename(unfinished, folder)
    return folder
  }
  // All that a run needs may have to be built before, on a busy machine.
  return withLock(join(cache, 'lock'), work, { patience: 6 * hour })
}

/** A digest of `values` and of all files at `paths`, by their names and content. */
export async function digestOf(paths: readonly string[], values: unknown): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(values))
  for (const path of paths) {
    for (const file of await filesIn(path)) hash.update(file).update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}

async function filesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** Mark a folder as used now. */
async function used(folder: string): Promise<string> {
  await utimes(folder, new Date(), new Date())
  return folder
}

async function removeOld(name: string): Promise<void> {
  for (const entry of await readdir(cache)) {
    if (!entry.startsWith(`${name}-`)) continue
    const path = join(cache, entry)
    if (Date.now() - (await stat(path)).mtimeMs > hour)
      await rm(path, { recursive: true, force: true })
  }
}
