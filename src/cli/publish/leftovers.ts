/** What a killed build left: a site that was in the middle of being replaced, and half sites. */
import { rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isAbandoned, removeAbandoned, temporaryPaths } from '../process/temporary.ts'
import { finishChanges } from './changes.ts'
import { hasMarker } from './marker.ts'
import { type Target, besidePrefixes, releasePrefix } from './target.ts'

/**
 * The names of the folders beside a site are the journal of its replacement: an old one, and none in its
 * place, says that a build was killed between two renames. Its new site is put there if it is whole, else the
 * old one again. A site that was being changed in place has its journal in the folder of the changes. What else killed
 * builds left is removed; of those that run nothing is touched.
 */
export async function repair(target: Target): Promise<void> {
  const { path } = target
  const parent = dirname(path)
  const { fresh, old } = besidePrefixes(target)
  await finishReplacement(target)
  for (const changes of await temporaryPaths(parent, fresh)) {
    if (await isAbandoned(changes)) await finishChanges(changes, path)
  }
  await removeAbandoned(parent, fresh)
  await removeAbandoned(parent, old)
  if (target.kind === 'fill') await removeAbandoned(path, '.passerelle-new-')
  if (target.kind !== 'link') return
  await removeAbandoned(dirname(target.link), `.${basename(target.link).slice(0, 60)}-link-`)
  for (const release of await temporaryPaths(parent, releasePrefix(target.link))) {
    if (release !== path && (await isAbandoned(release)) && (await hasMarker(release))) {
      await rm(release, { recursive: true, force: true })
    }
  }
}

async function finishReplacement(target: Target): Promise<void> {
  const { path } = target
  const parent = dirname(path)
  const prefixes = besidePrefixes(target)
  for (const old of await temporaryPaths(parent, prefixes.old)) {
    if (await isThere(path)) return
    if (!(await isAbandoned(old))) continue
    const fresh = join(parent, basename(old).replace(prefixes.old, prefixes.fresh))
    await rename((await hasMarker(fresh)) ? fresh : old, path)
  }
}

async function isThere(path: string): Promise<boolean> {
  return Boolean(await stat(path).catch(() => undefined))
}
