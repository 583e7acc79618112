/** A site as the dev server shows it: what was read last, drawn when somebody looks at it. */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import type { CompiledTheme } from '../../render/build-theme.ts'
import { type Drawing, drawings } from '../../render/draw.ts'
import type { ReportedProblem } from '../../report/problems.ts'
import { drawingFailure } from '../build-pages.ts'
import type { BuildPlaces } from '../cache.ts'
import type { DrawnSite } from '../load-site.ts'
import { projectTheme } from '../project-theme.ts'
import { assetsFolder, siteContent } from '../site-content.ts'

/** What the server answers with. */
export interface DevAnswer {
  status: 200 | 404 | 500
  type: string
  body: Uint8Array | string
}

/** What was read last. */
interface Current {
  context: DrawnSite
  drawings: ReadonlyMap<string, Drawing>
  theme: CompiledTheme
  problems: readonly ReportedProblem[]
}

export interface DevSite {
  /** Read what has changed; problems are those of the whole site. */
  refresh: () => Promise<readonly ReportedProblem[]>
  problems: () => readonly ReportedProblem[]
  /** @param path - Of an address, decoded, without the base: `en/guide/`. */
  answer: (path: string) => Promise<DevAnswer>
  base: () => string
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/** @param load - Reads the site as it is now. */
export async function openDevSite(
  load: () => Promise<DrawnSite>,
  places: BuildPlaces,
): Promise<DevSite> {
  const images = new Map<string, Uint8Array>()
  let current = await read(load, places, images)
  return {
    async refresh() {
      current = await read(load, places, images)
      return current.problems
    },
    problems: () => current.problems,
    base: () => current.context.read.site.base,
    answer: (path) => answer(path, current, places, images),
  }
}

async function read(
  load: () => Promise<DrawnSite>,
  places: BuildPlaces,
  images: Map<string, Uint8Array>,
): Promise<Current> {
  const context = await load()
  const { problems } = context
  const theme = await projectTheme(places, context.read.site.base)
  const content = await siteContent(context, {
    places,
    writeImage: async (name, bytes) => void images.set(name, bytes),
    isBuild: false,
  })
  const all = await drawings(theme, content)
  return { context, theme, problems, drawings: new Map(all.map((item) => [item.file, item])) }
}

async function answer(
  path: string,
  current: Current,
  { root }: BuildPlaces,
  images: ReadonlyMap<string, Uint8Array>,
): Promise<DevAnswer> {
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  const drawing = current.drawings.get(file)
  if (drawing) return draw(drawing, current, 200)
  const bytes =
    images.get(file.replace(`${assetsFolder}/`, '')) ??
    (await published(file, [current.theme.client, join(root, 'public')])) ??
    (await offered(file, current))
  if (bytes) return { status: 200, type: typeOf(file), body: bytes }
  const locale = file.split('/')[0] ?? ''
  const missing = current.drawings.get(`${locale}/404.html`) ?? current.drawings.get('404.html')
  if (missing) return draw(missing, current, 404)
  return { status: 404, type: typeOf('.txt'), body: 'There is no such page.\n' }
}

async function draw(drawing: Drawing, { context }: Current, status: 200 | 404): Promise<DevAnswer> {
  try {
    return { status, type: typeOf(drawing.file), body: await drawing.draw() }
  } catch (error) {
    const { message } = drawingFailure(drawing, error, context)
    return { status: 500, type: typeOf('.txt'), body: `${message}\n` }
  }
}

function typeOf(file: string): string {
  return types[extname(file).toLowerCase()] ?? 'application/octet-stream'
}

/** A file that every site has, or that this one has as it is. */
async function published(
  file: string,
  folders: readonly string[],
): Promise<Uint8Array | undefined> {
  // Nothing above the folders.
  if (normalize(file).startsWith('..')) return undefined
  for (const folder of folders) {
    const bytes = await readFile(join(folder, file)).catch(() => undefined)
    if (bytes) return bytes
  }
  return undefined
}

/** A file that a link of the site offers. */
async function offered(
  file: string,
  { context: { read, sources } }: Current,
): Promise<Uint8Array | undefined> {
  const all = [...read.documents.flatMap(({ offers }) => offers), ...(read.offers ?? [])]
  const match = all.find(({ to }) => to === `/${file}`)
  return match && sources.context.files.read(match.from.absolute)
}
