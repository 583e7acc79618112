/** All that templates draw of a loaded site, images included. */
import { join } from 'node:path'
import { htmlIn, mapHtml } from '#plugins/content.ts'
import { withImages } from '#plugins/image-marks.ts'
import type { SafeHtml } from '#plugins/safe-html.ts'
import type { PageContent } from '../docsets/document.ts'
import type { FileSystem } from '../docsets/file-system.ts'
import type { Page } from '../docsets/page.ts'
import { readSearchWords } from '../docsets/search-words.ts'
import { digestAll } from '../facts/digest.ts'
import { packRecord, unpackRecord } from '../facts/record-file.ts'
import type { FactStore } from '../facts/store.ts'
import { goLinkPages } from '../permalinks/go-link-pages.ts'
import type { SiteContent } from '../render/content.ts'
import {
  type ImageOptions,
  type PlacedImages,
  imagePublisher,
  publishMarked,
} from '../render/images.ts'
import { type ThemePublisher, publishTheme } from '../render/publish-theme.ts'
import { fallbackContent, fallbackPagesOf } from '../render/fallback-pages.ts'
import { socialImages } from '../render/social-images.ts'
import type { Site } from '../site.ts'
import { type BuildPlaces, diskStore } from './cache.ts'
import type { DrawnSite } from './load-site.ts'

/** Where the assets of a site are: styles, scripts and images, each with a hash in its name. */
export const assetsFolder = '_astro'

/** Where images go. */
export interface PictureOptions {
  /** With converted images in the cache. */
  places: Pick<BuildPlaces, 'root' | 'cache' | 'program'>
  /** Put an image into the folder of assets. */
  writeImage: ImageOptions['write']
}

export type ContentOptions = (PictureOptions | { pictures: Pictures }) & {
  /** With the site's own files. */
  places: Pick<BuildPlaces, 'root'>
  /** Not so in development. */
  isBuild: boolean
}

/** Images as they are published, and the pages that show them. */
export interface Pictures
  extends Pick<ThemePublisher, 'publish' | 'read' | 'write'>, Pick<ImageOptions, 'kept'> {
  placed: WeakMap<PageContent, Promise<PageContent>>
}

/** Images as `files` has them now. */
export function openPictures(files: FileSystem, { places, writeImage }: PictureOptions): Pictures {
  const { cache, program } = places
  const store = diskStore(join(cache, 'images'))
  const read = (path: string) => files.read(path)
  const kept: ImageOptions['kept'] = (name, make) =>
    keptFile(store, digestAll(['image', program, name]), make)
  const publish = imagePublisher({ read, kept, write: writeImage })
  return { publish, read, kept, write: writeImage, placed: new WeakMap() }
}

export async function siteContent(
  context: Pick<DrawnSite, 'sources' | 'read' | 'translations' | 'theme' | 'changes'>,
  options: ContentOptions,
): Promise<SiteContent> {
  const { sources, read, translations } = context
  const { isBuild, places } = options
  const pictures =
    'pictures' in options ? options.pictures : openPictures(sources.context.files, options)
  const themed = await withTheme(context, pictures)
  const { site, contents, pages } = isBuild
    ? await withSocialImages(themed, context, pictures)
    : { site: themed, contents: read.contents, pages: pagesOf(read) }
  const bodies = await withPictures(read, pictures)
  const all = withFallbackPages(read, site, pages, bodies)
  const shown: Page[] = []
  // Nothing is called for each page, not even to compare them.
  for (const path of [...all.keys()].toSorted()) shown.push(all.get(path)!)
  const byDocset = new Map(contents.map((item) => [`${item.locale} ${item.docset}`, item]))
  return {
    site,
    isBuild,
    pages: shown,
    pageAt: (path) => all.get(path),
    contents,
    changes: context.changes ?? [],
    // They take a while, and in development nobody looks at most pages: see `drawingOfFile`.
    goLinkEntries: isBuild ? goLinkPages(read) : [],
    translations,
    terms: sources.terms ?? [],
    searchWords: new Map(await searchWords(site.locales, places.root, sources.context.files)),
    pageContent: (page) => bodies.get(page.path)?.parts() ?? [],
    contentsIn: (docset, locale) => byDocset.get(`${locale} ${docset}`),
    contentDigest: (page) => bodies.get(page.path)?.digest ?? '',
  }
}

