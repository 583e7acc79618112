/** Put a whole site into its place. */
import { rmSync } from 'node:fs'
import { rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { temporaryName } from '../process/temporary.ts'
import { type Disk, fillFolder } from './fill.ts'
import { refuseForeign } from './marker.ts'
import { type Target, oldOf, releasePrefix } from './target.ts'

/** @param fresh - The site, on the file system of the target. */
export async function put(fresh: string, target: Target, { rename: move }: Disk): Promise<void> {
  const { path } = target
  // Somebody may have put files there in the meantime.
  await refuseForeign(path)
  if (target.kind === 'fill') return fillFolder(fresh, path)
  if (target.kind === 'link') return pointTo(fresh, target, move)
  const old = oldOf(fresh, target)
  const isReplaced = await move(path, old).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
      throw error
    },
  )
  try {
    await move(fresh, path)
  } catch (error) {
    if (isReplaced) await rename(old, path)
    throw error
  }
  // Not by promises: a site has thousands of files, and each would be waited for.
  rmSync(old, { recursive: true, force: true })
}

/** The folder that the link led to goes if a build has made it for this link; another one stays. */
async function pointTo(
  fresh: string,
  { path, link }: Extract<Target, { kind: 'link' }>,
  move: Disk['rename'],
): Promise<void> {
  const prefix = releasePrefix(link)
  const isOurs = isRemoved({ kind: 'link', path, link })
  const release = join(dirname(path), temporaryName(prefix))
  await move(fresh, release)
  const pointer = join(dirname(link), temporaryName(`.${basename(link).slice(0, 60)}-link-`))
  try {
    await symlink(relative(dirname(link), release), pointer, 'dir')
    await move(pointer, link)
  } catch (error) {
    await rm(pointer, { force: true })
    await rm(release, { recursive: true, force: true })
    throw error
  }
  if (isOurs) rmSync(path, { recursive: true, force: true })
}

/** Whether the site at a place goes when another takes its place: a folder that a build has not made stays. */
export function isRemoved(target: Target): boolean {
  const { kind, path } = target
  return (
    kind === 'swap' || (kind === 'link' && basename(path).startsWith(releasePrefix(target.link)))
  )
}
