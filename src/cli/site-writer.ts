/** Write the files of a site into a fresh folder; those that the published site has already are not written. */
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { digest } from '../facts/digest.ts'
import type { KnownDrawing } from '../render/kept-drawings.ts'
import { Failure } from './process/failure.ts'
import { type SiteChanges, canChangeInPlace } from './publish/changes.ts'
import { type PublishedTree, stampOf, unlinkedMark } from './publish/tree.ts'

/** A file of a site that was published. */
interface PublishedFile {
  /** Digest of what is in it. */
  digest: string
  /** What it was drawn from; absent for what no template has made. */
  drawing?: KnownDrawing | undefined
}

/** A check of a published site, for the next one. */
export interface CheckedLinks {
  /** Digest of all that addresses may lead to. */
  world: string
  /** Files that are checked each time: those with something to report, or with addresses of the search index. */
  again: readonly string[]
}

/** The published site, which becomes the new one or gives way to it. */
export interface EarlierSite {
  folder: string
  /** As it was found when the build began. */
  tree: PublishedTree
  /** By path in the site; `stamp` is that of `stampOf` when it was published. */
  files: ReadonlyMap<string, PublishedFile & { stamp: string }>
  /** How its links were checked. */
  links?: CheckedLinks | undefined
}

/** A file of the new site. */
export interface WrittenFile extends PublishedFile {
  /** Its stamp in the published site; undefined for one that is in the fresh folder. */
  stamp: string | undefined
}

/** A site while it is made: what is in the fresh folder, and what stays of the published site. */
export interface SiteFiles {
  has: (file: string) => boolean
  /** Undefined where there is no such file. */
  read: (file: string) => Uint8Array | undefined
  /** Paths of all files, in the order of their names. */
  list: () => string[]
}

export interface SiteWriter extends SiteFiles {
  /** What a file of the published site was drawn from. */
  drawingOf: (file: string) => PublishedFile | undefined
  /** Leave a file of the published site where it is: false where it is not there as it was published. */
  take: (file: string, known: PublishedFile) => boolean
  /** Write a file, or take it from the published site where it is the same. */
  write: (file: string, bytes: string | Uint8Array, known?: PublishedFile) => void
  /** Copy a file from elsewhere, which is the same as long as nobody has touched it. */
  copy: (file: string, from: string) => void
  /** By path in the site. */
  written: ReadonlyMap<string, WrittenFile>
  /** What makes the new site of the published one; undefined where nothing is known of that. */
  changes: () => SiteChanges | undefined
}

/**
 * @param folder - New, and empty: or what somebody else has made of the site.
 * @param earlier - Its files stay where they are, and are neither written nor read.
 */
export function siteWriter(folder: string, earlier?: EarlierSite): SiteWriter {
  const written = new Map<string, WrittenFile>()
  const prepare = folderMaker(folder)
  const claim = claims((path) => written.has(path))
  const stays = (file: string) => written.get(file)?.stamp !== undefined
  const pathOf = (file: string) => join(earlier && stays(file) ? earlier.folder : folder, file)

  function take(file: string, known: PublishedFile): boolean {
    const before = earlier?.files.get(file)
    if (before?.digest !== known.digest || earlier?.tree.files.get(file) !== before.stamp) {
      return false
    }
    claim(file)
    if (written.has(file) && !stays(file)) rmSync(join(folder, file))
    written.set(file, { ...known, stamp: before.stamp })
    return true
  }

  function write(file: string, known: PublishedFile, put: (path: string) => void): void {
    if (take(file, known)) return
    claim(file)
    put(prepare(file))
    written.set(file, { ...known, stamp: undefined })
  }

  return {
    written,
    take,
    drawingOf: (file) => earlier?.files.get(file),
    write: (file, bytes, known = { digest: digest(bytes) }) =>
      write(file, known, (path) => writeFileSync(path, bytes)),
    copy: (file, from) =>
      // What a link leads to may be touched without the link.
      write(file, { digest: `copy of ${stampOf(from, statSync)}` }, (path) =>
        copyFileSync(from, path),
      ),
    has: (file) => written.has(file) || existsSync(join(folder, file)),
    read: (file) => readFile(pathOf(file)),
    list: () => [...filesIn(folder), ...[...written.keys()].filter(stays)].toSorted(),
    changes: () => earlier && changesOf(earlier, written, prepare),
  }
}

/**
 * Called for each file of a site before it is there.
 *
 * @throws Failure where it would be in the place of a folder, or in a folder in the place of a file.
 */
function claims(isFile: (path: string) => boolean): (file: string) => void {
  const folders = new Set<string>()
  const refuse = (path: string) => {
    throw new Failure(
      `\`${path}\` would be a file and a folder of the site. Files in \`public/\` and pages share its folder: rename one.`,
    )
  }
  return (file) => {
    if (folders.has(file)) refuse(file)
    for (let path = dirname(file); path !== '.' && !folders.has(path); path = dirname(path)) {
      if (isFile(path)) refuse(path)
      folders.add(path)
    }
  }
}

function folderMaker(folder: string): (file: string) => string {
  const folders = new Set<string>()
  return (file) => {
    const path = join(folder, file)
    const parent = dirname(path)
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true })
    folders.add(parent)
    return path
  }
}

function changesOf(
  earlier: EarlierSite,
  written: Map<string, WrittenFile>,
  prepare: (file: string) => string,
): SiteChanges {
  const { tree, folder: published } = earlier
  const staying = [...written].filter(([, { stamp }]) => stamp !== undefined)
  const removed = [...tree.files.keys()].filter((file) => !written.has(file))
  return {
    site: tree.site,
    removed,
    isInPlace: canChangeInPlace([...written.keys()], written.size - staying.length, removed),
    complete() {
      for (const [file, known] of staying) {
        const [from, to, stamp] = [join(published, file), prepare(file), known.stamp ?? '']
        if (stampOf(from) !== stamp) return false
        if (!link(from, to)) written.set(file, { ...known, stamp: undefined })
        else if (unlinkedMark(stampOf(to) ?? '') !== unlinkedMark(stamp)) return false
      }
      return true
    },
  }
}

/** Give a file a second name, which is its only one when the published site is removed; else copy it. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch {
    // The file system has no second names.
    copyFileSync(from, to)
    return false
  }
}

function readFile(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch {
    // No file, or a folder.
    return undefined
  }
}

/** Paths of all files below a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      // Not joined: a site has thousands of files.
      `${parentPath}${sep}${name}`.slice(folder.length + 1).replaceAll(sep, '/'),
    )
}