/** All pages; where files can be edited, with theirs. One that is outside the project’s folder cannot be named. */
function pagesOf({ site, documents }: DrawnSite['read']): Page[] {
  const pages: Page[] = []
  for (const { page, name } of documents) {
    const hasFile = site.edit && name && page.kind !== 'missing' && !/^(?:\.\.|\/|\w:)/.test(name)
    pages.push(hasFile ? { ...page, file: name } : page)
  }
  return pages
}

/** The pages with those that stand for missing ones, whose contents are added to `bodies`. */
function withFallbackPages(
  { documents }: DrawnSite['read'],
  site: Site,
  pages: readonly Page[],
  bodies: Map<string, PageContent>,
): Map<string, Page> {
  const all = new Map<string, Page>()
  for (const page of pages) all.set(page.path, page)
  const paths = new Set(all.keys())
  for (const fallback of fallbackPagesOf(documents, pages, site)) {
    const { page, original } = fallback
    all.set(page.path, page)
    const content = bodies.get(original.path)
    if (content) bodies.set(page.path, fallbackContent(fallback, content, site, paths))
  }
  return all
}

/** The site with what templates show of its look. */
async function withTheme(
  { read: { site }, theme }: Pick<DrawnSite, 'read' | 'theme'>,
  pictures: Pictures,
): Promise<Site> {
  if (!theme) return site
  const news = site.announcement?.dismissible ? site.announcement.id : undefined
  const publisher = { ...pictures, assets: `/${assetsFolder}/` }
  return { ...site, theme: await publishTheme(theme, news, publisher) }
}

/** What other sites show beside links; in development nobody links to a page. */
async function withSocialImages(
  site: Site,
  { sources, read, theme }: Pick<DrawnSite, 'sources' | 'read' | 'theme'>,
  pictures: Pictures,
) {
  const rootOf = (docset: string, locale: string) =>
    sources.docsets
      .find((item) => item.docset.id === docset)
      ?.docset.editions.find((edition) => edition.locale === locale)?.root
  const pathOf = (page: Page) => {
    const image = page.kind === 'guide' ? page.image : undefined
    return image && `${rootOf(page.docset, image.locale) ?? ''}/${image.path}`
  }
  const pages = pagesOf(read)
  const options = { ...pictures, theme, assets: `/${assetsFolder}/`, pathOf }
  const social = await socialImages(site, read.contents, pages, options)
  return { ...social, site: { ...site, socialImages: social.site } }
}

/** A file of the cache, made where it is not there, or not whole. */
async function keptFile(
  store: FactStore,
  key: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const before = unpackRecord(key, await store.read(key))
  if (before) return before.body
  const bytes = await make()
  await store.write(key, packRecord(key, null, bytes))
  return bytes
}

/** The content of each page with its images, by address. */
async function withPictures(
  { documents, site }: DrawnSite['read'],
  { publish, placed }: Pictures,
): Promise<Map<string, PageContent>> {
  const address = `${site.base}${assetsFolder}/`
  const bodies = new Map<string, PageContent>()
  for (const { page, content, images, absolute = '' } of documents) {
    if (!content) continue
    // Most pages have none: nothing is made for them.
    if (images.length === 0) {
      bodies.set(page.path, content)
      continue
    }
    const place = (html: SafeHtml) => publishMarked(html, absolute, address, publish)
    const body = placed.get(content) ?? withImagesIn(content, place)
    placed.set(content, body)
    bodies.set(page.path, await body)
  }
  return bodies
}

async function withImagesIn(
  { digest, parts }: PageContent,
  place: (html: SafeHtml) => Promise<PlacedImages>,
): Promise<PageContent> {
  const images: PlacedImages = await place(htmlIn(parts()))
  return {
    digest: digestAll([digest, images]),
    parts: () => mapHtml(parts(), (html) => withImages(html, images)),
  }
}

/** What is wrong in these files was reported before, with its place. */
async function searchWords(locales: readonly { ui: string }[], root: string, files: FileSystem) {
  const languages = [...new Set(locales.map(({ ui }) => ui))]
  return Promise.all(
    languages.map(async (language) => {
      const name = `content/search/${language}.json`
      const bytes = await files.read(join(root, name))
      const text = bytes ? new TextDecoder().decode(bytes) : '{}'
      return [language, readSearchWords(text, name).words] as const
    }),
  )
}
