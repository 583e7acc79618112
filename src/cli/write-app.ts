/** What browsers need to keep docsets for reading without a network, and to install them: worker, manifests, icons. */
import { docsetKey, docsetsOf, type DocsetView } from '../docsets/docset-view.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import { contentLang } from '../i18n/locales.ts'
import {
  appIconPath,
  docsetPath,
  homePath,
  iconPath,
  keptFilesPath,
  manifestPath,
  searchPath,
  withoutNetworkPath,
  workerPath,
} from '../i18n/paths.ts'
import { keptList } from '../offline/kept-files.ts'
import { appIconSizes, manifestOf } from '../offline/manifest.ts'
import { removalScript, workerScript } from '../offline/worker.ts'
import { Failure } from './process/failure.ts'
import type { SiteFiles, SiteWriter } from './site-writer.ts'
import { pagesBelow } from './write-offline.ts'
import type { WrittenIndex } from './write-index.ts'

type Writer = Pick<SiteWriter, 'write' | keyof SiteFiles>

/**
 * Write them into the built site. A site without such docsets gets a worker that removes an earlier one: nobody can
 * know which browsers have it.
 *
 * @throws Failure where the site has a file of its own at the worker’s address.
 */
export async function writeApp(
  { site, documents, contents }: ReadSite,
  index: Pick<WrittenIndex, 'files'>,
  writer: Writer,
): Promise<void> {
  const wanted = site.docsets.filter(({ installable }) => installable)
  const isTaken = writer.has(workerPath.slice(1))
  if (wanted.length === 0) {
    if (!isTaken) writer.write(workerPath.slice(1), removalScript(site.base))
    return
  }
  if (isTaken)
    throw new Failure(
      `public${workerPath} is in the place of the worker that keeps docsets (installable). Rename it, or take \`installable\` out.`,
    )
  const views = docsetsOf(
    site,
    documents.map(({ page }) => page),
    contents,
  )
  await writeIcons(iconPath(site), writer)
  const versions: Record<string, string> = {}
  for (const { id } of wanted)
    for (const locale of site.locales) {
      const docset = views.get(docsetKey(id, locale.tag))
      if (!docset?.hasPages) continue
      const files = index.files.get(locale.tag.toLowerCase()) ?? []
      versions[`${locale.path}/${id}`] = writeDocset(docset, { site, files }, writer)
    }
  writer.write(workerPath.slice(1), await workerScript({ base: site.base, versions }))
}

/** Gives the version of what is kept of a docset. */
function writeDocset(
  { id, locale, path, title, start }: DocsetView,
  { site, files }: { site: ReadSite['site']; files: readonly string[] },
  writer: Writer,
): string {
  const language = start.lang ?? contentLang(locale) ?? locale.tag
  const app = { site, locale, docset: id, title, language, start: path }
  const manifest = manifestPath(locale, id).slice(1)
  writer.write(manifest, manifestOf(app))
  const own = pagesBelow(writer, docsetPath(locale, id).slice(1))
  const besides = [homePath(locale), searchPath(locale), withoutNetworkPath(locale)]
  const list = keptList({
    base: site.base,
    pages: [...own, ...besides.map((page) => `${page.slice(1)}index.html`)],
    files: [...files, `${locale.path}/link.json`, manifest],
    read: writer.read,
  })
  writer.write(keptFilesPath(locale.path, id).slice(1), JSON.stringify(list))
  return list.version
}

/** The site’s icon, as images of the sizes that browsers want. */
async function writeIcons(icon: string, { read, write }: Writer): Promise<void> {
  const { default: sharp } = await import('sharp')
  const bytes = read(icon.slice(1))
  for (const size of appIconSizes) {
    try {
      const background = { r: 255, g: 255, b: 255, alpha: 0 }
      // Drawings are made of lines: they are as sharp in any size.
      const picture = sharp(bytes, { density: Math.min(2400, size * 6) })
      const drawn = picture.resize(size, size, { fit: 'contain', background })
      write(appIconPath(size).slice(1), await drawn.png().toBuffer())
    } catch {
      throw new Failure(
        `${icon} cannot be drawn as the icon of an app. Let \`theme.favicon\` name an SVG, PNG or WebP file.`,
      )
    }
  }
}
