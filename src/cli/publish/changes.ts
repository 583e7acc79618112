/** A site that is published as the files that have changed, and the journal of that. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure, failureText } from '../process/failure.ts'
import { type Disk, filesIn, placeFiles, realDisk, removeFiles } from './fill.ts'
import { marker, writeMarker } from './marker.ts'
import { siteStamp } from './tree.ts'

/** What makes a new site of the published one. */
export interface SiteChanges {
  /** Stamp of the site that they are changes of, see `siteStamp`. */
  site: string
  /** Paths of the files that go. */
  removed: readonly string[]
  /** Whether that site is to be changed in place. */
  isInPlace: boolean
  /** Put the files that stay into the fresh folder, too: false where one of them is not as it was. */
  complete: () => boolean
}

/**
 * Up to this share of all files a site is changed in place. A folder that takes the place of another costs a link and a
 * removal for each file that stays, but readers see all changes at once: where much has changed that counts for more.
 */
const maxChangedShare = 1 / 4

/**
 * Whether a site is to be changed in place: few files change, and none that goes would take another one with it where
 * names do not differ by capitals or by how accents are written.
 *
 * @param files - Paths of all files of the new site; `fresh` of them are not in the last one.
 */
export function canChangeInPlace(
  files: readonly string[],
  fresh: number,
  removed: readonly string[],
) {
  if (fresh + removed.length > maxChangedShare * files.length) return false
  if (removed.length === 0) return true
  const plain = (path: string) => path.normalize('NFC').toLowerCase()
  const names = new Set(removed.map(plain))
  return !files.some((file) => names.has(plain(file)))
}

/** The mark that the fresh folder holds all that changes: it is written last. */
const journal = '.passerelle-changes'

type Journal = Pick<SiteChanges, 'site' | 'removed'>

/**
 * Change the site at `out`, which is the one that the changes are of. From the mark on they are made to the end: by
 * `finishChanges` when this process is killed.
 *
 * @param fresh - The new and the changed files.
 * @throws PartlyPublishedError where a file cannot be put into its place.
 */
export async function applyChanges(
  fresh: string,
  out: string,
  { site, removed }: Journal,
  disk: Disk = realDisk,
): Promise<void> {
  await writeMarker(fresh)
  const draft = join(fresh, `${journal}-draft`)
  await writeFile(draft, JSON.stringify({ site, removed } satisfies Journal))
  await disk.rename(draft, join(fresh, journal))
  try {
    await place(fresh, out, removed, disk)
  } catch (error) {
    throw new PartlyPublishedError(out, error)
  }
}

/** Some files of a site have been replaced, and some have not. */
export class PartlyPublishedError extends Failure {
  constructor(out: string, cause: unknown) {
    super(
      `${out} has new files and old ones. ${failureText(cause, { cwd: out, root: out })} The next build puts the others there.`,
    )
  }
}

/** Go on with what a killed process was doing; where another build has published since, nothing is done. */
export async function finishChanges(fresh: string, out: string): Promise<void> {
  const kept = await readJournal(fresh)
  if (kept && kept.site === siteStamp(out)) await place(fresh, out, kept.removed, realDisk)
}

/** The marker is replaced last: until then the site is the one that the journal names. */
async function place(
  fresh: string,
  out: string,
  removed: readonly string[],
  disk: Disk,
): Promise<void> {
  const own = new Set([marker, journal])
  const files = await filesIn(fresh)
  await placeFiles(
    fresh,
    out,
    files.filter((file) => !own.has(file)),
    disk,
  )
  await removeFiles(out, removed, disk)
  await disk.rename(join(fresh, marker), join(out, marker))
}

async function readJournal(fresh: string): Promise<Journal | undefined> {
  try {
    return JSON.parse(await readFile(join(fresh, journal), 'utf8')) as Journal
  } catch {
    // There is none, or a power cut has taken it.
    return undefined
  }
}
