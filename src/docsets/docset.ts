/** A docset as found on disk, before any page of it is read. */
import { posix } from 'node:path'
import { composed, pageKey, pathKey, slugOf } from './address.ts'

/** A file that becomes a page. */
export interface PageFile {
  /** Relative to the edition's folder, with `/`. */
  path: string
  /** Where to read it. */
  absolute: string
  slug: string
}

/** Pages and files of a docset in one folder. */
export interface DocsetFolder {
  /** The folder that page paths start from. */
  root: string
  pages: readonly PageFile[]
  /** Files beside the pages: images, downloads, includes, tables of contents. */
  resources: readonly string[]
  /** Those of them that may be published, where a page shows or offers them. */
  published: ReadonlySet<string>
}

/** One language of a docset. */
export interface Edition extends DocsetFolder {
  locale: string
  /** Fallbacks of a translation in the source language; they come before the source's own files. */
  fallback?: DocsetFolder
  /** Of docfx: repositories that pages take files from and that are not there. */
  missing?: readonly { path: string; folder: string; url: string }[]
}

export interface Docset {
  id: string
  dialect: 'guide' | 'docfx'
  /** Of docfx: its path on the site that it was written for, such as `product/guide`; links use that. */
  basePath?: string
  sourceLocale: string
  /** The source language first. */
  editions: readonly Edition[]
  /** What steps of a guide may belong to. */
  names?: DocsetNames
  /** Files that are no pages yet; absent where there is none. */
  drafts?: readonly { path: string; slug: string }[]
}

/** The ids of phases, parties and services, as the site's configuration names them, in its order. */
export interface DocsetNames {
  phases: readonly { id: string; optional: boolean }[]
  /** What runs beside all phases. */
  alongside: readonly string[]
  parties: readonly string[]
  services: readonly string[]
  /** Services that every reader has, and those that are no longer offered. */
  required: readonly string[]
  retired: readonly string[]
  /** Ways of doing something that exclude each other. */
  choices: readonly { id: string; options: readonly string[] }[]
  /** What readers come to do, and where they do it. */
  tasks: readonly { id: string; to: string }[]
}

/** A page's file as one language finds it: its own, or the source language's. */
export interface FoundFile {
  path: string
  absolute: string
  locale: string
  /** Whether it may be published. */
  isPublished: boolean
  /** It is one of `fallback` of the language's edition. */
  isFallback?: true
}

/**
 * Look-ups by path, computed once per docset. Letter case and the form of Unicode do not matter, but a
 * file that is named exactly so comes first.
 */
export interface DocsetIndex {
  docset: Docset
  /** The page of a path, whatever its language. */
  page: (path: string) => { path: string; slug: string } | undefined
  /** Whether a path is that of a draft, which is not among the pages. */
  isDraft: (path: string) => boolean
  /** A page's file in a language, without falling back. */
  pageIn: (locale: string, slug: string) => PageFile | undefined
  /** The file of a page among the fallbacks of a translation. */
  fallbackIn: (locale: string, slug: string) => PageFile | undefined
  /** A resource in a language, else its fallback, else in the source language. */
  resource: (locale: string, path: string) => FoundFile | undefined
  /** The same for a page that the language lacks: its own resources do not count. */
  fallbackResource: (locale: string, path: string) => FoundFile | undefined
  /** Every slug that some language has, in the order of the files, the source language's first. */
  slugs: readonly string[]
  hasSlug: (slug: string) => boolean
  /** Whether there are pages below an address. */
  hasPagesBelow: (slug: string) => boolean
  /** Paths as they are on disk, for a near miss. */
  paths: readonly string[]
}

