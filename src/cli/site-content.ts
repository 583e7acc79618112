/** All that templates draw of a loaded site, pictures included. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ContentPart } from '#plugins/content.ts'
import type { BuildContext } from '../docsets/build-context.ts'
import type { Page } from '../docsets/page.ts'
import { readSearchWords } from '../docsets/search-words.ts'
import { goLinkPages } from '../permalinks/go-link-pages.ts'
import type { SiteContent } from '../render/content.ts'
import {
  type ImageOptions,
  type ImagePublisher,
  imagePublisher,
  placeImages,
} from '../render/images.ts'
import type { DrawnSite } from './load-site.ts'
import { temporaryName } from './process/temporary.ts'

/** Where the assets of a site are: styles, scripts and pictures, each with a hash in its name. */
export const assetsFolder = '_astro'

export interface ContentOptions {
  /** The project's folder, with the site's own files. */
  root: string
  /** Folder for converted pictures; whole path. */
  images: string
  /** Put a picture into the folder of assets. */
  writeImage: ImageOptions['write']
  /** Not so in development. */
  isBuild: boolean
}

export async function siteContent(
  context: Pick<DrawnSite, 'sources' | 'read' | 'translations'>,
  { root, images, writeImage, isBuild }: ContentOptions,
): Promise<SiteContent> {
  const { sources, read, translations } = context
  const { site, documents, contents } = read
  await mkdir(images, { recursive: true })
  const publish = imagePublisher({
    read: (path) => sources.context.files.read(path),
    kept: (name, make) => keptFile(images, name, make),
    write: writeImage,
  })
  const bodies = await withPictures(context, publish)
  return {
    site,
    isBuild,
    pages: documents.map(({ page }) => page).toSorted(byPath),
    contents,
    goLinkEntries: goLinkPages(read),
    translations,
    searchWords: new Map(await searchWords(site.locales, root)),
    pageContent: (page) => bodies.get(page.path) ?? [],
  }
}

/** A file of a cache, made where it is not there: two that make it at once rename a whole file each. */
async function keptFile(
  folder: string,
  name: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const path = join(folder, name)
  const before = await readFile(path).catch(() => undefined)
  if (before) return before
  const bytes = await make()
  const fresh = join(folder, temporaryName('new-'))
  await writeFile(fresh, bytes)
  await rename(fresh, path)
  return bytes
}

/** The HTML of each page with its pictures, by address. */
async function withPictures(
  { read: { documents, site } }: Pick<BuildContext, 'read'>,
  publish: ImagePublisher,
): Promise<Map<string, readonly ContentPart[]>> {
  const address = `${site.base}${assetsFolder}/`
  const bodies = new Map<string, readonly ContentPart[]>()
  for (const { page, content = [], absolute = '' } of documents) {
    const parts = content.map(async (part) =>
      typeof part === 'string' ? placeImages(part, absolute, address, publish) : part,
    )
    bodies.set(page.path, await Promise.all(parts))
  }
  return bodies
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
