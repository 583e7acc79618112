/** Draw the pages of a site that is known to be sound. */
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ContentPart } from '#plugins/content.ts'
import type { BuildContext } from '../docsets/build-context.ts'
import type { Page } from '../docsets/page.ts'
import { readSearchWords } from '../docsets/search-words.ts'
import { goLinkPages } from '../permalinks/go-link-pages.ts'
import { type CompiledTheme, compiledTheme } from '../render/build-theme.ts'
import type { SiteContent } from '../render/content.ts'
import { type Drawing, drawings } from '../render/draw.ts'
import { type ImagePublisher, imagePublisher, placeImages } from '../render/images.ts'
import { readTranslations } from '../translation/project/load-translations.ts'
import { teamFolder } from '../translation/project/team-files.ts'
import { siteStatus } from '../translation/site/published-status.ts'
import { withLock } from './process-lock.ts'
import { Failure } from './process/failure.ts'
import { keepsLinks } from './process/run-linked.ts'
import { removeAbandoned, temporaryName } from './process/temporary.ts'
import type { Tick } from './stages.ts'

/** Where a build finds and keeps things; whole paths. */
export interface BuildPlaces {
  /** The project's folder, with the site's own files. */
  root: string
  /** The folder of the program: where `src/` is. */
  programFolder: string
  /** What can be computed again. */
  cache: string
  /** Digest of the program. */
  program: string
}

/** Where the assets of a site are: styles, scripts and pictures, each with a hash in its name. */
const assets = '_astro'

/**
 * Draw every page into `folder`, which is empty.
 *
 * @throws Failure when a template fails, with the file of the page.
 */
export async function buildPages(
  context: BuildContext,
  folder: string,
  places: BuildPlaces,
  tick: Tick,
): Promise<void> {
  const { site } = context.read
  const { root, cache } = places
  const theme = await projectTheme(places, site.base)
  await cp(theme.client, folder, { recursive: true })
  await cp(join(root, 'public'), folder, { recursive: true, force: false }).catch(isMissing)
  const images = await pictures(context, join(folder, assets), join(cache, 'images'))
  const content = await siteContent(context, root, await withPictures(context, images))
  const all = await drawings(theme, content)
  for (const [index, drawing] of all.entries()) {
    const bytes = await drawing.draw().catch((error: unknown) => {
      throw drawingFailure(drawing, error, context)
    })
    const path = join(folder, drawing.file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
    tick(index + 1, all.length)
  }
}

async function projectTheme(
  { programFolder: root, cache, program }: BuildPlaces,
  base: string,
): Promise<CompiledTheme> {
  const themes = join(cache, 'theme')
  return compiledTheme({
    root,
    cache: themes,
    base,
    program,
    preserveSymlinks: keepsLinks(),
    temporary: temporaryName,
    locked: (work) =>
      withLock(join(cache, 'theme.lock'), async () => {
        await removeAbandoned(themes, 'compiling-')
        const leaveRoot = enterFolder(root)
        await work().finally(leaveRoot)
      }),
  })
}

/** Make a folder the current one, by its links: Astro compares how paths begin. Gives the way back. */
function enterFolder(folder: string): () => void {
  const cwd = process.cwd.bind(process)
  const before = cwd()
  process.chdir(folder)
  process.cwd = () => folder
  return () => {
    process.cwd = cwd
    process.chdir(before)
  }
}

async function pictures(
  { sources: { context } }: BuildContext,
  folder: string,
  cache: string,
): Promise<ImagePublisher> {
  await mkdir(cache, { recursive: true })
  await mkdir(folder, { recursive: true })
  return imagePublisher({
    read: (path) => context.files.read(path),
    async kept(name, make) {
      const path = join(cache, name)
      const before = await readFile(path).catch(() => undefined)
      if (before) return before
      const bytes = await make()
      const fresh = join(cache, temporaryName('new-'))
      await writeFile(fresh, bytes)
      await rename(fresh, path)
      return bytes
    },
    write: (name, bytes) => writeFile(join(folder, name), bytes),
  })
}

/** The HTML of each page with its pictures, by address. */
async function withPictures(
  { read: { documents, site } }: BuildContext,
  publish: ImagePublisher,
): Promise<Map<string, readonly ContentPart[]>> {
  const address = `${site.base}${assets}/`
  const bodies = new Map<string, readonly ContentPart[]>()
  for (const { page, content = [], absolute = '' } of documents) {
    const parts = content.map(async (part) =>
      typeof part === 'string' ? placeImages(part, absolute, address, publish) : part,
    )
    bodies.set(page.path, await Promise.all(parts))
  }
  return bodies
}

async function siteContent(
  { sources, read }: BuildContext,
  root: string,
  bodies: ReadonlyMap<string, readonly ContentPart[]>,
): Promise<SiteContent> {
  const { site, documents, contents } = read
  const folder = sources.teamFolder ?? teamFolder(sources.docsets, root)
  const open = async () => (await readTranslations(sources, { folder, root })).loaded
  return {
    site,
    isBuild: true,
    pages: documents.map(({ page }) => page).toSorted(byPath),
    contents,
    goLinkEntries: goLinkPages(read),
    translations: await siteStatus(sources, open),
    searchWords: new Map(await searchWords(site.locales, root)),
    pageContent: (page) => bodies.get(page.path) ?? [],
  }
}

function byPath(a: Page, b: Page): number {
  return a.path < b.path ? -1 : 1
}

/** What is wrong in these files was reported before, with its place. */
async function searchWords(locales: readonly { ui: string }[], root: string) {
  const languages = [...new Set(locales.map(({ ui }) => ui))]
  return Promise.all(
    languages.map(async (language) => {
      const name = `content/search/${language}.json`
      const text = await readFile(join(root, name), 'utf8').catch(() => '{}')
      return [language, readSearchWords(text, name).words] as const
    }),
  )
}

/** One sentence, with the author's file where there is one; the error keeps its stack for those who ask for it. */
function drawingFailure(
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

function isMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}
