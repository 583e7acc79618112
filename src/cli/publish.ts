/** Publishing whole or not at all: a site, or what has changed of it, is made in a fresh folder first. */
import { rmSync } from 'node:fs'
import { chmod, mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type LockOptions, withLock } from './process-lock.ts'
import { uninterrupted, withCleanup } from './process/signals.ts'
import { keepFresh, temporaryName } from './process/temporary.ts'
import { PartlyPublishedError, type SiteChanges, applyChanges } from './publish/changes.ts'
import { type Disk, realDisk } from './publish/fill.ts'
import { repair } from './publish/leftovers.ts'
import { hasMarker, refuseForeign, writeMarker } from './publish/marker.ts'
import { isRemoved, put } from './publish/put.ts'
import { type Target, besidePrefixes, findTarget, knownPath } from './publish/target.ts'
import { siteStamp } from './publish/tree.ts'

export interface PublishOptions extends LockOptions {
  /** For what the person should know of the place. */
  warn?: (text: string) => void
  /**
   * What `make` has left in the site that is there, asked for when it is done. Undefined, and by default: nothing, the
   * fresh folder holds the whole site.
   */
  changes?: () => SiteChanges | undefined
  /**
   * Called when the site is in its place, while no other build can publish there.
   *
   * @param isChanged - Whether it is the site that was there, with some of its files replaced.
   */
  onPublished?: (isChanged: boolean) => void | Promise<void>
  /** What is needed of the disk; a test stops it. */
  disk?: Disk
}

/**
 * Let `make` fill a fresh folder, then put it at `out`: with one rename where nothing is there, or where `out` is
 * a symbolic link; with two where a site is there, for which `repairSite` is the second half. A mount point has
 * to stay and is filled file by file. So is a site of which few files change: those are replaced, see `SiteChanges`.
 *
 * `make` is given the folder of the site that the new one takes the place of, and may leave files there. Where another
 * build publishes in the meantime it is called again, without one.
 *
 * When `make` throws, `out` is as it was. A folder that holds anything but an earlier site is never
 * replaced: that is wrong usage.
 */
export async function publish<T>(
  out: string,
  make: (folder: string, earlier?: string) => Promise<T>,
  { warn = () => undefined, changes, onPublished, disk = realDisk, ...lock }: PublishOptions = {},
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
  const finish = (left: SiteChanges | undefined) =>
    locked(target, lock, async () => {
      const end = await putThere(fresh, target, left, disk)
      if (end !== 'outdated') await onPublished?.(end === 'changed')
      return end
    })
  try {
    return await withCleanup(remove, async () => {
      let result = await make(fresh, isRemoved(target) ? target.path : undefined)
      if ((await finish(changes?.())) === 'outdated') {
        remove()
        await mkdir(fresh)
        result = await make(fresh)
        await finish(undefined)
      }
      remove()
      return result
    })
  } catch (error) {
    if (!(error instanceof PartlyPublishedError)) remove()
    throw error
  } finally {
    stop()
  }
}

/** How a site got into its place: `outdated`, not at all, for the one that it was made of is not there any more. */
async function putThere(
  fresh: string,
  target: Target,
  changes: SiteChanges | undefined,
  disk: Disk,
): Promise<'whole' | 'changed' | 'outdated'> {
  if (changes) {
    // A build may have been killed in the meantime; a link may lead elsewhere now.
    if (target.kind === 'swap') await repair(target)
    if (siteStamp(target.path) !== changes.site) return 'outdated'
    if (changes.isInPlace && target.kind === 'swap') {
      await uninterrupted(() => applyChanges(fresh, target.path, changes, disk))
      return 'changed'
    }
    if (!changes.complete()) return 'outdated'
  }
  // Temporary folders may be private; a web server has to read this one.
  await chmod(fresh, 0o755)
  await writeMarker(fresh)
  await uninterrupted(() => put(fresh, target, disk))
  return 'whole'
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

function locked<T>(target: Target, options: LockOptions, work: () => Promise<T>): Promise<T> {
  const path = knownPath(target)
  return withLock(join(dirname(path), `.${basename(path).slice(0, 60)}-publishing`), work, options)
}

function isForbidden(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code))
  )
}
