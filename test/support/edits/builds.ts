/** Builds of an edited site, and what of two of them is not the same. */
import { hash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Child, startPasserelle } from '../child.ts'
import { type Files, changedPaths, readFiles } from './files.ts'
import type { EditedSite } from './sites.ts'

/** All that somebody gets from a build. */
export interface Outcome {
  code: number | null
  /** Problems, and what was said besides, without names of folders that are no part of the site. */
  printed: string
  /** What was published; empty where nothing was. */
  files: Files
  /** Whether a site was published, now or by the build that this one is equal to. */
  isPublished: boolean
  /** Whether it said that there was nothing to do. */
  isUnchanged: boolean
}

export interface BuildPlace {
  /** Name in the site's folder. */
  out: string
  /** The same; undefined for the usual cache of the program. */
  cache?: string
}

export const warm: BuildPlace = { out: 'warm', cache: 'cache' }

interface Builder {
  /** Who builds; only root may say so. */
  uid?: number | undefined
  /** An earlier build, most of whose files this one will have. */
  before?: Outcome | undefined
}

export function startBuild(
  { folder, folders, ...where }: EditedSite,
  { out, cache }: BuildPlace,
  { uid }: Builder = {},
): Child {
  const places = ['--out', join(folder, out)]
  if (cache !== undefined) places.push('--cache', join(folder, cache))
  const args = ['build', ...folders, ...places, '--keep-going', '--quiet']
  return startPasserelle(args, { ...where, ...(uid !== undefined && { uid }) })
}

const unchanged = 'Nothing has changed since the last build: '

export async function build(
  site: EditedSite,
  place: BuildPlace,
  builder: Builder = {},
): Promise<Outcome> {
  const { code, printed, warned } = await startBuild(site, place, builder).ended
  const out = join(site.folder, place.out)
  const isPublished = warned.includes('pages built, ')
  const said = warned.replace(unchanged, '')
  return {
    code,
    printed: `${printed}\n${said}`.replaceAll(out, '<out>'),
    files: isPublished ? await readFiles(out, ['.'], builder.before?.files) : new Map(),
    isPublished,
    isUnchanged: warned.includes(unchanged),
  }
}

/** A build that finds nothing of earlier ones, but for the compiled theme, which belongs to the program. */
export async function buildCold(site: EditedSite, builder: Builder = {}): Promise<Outcome> {
  const place = { out: 'cold', cache: 'cold-cache' }
  const remove = () =>
    Promise.all(
      Object.values(place).map((name) =>
        rm(join(site.folder, name), { recursive: true, force: true }),
      ),
    )
  await remove()
  try {
    return await build(site, place, builder)
  } finally {
    await remove()
  }
}

/** Most files are the same, in memory too, from one edit to the next. */
const digests = new WeakMap<Buffer, string>()

function digestOf(bytes: Buffer): string {
  const digest = digests.get(bytes) ?? hash('sha256', bytes)
  digests.set(bytes, digest)
  return digest
}

export function digestOfFiles(files: Files): string {
  return hash(
    'sha256',
    [...files]
      .map(([path, bytes]) => `${path}\0${digestOf(bytes)}`)
      .toSorted()
      .join('\n'),
  )
}

export function digestOfOutcome({ code, printed, files }: Outcome): string {
  return hash('sha256', `${code}\n${printed}\n${digestOfFiles(files)}`)
}

/** The first thing that is not the same; undefined where all is. */
export function difference(one: Outcome, other: Outcome): string | undefined {
  if (one.code !== other.code) return `exit code ${one.code}, not ${other.code}`
  const printed = bytesText(Buffer.from(one.printed), Buffer.from(other.printed))
  if (printed) return `printed: ${printed}`
  const [path, ...more] = changedPaths(one.files, other.files)
  if (path === undefined) return undefined
  const files = more.length ? `${path} and ${more.length} more` : path
  return `${files}: ${bytesText(one.files.get(path), other.files.get(path)) ?? ''}`
}

const around = 60

function bytesText(one: Buffer | undefined, other: Buffer | undefined): string | undefined {
  if (!one || !other) return one || other ? `only in the ${one ? 'first' : 'second'}` : undefined
  if (one.equals(other)) return undefined
  const at = one.findIndex((byte, index) => byte !== other[index])
  const from = at < 0 ? one.length : at
  const part = (bytes: Buffer) =>
    JSON.stringify(String(bytes.subarray(Math.max(0, from - around), from + around)))
  return `byte ${from}:\n  ${part(one)}\n  ${part(other)}`
}
