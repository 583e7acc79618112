/** A site as the dev server shows it: what was read last, drawn when somebody looks at it. */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { siteLocales, withInterfaceStrings } from '../../i18n/strings.ts'
import type { CompiledTheme } from '../../render/build-theme.ts'
import { type Drawing, drawings } from '../../render/draw.ts'
import type { ReportedProblem } from '../../report/problems.ts'
import type { SiteLocale } from '../../site.ts'
import { drawingFailure, projectTheme } from '../build-pages.ts'
import type { BuildPlaces } from '../cache.ts'
import type { DrawnSite } from '../load-site.ts'
import { assetsFolder, siteContent } from '../site-content.ts'
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
  theme: CompiledTheme
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
}

/** @param images - Gets pictures as they are published, by name. */
export async function devSite(
  context: DrawnSite,
  places: BuildPlaces,
  images: Map<string, Uint8Array>,
): Promise<DevSite> {
  const theme = await projectTheme(places, context.read.site.base)
  const content = await siteContent(context, {
    root: places.root,
    images: join(places.cache, 'images'),
    writeImage: async (name, bytes) => void images.set(name, bytes),
    isBuild: false,
  })
  const all = await drawings(theme, content)
  const byFile = new Map(all.map((item) => [item.file, item]))
  const fileOf = async (file: string) =>
    images.get(file.replace(`${assetsFolder}/`, '')) ??
    (await published(file, [theme.client, join(places.root, 'public')])) ??
    (await offered(file, context))
  return { context, theme, answer }

  async function answer(question: DevQuestion): Promise<DevAnswer> {
    const { path } = question
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
    const drawing = byFile.get(file)
    if (drawing) return draw(drawing, context, question, 200)
    const bytes = await fileOf(file)
    if (bytes) return { status: 200, type: typeOf(file), body: bytes }
    const missing = byFile.get(`${file.split('/')[0] ?? ''}/404.html`) ?? byFile.get('404.html')
    if (missing) return draw(missing, context, question, 404)
    const problems = problemsIn(context, question)
    return {
      status: 404,
      ...pageOf(problemPage(problems, localeOf(context, file), question.client)),
    }
  }
}

async function draw(
  drawing: Drawing,
  context: DrawnSite,
  question: DevQuestion,
  status: 200 | 404,
): Promise<DevAnswer> {
  const { file } = drawing
  const problems = problemsIn(context, question)
  const locale = localeOf(context, file)
  try {
    const body = await drawing.draw()
    if (!/\.html$/.test(file)) return { status, type: typeOf(file), body }
    const html = Buffer.from(body).toString('utf8')
    return { status, ...pageOf(withProblems(html, problems, locale, question.client)) }
  } catch (error) {
    const all = [templateProblem(drawing, error, context), ...problems]
    return { status: 500, ...pageOf(problemPage(all, locale, question.client)) }
  }
}

function pageOf(body: string): Pick<DevAnswer, 'type' | 'body'> {
  return { type: typeOf('index.html'), body }
}

/** Errors only: warnings are in the terminal. */
function problemsIn(context: DrawnSite, { failures }: DevQuestion): ReportedProblem[] {
  return [...failures, ...context.problems.filter(({ severity }) => severity === 'error')]
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
