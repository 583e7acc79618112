/** What reading a page needs to know of its site, passed down from the loader of the site. */
import { posix } from 'node:path'
import type { Properties } from 'hast'
import type { VFile } from 'vfile'
import type { LinkOptions } from '#plugins/links.ts'
import type { AnchorLinkOptions } from '#plugins/anchor-links.ts'
import type { AlertOptions } from '#plugins/alerts.ts'
import type { FootnoteOptions } from '#plugins/footnotes.ts'
import type { StrayEmphasisOptions } from '#plugins/stray-emphasis.ts'
import type { DownloadOptions } from '#plugins/guide/downloads.ts'
import type { TripleColonOptions } from '#plugins/docfx/triple-colon/draw.ts'
import type { VideoOptions } from '#plugins/videos.ts'
import type { HookOptions } from '#plugins/hooks.ts'
import type { TermOptions } from '#plugins/terms.ts'
import type { FactOptions } from '../facts/store.ts'
import type { SiteLocale } from '../site.ts'
import { pagePath, glossaryPath, withBase } from './address.ts'
import { addressProblem } from './address-problems.ts'
import { fileKind } from './file-kinds.ts'
import type { FileSystem } from './file-system.ts'
import type { ImageFault } from './images.ts'
import type { KnownBlocks } from './known-blocks.ts'
import { resolveImage } from './resolve-image.ts'
import { publishedSvg } from './svg-images.ts'
import { type PageLocation, type LinkContext, resolveLink } from './resolve-link.ts'

export interface ReadContext extends LinkContext {
  /** The cache of facts of pages; absent if every page is to be read anew. */
  facts?: FactOptions
  files: FileSystem
  locales: readonly SiteLocale[]
  /** The name of a file in messages, relative to the working directory. */
  nameOf: (absolute: string) => string
  /** Image files that cannot be shown, by absolute path. */
  imageFaults?: ReadonlyMap<string, ImageFault>
  /** States of blocks, and which blocks of two languages are pairs; absent if no page is drawn. */
  blocks?: KnownBlocks
  /** Names of the site’s own components. */
  components?: ReadonlySet<string> | undefined
  /** The site’s own plugins. */
  plugins?: HookOptions['plugins']
  /** Called with the absolute path of each text that is parsed, so that tests can count: parsing twice costs twice. */
  onParse?: (absolute: string) => void
  /** See `LinkOptions.imageAttributes`. */
  imageAttributes?: ((attributes: Properties) => Properties) | undefined
}

/**
 * For addresses outside the text of pages (tables of contents, cards, redirections), to which templates add the base.
 * They offer no downloads: only a link in a page can have the attribute `download`.
 */
export function listContext(context: ReadContext): ReadContext {
  return { ...context, base: '/', downloads: undefined }
}

