/** Draw the pages of a site that is known to be sound. */
import { readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { BuildContext } from '../docsets/build-context.ts'
import type { CompiledTheme } from '../render/build-theme.ts'
import { type Drawing, drawings } from '../render/draw.ts'
import { type DrawKept, askedContent, keptDrawings } from '../render/kept-drawings.ts'
import { type Scan, scanKeeper } from '../permalinks/built/scan.ts'
import type { BuildPlaces } from './cache.ts'
import { packStore } from './pack-store.ts'
import type { DrawnSite } from './load-site.ts'
import { Failure } from './process/failure.ts'
import { countComputed } from './process/heap-growth.ts'
import { projectTheme } from './project-theme.ts'
import { assetsFolder, siteContent } from './site-content.ts'
import type { SiteWriter } from './site-writer.ts'
import type { Tick } from './stages.ts'

/** All that is drawn of a site, and how. */
interface Drawer {
  theme: CompiledTheme
  all: readonly Drawing[]
  /** Takes it from the cache where nothing has changed. */
  kept: DrawKept
}

/** How many pages a shard has, and how many of them had to be drawn. */
export interface DrawnShard {
  pages: number
  drawn: number
}

/**
 * Draw every page. Gives what each page names by its path, and how many files were not in
 * the cache.
 *
 * @throws Failure when a template fails, with the file of the page.
 */
export async function buildPages(
  context: Omit<DrawnSite, 'problems'>,
  writer: SiteWriter,
  places: BuildPlaces,
  tick: Tick,
): Promise<{ scans: Map<string, Scan>; drawn: number }> {
  const writeImage = async (name: string, bytes: Uint8Array) =>
    writer.write(`${assetsFolder}/${name}`, bytes)
  let drawn = 0
  const onDrawn = () => drawn++
  const { theme, all, kept } = await openDrawer(context, places, writeImage, onDrawn)
  const own = join(places.root, 'public')
  const { publicFiles } = context.sources.context
  for (const file of publicFiles?.paths ?? []) writer.copy(file, join(own, file))
  for (const file of filesIn(theme.client))
    if (!writer.has(file)) writer.write(file, readFileSync(join(theme.client, file)))
  const scans = new Map<string, Scan>()
  const keep = scanKeeper()
  for (const [index, drawing] of all.entries()) {
    const scan = await place(drawing, kept, writer, keep)
    if (scan) scans.set(drawing.file, scan)
    tick(index + 1, all.length)
  }
  return { scans, drawn }
}

/**
 * Put what is drawn into its place: what is in the published site already is not even read.
 *
 * @param keep - For a scan that outlives its page: the writer remembers those of all pages.
 */
async function place(
  drawing: Drawing,
  kept: DrawKept,
  writer: SiteWriter,
  keep: (scan: Scan) => Scan,
): Promise<Scan | undefined> {
  const { file } = drawing
  const before = writer.drawingOf(file)
  if (before?.drawing && (await kept.isSame(drawing, before.drawing)) && writer.take(file, before))
    return before.drawing.scan
  const { bytes, digest, drawing: known } = await kept.draw(drawing)
  const scan = known.scan && keep(known.scan)
  writer.write(file, bytes, { digest, drawing: { ...known, scan } })
  return scan
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile()
      ? join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll(sep, '/')
      : [],
  )
}

/**
 * Draw the pages of one docset in one language, for the cache alone: whoever puts the site together finds them there.
 *
 * @param path - Of the docset in the language, from the site’s root: `/fr-fr/guide/`.
 * @throws Failure when a template fails, with the file of the page.
 */
export async function drawShard(
  context: Omit<DrawnSite, 'problems'>,
  path: string,
  places: BuildPlaces,
  tick: Tick,
): Promise<DrawnShard> {
  let drawn = 0
  const { all, kept } = await openDrawer(
    context,
    places,
    async () => undefined,
    () => drawn++,
  )
  const own = all.filter(({ file }) => `/${file}`.startsWith(path))
  for (const [index, drawing] of own.entries()) {
    await kept.draw(drawing)
    tick(index + 1, own.length)
  }
  return { pages: own.length, drawn }
}

async function openDrawer(
  context: Omit<DrawnSite, 'problems'>,
  places: BuildPlaces,
  writeImage: (name: string, bytes: Uint8Array) => Promise<void>,
  onDrawn?: () => void,
): Promise<Drawer> {
  const theme = await projectTheme(places, context.read.site.base, context.theme?.changes)
  const content = await siteContent(context, { places, writeImage, isBuild: true })
  const store = packStore(join(places.cache, 'pages'))
  const { isSame, draw } = keptDrawings(store, theme.key, content, () => {
    countComputed()
    onDrawn?.()
  })
  return {
    theme,
    all: await drawings(theme, askedContent(content)),
    kept: {
      isSame,
      draw: (drawing) =>
        draw(drawing).catch((error: unknown) => {
          throw drawingFailure(drawing, error, context)
        }),
    },
  }
}

/** One sentence, with the author's file where there is one; the error keeps its stack for those who ask for it. */
export function drawingFailure(
  { file, template, props }: Drawing,
  error: unknown,
  { read: { documents } }: BuildContext,
): Failure {
  const document = documents.find(({ page }) => page === props['page'])
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  const what = document?.name ?? `/${file}`
  const failure = new Failure(`${template} failed to draw ${what}: ${reason.replace(/\.$/, '')}.`)
  if (error instanceof Error && error.stack) failure.stack = error.stack
  return failure
}
