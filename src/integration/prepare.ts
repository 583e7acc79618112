/** Read the site for one run of Astro, and add to what Astro has built what only we know how to make. */
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AstroConfig } from 'astro'
import { type BuildPlaces, buildPlaces, searchCache } from '../cli/cache.ts'
import { builtProblems, writeHostFiles } from '../cli/finish-site.ts'
import { type DrawnSite, loadDrawnSite } from '../cli/load-site.ts'
import { assetsFolder, siteContent } from '../cli/site-content.ts'
import { indexedWithHooks } from '../cli/search-hooks.ts'
import { readChanges, withChanges } from '../cli/read-changes.ts'
import { writeApp } from '../cli/write-app.ts'
import { siteWriter } from '../cli/site-writer.ts'
import { writeIndex } from '../cli/write-index.ts'
import { writeOffers } from '../cli/write-offers.ts'
import { writeOffline } from '../cli/write-offline.ts'
import { handOver } from '../render/content.ts'
import type { ReportedProblem } from '../report/problems.ts'

/** The site as read for one run of Astro. */
export interface PreparedSite {
  site: DrawnSite
  places: BuildPlaces
  /** Images and styles of its pages by name. */
  assets: ReadonlyMap<string, Uint8Array>
  /** Absolute paths of all files that the site is made of. */
  files: readonly string[]
}

/**
 * Read the site, and give its content to the templates that Astro is going to load.
 *
 * @param root - Absolute path of the folder with `content/`.
 */
export async function prepareSite(
  root: string,
  { site: url, base }: Pick<AstroConfig, 'site' | 'base'>,
  isBuild: boolean,
): Promise<PreparedSite> {
  const terminal = { cwd: root, root }
  const places = await buildPlaces({ ...terminal, cache: undefined, others: [] })
  const publication = {
    url: url === undefined ? undefined : new URL(url).origin,
    base: base.endsWith('/') ? base : `${base}/`,
  }
  const loaded = await loadDrawnSite([], publication, terminal, places, undefined)
  const told = isBuild ? await readChanges(loaded, places) : undefined
  const site = withChanges(loaded, told)
  const assets = new Map<string, Uint8Array>()
  const writeImage = async (name: string, bytes: Uint8Array) => void assets.set(name, bytes)
  handOver(await siteContent(site, { places, writeImage, isBuild }))
  const content = join(root, 'content')
  const paths = await site.sources.context.files.list(content)
  return { site, places, assets, files: paths.map((path) => join(content, path)) }
}

/**
 * Add images, search and files for web servers, and check all addresses of what Astro has built.
 *
 * @param folder - Where Astro has built.
 */
export async function completeSite(
  { site: { sources, read }, places, assets }: PreparedSite,
  folder: string,
): Promise<ReportedProblem[]> {
  await mkdir(join(folder, assetsFolder), { recursive: true })
  for (const [name, bytes] of assets) await writeFile(join(folder, assetsFolder, name), bytes)
  for (const { path } of read.site.locales) await placeNotFound(folder, path)
  const favicon = join(folder, 'favicon.svg')
  if (!existsSync(favicon)) await cp(join(import.meta.dirname, '../public/favicon.svg'), favicon)
  const writer = siteWriter(folder)
  writeHostFiles(read, writer)
  const index = await writeIndex(writer, indexedWithHooks({ sources, read }), searchCache(places))
  await writeOffers(read, writer, sources.context.files)
  await writeOffline(writer, read, indexedWithHooks({ sources, read }), places)
  await writeApp(read, index, writer)
  const known = { scans: new Map(), targets: index.targets }
  return (await builtProblems(writer, read, known)).problems
}

/** Web servers find a language’s page for dead addresses as a file; Astro makes a folder of each page but one. */
async function placeNotFound(folder: string, locale: string): Promise<void> {
  const made = join(folder, locale, '404/index.html')
  if (!existsSync(made)) return
  await rename(made, join(folder, locale, '404.html'))
  await rm(dirname(made), { recursive: true })
}
