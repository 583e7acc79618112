/** The digest of the program itself: what another version has computed is not taken from a cache. */
import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Digest of all that reads and draws pages, and of the versions of the packages that it uses. */
export async function programDigest(root: string): Promise<string> {
  const hash = createHash('sha256').update(process.versions.node)
  hash.update(await readFile(join(root, 'package.json')))
  hash.update(await readFile(join(root, 'package-lock.json')).catch(() => ''))
  for (const folder of ['plugins', 'src']) {
    const names = await readdir(join(root, folder), { recursive: true })
    const sources = names.filter((name) => /\.(?:ts|astro|css|json)$/.test(name))
    for (const name of sources.toSorted()) {
      hash.update(`\0${folder}/${name}\0`).update(await readFile(join(root, folder, name)))
    }
  }
  return hash.digest('hex').slice(0, 32)
}
