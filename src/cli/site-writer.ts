/** Write the files of a site into a fresh folder: those that the published site has already are linked, not written. */
import { linkSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digest } from '../facts/digest.ts'
import type { CheckedLinks } from './finish-site.ts'
import type { KnownDrawing } from '../render/kept-drawings.ts'

/** A file of a site that was published. */
interface PublishedFile {
  /** Digest of what is in it. */
  digest: string
  /** What it was drawn from; absent for what no template has made. */
  drawing?: KnownDrawing | undefined
}

/** The site that the new one takes the place of, and is removed then. */
export interface EarlierSite {
  folder: string
  /** By path in the site; `stamp` is that of `stampOf` when it was published. */
  files: ReadonlyMap<string, PublishedFile & { stamp: string }>
  /** How its links were checked. */
  links?: CheckedLinks | undefined
}

/** A file that was put into the fresh folder. */
export interface WrittenFile extends PublishedFile {
  /** What has to be as it was when the site is published, or somebody has written to the file meanwhile. */
  mark: string | undefined
}

export interface SiteWriter {
  /** What a file of the published site was drawn from. */
  drawingOf: (file: string) => PublishedFile | undefined
  /** Take a file from the published site: false where it is not there as it was published. */
  take: (file: string, known: PublishedFile) => boolean
  /** Write a file, or take it from the published site where it is the same. */
  write: (file: string, bytes: string | Uint8Array, known?: PublishedFile) => void
  /** By path in the site. */
  written: ReadonlyMap<string, WrittenFile>
}

/**
 * The names of what is in a file, and of its last change: whoever writes to it changes them, whatever else they set.
 */
export function stampOf(path: string): string | undefined {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  return stats?.isFile()
    ? `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`
    : undefined
}

/** The part of a stamp that a second name for the file does not change. */
export function unlinkedMark(stamp: string): string {
  return stamp.slice(0, stamp.lastIndexOf(' '))
}

/**
 * @param folder - New, and empty.
 * @param earlier - Its files get a second name in `folder`, which is the only one when that site is removed. Nothing
 *   else may have its name: what is edited in a published site must not reach the cache.
 */
export function siteWriter(folder: string, earlier?: EarlierSite): SiteWriter {
  const written = new Map<string, WrittenFile>()
  const folders = new Set<string>()
  let canLink = earlier !== undefined

  function prepare(file: string): string {
    const path = join(folder, file)
    const parent = dirname(path)
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true })
    folders.add(parent)
    return path
  }

  function link(from: string, path: string, mark: string): boolean {
    try {
      linkSync(from, path)
    } catch (error) {
      // Gone, or there already; else the file system has no second names.
      canLink = ['ENOENT', 'EEXIST'].includes(String((error as NodeJS.ErrnoException).code))
      return false
    }
    // Another build may have published in the meantime.
    if (unlinkedMark(stampOf(path) ?? '') === mark) return true
    rmSync(path)
    return false
  }

  function take(file: string, known: PublishedFile): boolean {
    const before = canLink ? earlier?.files.get(file) : undefined
    if (!earlier || before?.digest !== known.digest) return false
    const from = join(earlier.folder, file)
    if (stampOf(from) !== before.stamp) return false
    const mark = unlinkedMark(before.stamp)
    if (!link(from, prepare(file), mark)) return false
    written.set(file, { ...known, mark })
    return true
  }

  return {
    written,
    take,
    drawingOf: (file) => earlier?.files.get(file),
    write(file, bytes, known = { digest: digest(bytes) }) {
      if (take(file, known)) return
      const path = prepare(file)
      // What it was may be a file of the published site.
      if (written.has(file)) rmSync(path)
      writeFileSync(path, bytes)
      written.set(file, { ...known, mark: undefined })
    },
  }
}
