/** A site as the dev server shows it: what was read last, drawn when somebody looks at it. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import type { FileSystem } from '../../docsets/file-system.ts'
import { siteLocales, withInterfaceStrings } from '../../i18n/strings.ts'
import { type GoLinkPage, goLinkPages } from '../../permalinks/go-link-pages.ts'
import type { CompiledTheme } from '../../render/build-theme.ts'
import { type Drawing, drawingOfFile } from '../../render/draw.ts'
import type { ReportedProblem } from '../../report/problems.ts'
import type { SiteLocale } from '../../site.ts'
import { drawingFailure } from '../build-pages.ts'
import type { BuildPlaces } from '../cache.ts'
import type { DrawnSite } from '../load-site.ts'
import { projectTheme } from '../project-theme.ts'
import { type Pictures, assetsFolder, openPictures, siteContent } from '../site-content.ts'
import { problemPage, withProblems } from './problem-overlay.ts'

/** What the server answers with. */
export interface DevAnswer {
  status: 200 | 404 | 500
  type: string
  body: Uint8Array | string
}

/** What a browser asks for. */
export interface DevQuestion {
  /** Of an address, decoded, without the base: `en/guide/`. */
  path: string
  /** Address of the script that keeps pages up to date. */
  client: string
  /** What stands in the way of showing the site as it is now. */
  failures: readonly ReportedProblem[]
}

/** A site as read. */
export interface DevSite {
  context: DrawnSite
  answer: (question: DevQuestion) => Promise<DevAnswer>
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
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** What is kept from one reading of a site to the next. */
export interface DevMemory {
  /** Forget images: some may have changed. */
  forgetPictures: () => void
  pictures: () => Pictures
  /** An image as it is published, by its name. */
  picture: (name: string) => Uint8Array | undefined
  /** The compiled theme for what a site has replaced of it. */
  themeOf: (context: DrawnSite) => Promise<CompiledTheme>
  /** Templates look at one content at a time, that of before or that of now. */
  inTurn: ReturnType<typeof turns>
}

export function devMemory(files: FileSystem, places: BuildPlaces): DevMemory {
  const published = new Map<string, Uint8Array>()
  const options = {
    places,
    writeImage: async (name: string, bytes: Uint8Array) => void published.set(name, bytes),
  }
  let pictures = openPictures(files, options)
  return {
    forgetPictures: () => void (pictures = openPictures(files, options)),
    pictures: () => pictures,
    picture: (name) => published.get(name),
    themeOf: themeKeeper(places),
    inTurn: turns(),
  }
}

/** It is checked once, not with each reading: it is large. */
function themeKeeper(places: BuildPlaces): DevMemory['themeOf'] {
  let last: { inputs: readonly unknown[]; theme: CompiledTheme } | undefined
  return async ({ read: { site }, theme: found }) => {
    const inputs = [site.base, found?.changes?.digest]
    const isSame = last?.inputs.every((input, index) => input === inputs[index])
    if (last && isSame && existsSync(last.theme.client)) return last.theme
    const theme = await projectTheme(places, site.base, found?.changes)
    last = { inputs, theme }
    return theme
  }
}

export async function devSite(
  context: DrawnSite,
  places: BuildPlaces,
  memory: DevMemory,
): Promise<DevSite> {
  const theme = await memory.themeOf(context)
  const content = await siteContent(context, {
    places,
    pictures: memory.pictures(),
    isBuild: false,
  })
  let goLinks: readonly GoLinkPage[] | undefined
  const goLinksOf = () => (goLinks ??= goLinkPages(context.read))
  const { inTurn } = memory
  const drawn = (file: string) =>
    inTurn(async () => {
      const drawing = await drawingOfFile(file, theme, content, goLinksOf)
      return drawing && drawnBy(drawing, context)
    })
  const fileOf = async (file: string) =>
    memory.picture(file.replace(`${assetsFolder}/`, '')) ??
    (await published(file, [join(places.root, 'public'), theme.client])) ??
    (await offered(file, context))
  return {
    context,
    async answer(question) {
      const { path } = question
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
      const page = await drawn(file)
      if (page) return answerOf(page, 200, context, question)
      const bytes = await fileOf(file)
      if (bytes) return { status: 200, type: typeOf(file), body: bytes }
      const own = `${file.split('/')[0] ?? ''}/404.html`
      const missing = (await drawn(own)) ?? (await drawn('404.html'))
      return answerOf(missing ?? { file, problems: [] }, 404, context, question)
    },
  }
}

/** Does work one after the other, whatever becomes of it. */
function turns() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}

/** A file as a template has drawn it, or why it could not. */
interface DrawnFile {
  file: string
  body?: string
  problems: readonly ReportedProblem[]
}

async function drawnBy(drawing: Drawing, context: DrawnSite): Promise<DrawnFile> {
  const { file } = drawing
  try {
    return { file, body: await drawing.draw(), problems: [] }
  } catch (error) {
    return { file, problems: [templateProblem(drawing, error, context)] }
  }
}

function answerOf(
  { file, body, problems: own }: DrawnFile,
  status: 200 | 404,
  context: DrawnSite,
  { client, failures }: DevQuestion,
): DevAnswer {
  if (body && !/\.html$/.test(file)) return { status, type: typeOf(file), body }
  // Errors only: warnings are in the terminal.
  const errors = context.problems.filter(({ severity }) => severity === 'error')
  const problems = [...failures, ...own, ...errors]
  const locale = localeOf(context, file)
  const html = body
    ? withProblems(body, problems, locale, client)
    : problemPage(problems, locale, client)
  return { status: body ? status : own.length ? 500 : 404, type: typeOf('index.html'), body: html }
}

function templateProblem(drawing: Drawing, error: unknown, context: DrawnSite): ReportedProblem {
  const { message } = drawingFailure(drawing, error, context)
  const document = context.read.documents.find(({ page }) => page === drawing.props['page'])
  const file = document?.name ?? drawing.template
  const ruleId = 'template-failed'
  return { file, line: 1, column: 1, severity: 'error', ruleId, reason: message }
}

/** The language of an address; a site that cannot be read has none. */
function localeOf({ read: { site } }: DrawnSite, file: string): SiteLocale {
  const [first = ''] = file.split('/')
  const [own = englishLocale()] = site.locales
  return site.locales.find(({ path }) => path === first) ?? own
}

function englishLocale(): SiteLocale {
  const [locale] = siteLocales(['en'], {}, withInterfaceStrings(new Map()))
  if (!locale) throw new Error('The interface speaks no English')
  return locale
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
  { read, sources }: DrawnSite,
): Promise<Uint8Array | undefined> {
  const all = [...read.documents.flatMap(({ offers }) => offers), ...(read.offers ?? [])]
  const match = all.find(({ to }) => to === `/${file}`)
  return match && sources.context.files.read(match.from.absolute)
}
