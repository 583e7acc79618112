/** Where a site goes, and how it gets there. */
import { createHash } from 'node:crypto'
import { lstat, readFile, readlink, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/**
 * - `swap`: a folder, there or not, that another one can take the place of.
 * - `link`: a symbolic link to a folder, which is pointed to another one.
 * - `fill`: a folder that has to stay, for it is a mount point.
 */
export type Target =
  { kind: 'swap' | 'fill'; path: string } | { kind: 'link'; path: string; link: string }

/** @param out - Absolute path; of several links in a row the last one counts. */
export async function findTarget(out: string): Promise<Target> {
  let [path, link] = [out, undefined as string | undefined]
  for (let links = 0; links < 40 && (await isLink(path)); links++) {
    link = path
    path = resolve(dirname(path), await readlink(path))
  }
  const real = await realpath(path).catch(() => path)
  if (await isMountPoint(real)) return { kind: 'fill', path: real }
  const isThere = await stat(real).catch(() => undefined)
  if (link === undefined || !isThere) return { kind: 'swap', path: real }
  return { kind: 'link', path: real, link }
}

/** How the folders begin that a link is pointed to; a later build knows them by it. */
export function releasePrefix(link: string): string {
  const digest = createHash('sha256').update(link).digest('hex').slice(0, 6)
  return `${basename(link).slice(0, 60)}-${digest}-`
}

async function isLink(path: string): Promise<boolean> {
  const result = await lstat(path).catch(() => undefined)
  return result?.isSymbolicLink() ?? false
}

/** On another device than its parent, or listed as one: folders may be mounted within one device. */
async function isMountPoint(path: string): Promise<boolean> {
  const [own, parent] = await Promise.all(
    [path, dirname(path)].map((value) => stat(value).catch(() => undefined)),
  )
  if (!own || !parent) return false
  if (own.dev !== parent.dev) return true
  const mounts = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '')
  return mounts.split('\n').some((line) => unescaped(line.split(' ')[4] ?? '') === path)
}

/** proc(5) writes spaces and the like as `\040`. */
function unescaped(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  )
}

/** The path that a person knows the site by, which stays the same when a link is pointed to another folder. */
export function knownPath(target: Target): string {
  return target.kind === 'link' ? target.link : target.path
}

/** Prefixes of the folders beside the site: of one that is being made, and of one that gives way. */
export function besidePrefixes(target: Target): { fresh: string; old: string } {
  const name = basename(knownPath(target)).slice(0, 60)
  return { fresh: `.${name}-new-`, old: `.${name}-old-` }
}

/** The old site that gives way to `fresh`. */
export function oldOf(fresh: string, target: Target): string {
  const prefixes = besidePrefixes(target)
  return join(dirname(fresh), basename(fresh).replace(prefixes.fresh, prefixes.old))
}
