/** Run Astro on a site that is known to be sound. */
import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildContext, setBuildContext } from '../docsets/build-context.ts'
import { commonFolder } from '../docsets/common-folder.ts'
import { type AstroEvent, astroEvents } from './astro-log.ts'
import { withLock } from './process-lock.ts'
import { Failure } from './process/failure.ts'
import { type FolderLink, linkFolder, oddFolder } from './process/plain-path.ts'
import { keepsLinks } from './process/run-linked.ts'
import { withCleanup } from './process/signals.ts'
import { removeAbandoned, temporaryName } from './process/temporary.ts'
import { moveFolder } from './publish/move-folder.ts'

/**
 * Draw every page into `folder`, which is empty; two builds of one project take turns, for Astro keeps files of
 * its own in it.
 *
 * Astro draws into a folder of the project first. Elsewhere it would write its programs below the current
 * folder, where they find no packages, and rename files from there, which fails between file systems
 * (`getOutDirWithinCwd` in astro/dist/core/build/common.js compares only how the two paths begin).
 *
 * @param warn - For what Astro has to say besides.
 * @throws Failure when Astro fails.
 */
export async function buildPages(
  site: BuildContext,
  folder: string,
  { root, warn }: { root: string; warn: (text: string) => void },
): Promise<void> {
  const { build } = await import('astro')
  const cache = join(root, 'node_modules/.cache/passerelle')
  const drawn = join(cache, temporaryName('site-'))
  await withLock(join(cache, 'build.lock'), async () => {
    await removeAbandoned(cache, 'site-')
    const { site: linked, links } = await linkDocsets(site)
    const leaveRoot = enterFolder(root)
    setBuildContext(linked)
    astroEvents.length = 0
    try {
      await mkdir(drawn, { recursive: true })
      await withCleanup(
        () => rmSync(drawn, { recursive: true, force: true }),
        async () => {
          await build({
            root,
            outDir: drawn,
            logLevel: 'warn',
            logger: { entrypoint: pathToFileURL(join(root, 'src/cli/astro-log.ts')).href },
            // Each site has its own cache: two that take turns would empty a shared one.
            cacheDir: join(cache, nameOf(site, root)),
            vite: { resolve: { preserveSymlinks: links.length > 0 || keepsLinks() } },
          }).catch((error: unknown) => {
            throw astroFailure(error, astroEvents)
          })
          await moveFolder(drawn, folder)
        },
      )
    } finally {
      for (const { level, message } of astroEvents) if (level === 'warn') warn(`Astro: ${message}`)
      setBuildContext(undefined)
      leaveRoot()
      for (const link of links) link.remove()
      await rm(drawn, { recursive: true, force: true })
    }
  })
}

/** One sentence, with the page if Astro has logged one; the error keeps its stack for those who ask for it. */
function astroFailure(error: unknown, events: readonly AstroEvent[]): Failure {
  const [, page] =
    events
      .map(({ message }) => /Caught error rendering (\S+?):/.exec(message))
      .find((match) => match !== null) ?? []
  // The bundler says first how many errors there are, then the first of them.
  const [first = '', ...more] = (error instanceof Error ? error.message : String(error))
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const reason = first.endsWith(':') ? `${first} ${more[0] ?? ''}` : first
  const what = page === undefined ? 'Astro failed' : `Astro failed to draw ${page}`
  const failure = new Failure(`${what}: ${reason.replace(/\.$/, '')}.`)
  if (error instanceof Error && error.stack) failure.stack = error.stack
  return failure
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

/** The same for a project that is reached by a link, whose name is new each time. */
function nameOf({ sources: opened }: BuildContext, project: string): string {
  const roots = opened.docsets.flatMap(({ docset }) =>
    docset.editions.map(({ root }) => relative(project, root)),
  )
  return createHash('sha256').update(roots.join('\n')).digest('hex').slice(0, 12)
}

/** Docsets in folders that the bundler cannot take, such as `My docs #1`: it reads their images by links. */
interface LinkedDocsets {
  site: BuildContext
  /** Empty where every docset has a plain path. */
  links: readonly FolderLink[]
}

/** @returns The site with the places of its pages as seen through links; who asks for it removes them. */
async function linkDocsets(site: BuildContext): Promise<LinkedDocsets> {
  const folders = site.sources.docsets.flatMap(
    ({ docset }) => oddFolder(commonFolder(docset.editions.map(({ root }) => root))) ?? [],
  )
  // The longest comes first: one docset may lie in the folder of another.
  const distinct = [...new Set(folders)].toSorted((a, b) => b.length - a.length)
  const links = await Promise.all(
    distinct.map(async (folder) => ({ folder, ...(await linkFolder(folder)) })),
  )
  if (links.length === 0) return { site, links }
  const documents = site.read.documents.map((document) => {
    const link = links.find(({ folder }) => document.absolute?.startsWith(`${folder}/`))
    if (!link || document.absolute === undefined) return document
    return { ...document, absolute: link.path + document.absolute.slice(link.folder.length) }
  })
  return { site: { ...site, read: { ...site.read, documents } }, links }
}
