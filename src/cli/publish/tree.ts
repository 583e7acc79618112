/** The files of a published site, and what tells whether somebody has touched them. */
import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { digestAll } from '../../facts/digest.ts'
import { isOurs, marker } from './marker.ts'

/** A site as it was found. */
export interface PublishedTree {
  /** Stamp of its marker, which each publishing replaces: asked for before all others. */
  site: string
  /** Stamps of all files by path from the site’s folder. */
  files: ReadonlyMap<string, string>
}

/**
 * The names of what is in a file, and of its last change: whoever writes to it changes them, whatever else they set.
 * Undefined for a folder, and for what is not there.
 *
 * @param look - By default, a link has a stamp of its own.
 */
export function stampOf(path: string, look: typeof lstatSync = lstatSync): string | undefined {
  const stats = look(path, { bigint: true, throwIfNoEntry: false })
  return stats && !stats.isDirectory()
    ? `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`
    : undefined
}

/** The part of a stamp that another name for the file does not change. */
export function unlinkedMark(stamp: string): string {
  return stamp.slice(0, stamp.lastIndexOf(' '))
}

/** Stamp of the site at a folder; undefined where no build has published there. */
export function siteStamp(folder: string): string | undefined {
  return stampOf(join(folder, marker))
}

/** Undefined where no site is, or where something of it cannot be read. */
export function publishedTree(folder: string): PublishedTree | undefined {
  try {
    const site = siteStamp(folder)
    return site === undefined ? undefined : { site, files: stampsIn(folder) }
  } catch {
    return undefined
  }
}

function stampsIn(folder: string): Map<string, string> {
  const files = new Map<string, string>()
  const walk = (below: string) => {
    for (const entry of readdirSync(`${folder}/${below}`, { withFileTypes: true })) {
      const path = below + entry.name
      if (below === '' && (entry.name === marker || isOurs(entry.name))) continue
      if (entry.isDirectory()) walk(`${path}/`)
      else {
        const stamp = stampOf(`${folder}/${path}`)
        if (stamp !== undefined) files.set(path, stamp)
      }
    }
  }
  walk('')
  return files
}

/** Digest of a site without what is in its files: their stamps say that. */
export function treeDigest({ site, files }: PublishedTree): string {
  const lines = [...files].map(([path, stamp]) => `${path} ${stamp}`)
  return digestAll([site, lines.toSorted().join('\n')])
}