export function indexDocset(docset: Docset): DocsetIndex {
  const { sourceLocale, editions } = docset
  const byPath = new Map<string, { path: string; slug: string }>()
  const byExactPath = new Map<string, { path: string; slug: string }>()
  // Pages that only a translation has as fallbacks come last.
  const fallbacks = editions.flatMap(({ fallback }) => fallback ?? [])
  const all = [...editions, ...fallbacks].flatMap(({ pages }) => pages)
  for (const { path, slug } of all) {
    const [exact, key] = [composed(path), pathKey(path)]
    if (!byPath.has(key)) byPath.set(key, { path, slug })
    if (!byExactPath.has(exact)) byExactPath.set(exact, { path, slug })
  }
  const own = new Map(editions.map((edition) => [edition.locale, indexFolder(edition, edition)]))
  const brought = new Map(
    editions.flatMap(({ locale, fallback }) =>
      fallback ? [[locale, indexFolder(fallback, { locale, isFallback: true })]] : [],
    ),
  )
  const slugs = new Set(all.map(({ slug }) => slug))
  const folders = foldersOf(slugs)
  const drafts = new Set(docset.drafts?.map(({ path }) => pathKey(path)))
  const fallbackResource = (locale: string, path: string) =>
    brought.get(locale)?.resource(path) ?? own.get(sourceLocale)?.resource(path)
  return {
    docset,
    page: (path) => byExactPath.get(composed(path)) ?? byPath.get(pathKey(path)),
    isDraft: (path) => drafts.has(pathKey(path)),
    pageIn: (locale, slug) => own.get(locale)?.page(slug),
    fallbackIn: (locale, slug) => brought.get(locale)?.page(slug),
    resource: (locale, path) => own.get(locale)?.resource(path) ?? fallbackResource(locale, path),
    fallbackResource,
    slugs: [...slugs],
    hasSlug: (slug) => slugs.has(slug),
    hasPagesBelow: (slug) => folders.has(slug),
    paths: [...byPath.values()].map(({ path }) => path),
  }
}

/** Look-ups in one folder; of two names that differ in letter case only, the first counts. */
function indexFolder(
  { root, pages, resources, published }: DocsetFolder,
  { locale, isFallback }: Pick<FoundFile, 'locale' | 'isFallback'>,
): {
  page: (slug: string) => PageFile | undefined
  resource: (path: string) => FoundFile | undefined
} {
  const bySlug = new Map<string, PageFile>()
  for (const page of pages) if (!bySlug.has(page.slug)) bySlug.set(page.slug, page)
  const byName = new Map<string, FoundFile>()
  for (const path of resources) {
    const isPublished = published.has(path)
    const file: FoundFile = {
      path,
      // Files of other repositories lie beside the folder.
      absolute: path.startsWith('../') ? posix.join(root, path) : `${root}/${path}`,
      locale,
      isPublished,
      ...(isFallback && { isFallback }),
    }
    for (const key of [`exact ${composed(path)}`, pathKey(path)]) {
      if (!byName.has(key)) byName.set(key, file)
    }
  }
  return {
    page: (slug) => bySlug.get(slug),
    resource: (path) => byName.get(`exact ${composed(path)}`) ?? byName.get(pathKey(path)),
  }
}

function foldersOf(slugs: Iterable<string>): Set<string> {
  const folders = new Set<string>()
  for (const slug of slugs) {
    for (let end = slug.indexOf('/'); end !== -1; end = slug.indexOf('/', end + 1)) {
      folders.add(slug.slice(0, end))
    }
  }
  return folders
}

/**
 * Make the page entry of a file.
 *
 * @param address - Its path on the site, with its extension, where that is not where the file is.
 */
export function pageFile(root: string, path: string, address = path): PageFile {
  return { path, absolute: `${root}/${path}`, slug: slugOf(address) }
}

/** The folders of all languages, with what translations bring along. */
export function foldersIn({ editions }: Pick<Docset, 'editions'>): DocsetFolder[] {
  return editions.flatMap((edition) => (edition.fallback ? [edition, edition.fallback] : [edition]))
}

/** Pairs of files of one language that would become one address. */
export function clashes(docset: Docset): { key: string; locale: string; files: PageFile[] }[] {
  return docset.editions.flatMap(({ locale, pages }) => {
    const groups = Map.groupBy(pages, ({ slug }) => slug)
    return [...groups]
      .filter(([, files]) => files.length > 1)
      .map(([slug, files]) => ({ key: pageKey(docset.id, slug), locale, files }))
  })
}