/** The options of the links plugin for pages whose `file.data.place` is set. */
export function linkOptions(context: ReadContext): LinkOptions {
  return {
    resolveLink(url, file, fallbackLang) {
      const place = placeIn(file, fallbackLang)
      if (!place) return {}
      const { target, problem, file: offered } = resolveLink(url, place, context)
      if (offered) (file.data.offers ??= []).push(offered)
      // An anchor of the page itself is on the page whose text is shown.
      const own = fallbackLang !== undefined && target && /^[?#]/.test(target.href)
      const { docset } = place.index
      const home = withBase(context.base, pagePath(place.locale, docset.id, slugIn(place)))
      const led = own ? { ...target, href: home + target.href } : target
      return { ...(led && { target: led }), ...(problem && { problem }) }
    },
    resolveImage(url, file, fallbackLang) {
      const place = placeIn(file, fallbackLang)
      if (!place) return {}
      const { file: image, problem, isLeftOut } = resolveImage(url, place, context)
      const src = image && relativeSource(posix.dirname(file.data.absolute ?? ''), image.absolute)
      return { ...(src && { src }), ...(problem && { problem }), ...(isLeftOut && { isLeftOut }) }
    },
    imageAttributes: context.imageAttributes,
  }
}

/** The options of the downloads plugin: sizes of files. A broken link is reported with the links of its page. */
export function downloadOptions(context: ReadContext): DownloadOptions {
  return {
    pageLanguage: ({ data }) => data.contentLocale,
    async downloadFile(url, file, fallbackLang) {
      const place = placeIn(file, fallbackLang)
      if (!place) return {}
      const { target, file: offered, publicFile } = resolveLink(url, place, context)
      const size = offered
        ? await offeredSize(offered.from.absolute, context)
        : publicFile && (await context.publicFiles?.size(publicFile))
      if (typeof size === 'number') return { size }
      return target ? { problem: addressProblem('download-file', url) } : {}
    },
  }
}

/** Of the file that is published: a drawing is not as its author saved it. */
async function offeredSize(path: string, { files }: ReadContext): Promise<number | undefined> {
  if (fileKind(path) !== 'drawing') return files.size(path)
  const bytes = await files.read(path)
  return bytes && Buffer.byteLength(publishedSvg(bytes))
}

/** The site’s own plugins, and where a page is for them. */
export function hookOptions({ plugins }: ReadContext): HookOptions {
  return {
    plugins,
    placeOf: ({ data: { place, contentLocale } }) => ({
      ...(place && { docset: place.index.docset.id }),
      ...(contentLocale && { locale: contentLocale }),
    }),
  }
}

/** The file of a page, or of its fallback in another language. */
function placeIn(
  { data: { place } }: VFile,
  fallbackLang: string | undefined,
): PageLocation | undefined {
  if (!place || fallbackLang === undefined) return place
  const path = place.index.pageIn(fallbackLang, slugIn(place))?.path ?? place.path
  return { ...place, locale: fallbackLang, path }
}

function slugIn({ index, path }: PageLocation): string {
  return index.page(path)?.slug ?? ''
}

/** The interface strings of a locale. A language without strings uses those of another one, whose tag is given too. */
function interfaceLanguage(locales: readonly SiteLocale[]) {
  return ({ data: { contentLocale } }: VFile): string | undefined => {
    const locale = locales.find(({ tag }) => tag === contentLocale)
    return locale?.ui === locale?.tag ? undefined : locale?.ui
  }
}

/** Labels of the links at headings and steps, in the language of the content. */
export function anchorLinkOptions({ locales }: ReadContext): AnchorLinkOptions {
  return {
    interfaceLanguage: interfaceLanguage(locales),
    pageLanguage: ({ data }) => data.contentLocale,
    anchorLabel(title, file) {
      const locale = locales.find(({ tag }) => tag === file.data.contentLocale)
      return locale?.strings['link.anchor']?.replace('{title}', () => title)
    },
  }
}

/** Ids that templates and components use: each begins with `_`, as do some in old documents. */
export const ownIds =
  /^_(?:main|contents|take-away|lookup|progress-confirm|(?:search|phase|state|title|whole-guide)-.*)$/

/** Titles of alerts in the language of the content. */
export function alertOptions({ locales }: ReadContext): AlertOptions {
  return {
    interfaceLanguage: interfaceLanguage(locales),
    titleOf(kind, file) {
      const strings = locales.find(({ tag }) => tag === file.data.contentLocale)?.strings
      return strings?.[`alert.${kind}`] ?? kind
    },
  }
}

/** Interface strings in pages of docfx, in the language of the content. */
export function formOptions({ locales }: ReadContext): TripleColonOptions {
  return {
    interfaceLanguage: interfaceLanguage(locales),
    formWords: (key, { data }) =>
      locales.find(({ tag }) => tag === data.contentLocale)?.strings[key],
  }
}

/** Names of links to videos, in the language of the content. */
export function videoOptions({ locales }: ReadContext): VideoOptions {
  return {
    interfaceLanguage: interfaceLanguage(locales),
    videoText: ({ data }) =>
      locales.find(({ tag }) => tag === data.contentLocale)?.strings['video.on'],
  }
}

/** A separate rule compares translations with their source. */
export const strayEmphasisOptions: StrayEmphasisOptions = {
  isSource: ({ data: { place, contentLocale } }) =>
    !place || place.index.docset.sourceLocale === contentLocale,
}

/** Links to the terms of the page’s language; a page that fell back has none. */
export function termOptions({ terms, base }: ReadContext): TermOptions {
  return {
    termsOf({ data: { place, contentLocale } }) {
      if (!terms || !place || place.locale !== contentLocale) return undefined
      const home = withBase(base, glossaryPath(place.locale))
      return terms(place.locale).map(({ id, ...term }) => ({ ...term, href: `${home}#${id}` }))
    },
  }
}

/** The text in place of missing code, in the language of the content. */
export function codeOptions({ locales }: ReadContext) {
  return {
    codeMissing: ({ data: { contentLocale } }: VFile): string | undefined =>
      locales.find(({ tag }) => tag === contentLocale)?.strings['code.missing'],
  }
}

/** Labels of footnotes, in the language of the content. */
export function footnoteOptions({ locales }: ReadContext): FootnoteOptions {
  return {
    footnoteText(key, file) {
      const strings = locales.find(({ tag }) => tag === file.data.contentLocale)?.strings
      return strings?.[`footnotes.${key}`]
    },
  }
}

function relativeSource(folder: string, absolute: string): string {
  const path = posix.relative(folder, absolute)
  return path.startsWith('.') ? path : `./${path}`
}

declare module 'vfile' {
  interface DataMap {
    /** The language of the file, which is not that of the address on a fallback page. */
    contentLocale: string
  }
}
