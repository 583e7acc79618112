/** Publishing whole or not at all: a site is made in a fresh folder that takes the old one's place. */
import { rmSync } from 'node:fs'
import { chmod, mkdir, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { type LockOptions, withLock } from './process-lock.ts'
import { uninterrupted, withCleanup } from './process/signals.ts'
import { keepFresh, temporaryName } from './process/temporary.ts'
import { fillFolder } from './publish/fill.ts'
import { repair } from './publish/leftovers.ts'
import { hasMarker, refuseForeign, writeMarker } from './publish/marker.ts'
import {
  type Target,
  besidePrefixes,
  findTarget,
  knownPath,
  oldOf,
  releasePrefix,
} from './publish/target.ts'

export interface PublishOptions extends LockOptions {
  /** For what the person should know of the place. */
  warn?: (text: string) => void
  /** Called when the site is in its place, while no other build can publish there. */
  onPublished?: () => void | Promise<void>
  /** What is needed of the disk; a test stops it. */
  rename?: (from: string, to: string) => Promise<void>
}

/**
 * Let `make` fill a fresh folder, then put it at `out`: with one rename where nothing is there, or where `out` is
 * a symbolic link; with two where a site is there, for which `repairSite` is the second half. A mount point has
 * to stay and is filled file by file.
 *
 * `earlier` is the folder of the site that is removed when the new one is in its place.
 *
 * When `make` throws, `out` is as it was. A folder that holds anything but an earlier site is never
 * replaced: that is wrong usage.
 */
export async function publish<T>(
  out: string,
  make: (folder: string, earlier?: string) => Promise<T>,
  { warn = () => undefined, onPublished, rename: move = rename, ...lock }: PublishOptions = {},
): Promise<T> {
  await refuseForeign(out)
  await repairPublished(out, lock)
  const { target, fresh } = await makeFresh(await findTarget(out))
  if (target.kind === 'fill') {
    warn(
      `${out} has to stay where it is: its files are replaced one after the other. Readers may see old and new pages together for a moment.`,
    )
  }
  const stop = keepFresh(fresh)
  const remove = () => rmSync(fresh, { recursive: true, force: true })
  try {
    return await withCleanup(remove, async () => {
      const result = await make(fresh, isRemoved(target) ? target.path : undefined)
      // Temporary folders may be private; a web server has to read this one.
      await chmod(fresh, 0o755)
      await writeMarker(fresh)
      await locked(target, lock, async () => {
        await uninterrupted(() => put(fresh, target, move))
        await onPublished?.()
      })
      return result
    })
  } finally {
    stop()
    await rm(fresh, { recursive: true, force: true })
  }
}

/** Finish or take back what a killed build was doing at `out`, and remove what it left. */
export async function repairPublished(out: string, lock: LockOptions = {}): Promise<void> {
  const target = await findTarget(out)
  await mkdir(dirname(target.path), { recursive: true })
  // Where nobody may write beside the site, nobody has left anything there.
  await locked(target, lock, () => repair(target)).catch((error: unknown) => {
    if (!isForbidden(error)) throw error
  })
}

/** A folder on the file system of the target, beside it; in it where nothing can be beside it. */
async function makeFresh(target: Target): Promise<{ target: Target; fresh: string }> {
  const { path } = target
  if (target.kind !== 'fill') {
    try {
      const fresh = join(dirname(path), temporaryName(besidePrefixes(target).fresh))
      await mkdir(fresh)
      return { target, fresh }
    } catch (error) {
      const isSite = await hasMarker(path)
      if (!isForbidden(error) || !isSite) throw error
    }
  }
  // Marked first: a run that is killed while it fills the folder must not leave one that looks like work.
  await writeMarker(path)
  const fresh = join(path, temporaryName('.passerelle-new-'))
  await mkdir(fresh)
  return { target: { kind: 'fill', path }, fresh }
}

async function put(
  fresh: string,
  target: Target,
  move: (from: string, to: string) => Promise<void>,
): Promise<void> {
  const { path } = target
  // Somebody may have put files there in the meantime.
  await refuseForeign(path)
  if (target.kind === 'fill') return fillFolder(fresh, path)
  if (target.kind === 'link') return pointTo(fresh, target, move)
  const old = oldOf(fresh, target)
  const isReplaced = await move(path, old).then(
    () => true,
    (error: unknown) => {
      if (hasCode(error, 'ENOENT')) return false
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
  move: (from: string, to: string) => Promise<void>,
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
function isRemoved(target: Target): boolean {
  const { kind, path } = target
  return (
    kind === 'swap' || (kind === 'link' && basename(path).startsWith(releasePrefix(target.link)))
  )
}

function locked<T>(target: Target, options: LockOptions, work: () => Promise<T>): Promise<T> {
  const path = knownPath(target)
  return withLock(join(dirname(path), `.${basename(path).slice(0, 60)}-publishing`), work, options)
}

function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].some((code) => hasCode(error, code))
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
