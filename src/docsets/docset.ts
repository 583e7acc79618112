/** A docset as listed from disk, before its pages are read. */
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
  /** The resources that may be published if a page shows or offers them. */
  published: ReadonlySet<string>
}

/** One language of a docset. */
export interface Edition extends DocsetFolder {
  locale: string
  /** Fallbacks of a translation in the source language; they take precedence over the source’s own files. */
  fallback?: DocsetFolder
  /** docfx only: repositories that pages take files from and that are missing. */
  missing?: readonly { path: string; folder: string; url: string }[]
}

export interface Docset {
  id: string
  dialect: 'guide' | 'docfx'
  /** docfx only: its path on the site that it was written for, such as `product/guide`, which links use. */
  basePath?: string
  sourceLocale: string
  /** The source language first. */
  editions: readonly Edition[]
  /** What steps of a guide may belong to. */
  names?: DocsetNames
  /** Drafts, which are not published; absent if there are none. */
  drafts?: readonly { path: string; slug: string }[]
}

/** The ids of phases, parties and services, as the site's configuration names them, in its order. */
export interface DocsetNames {
  phases: readonly { id: string; optional: boolean }[]
  /** Phases that run in parallel to all others. */
  alongside: readonly string[]
  parties: readonly string[]
  services: readonly string[]
  /** Services that every reader has, and services that are no longer offered. */
  required: readonly string[]
  retired: readonly string[]
  /** Ways of doing something that exclude each other. */
  choices: readonly { id: string; options: readonly string[] }[]
  /** Tasks of readers, and the pages for them. */
  tasks: readonly { id: string; to: string }[]
}

/** The file that a language uses for a page: its own, or that of the source language. */
export interface FoundFile {
  path: string
  absolute: string
  locale: string
  /** Whether it may be published. */
  isPublished: boolean
  /** Whether it is from `fallback` of the language’s edition. */
  isFallback?: true
}

/**
 * Look-ups by path, computed once per docset. They ignore case and the normalization form of Unicode, but prefer an
 * exact match.
 */
export interface DocsetIndex {
  docset: Docset
  /** The page at a path, in any language. */
  page: (path: string) => { path: string; slug: string } | undefined
  /** Whether a path is that of a draft, which is not in the pages. */
  isDraft: (path: string) => boolean
  /** The file of a page in a language, without fallback. */
  pageIn: (locale: string, slug: string) => PageFile | undefined
  /** The file of a page among the fallbacks of a translation. */
  fallbackIn: (locale: string, slug: string) => PageFile | undefined
  /** A resource in a language, else its fallback, else in the source language. */
  resource: (locale: string, path: string) => FoundFile | undefined
  /** The same for a page that the language lacks, without the language’s own resources. */
  fallbackResource: (locale: string, path: string) => FoundFile | undefined
  /** The slugs of all languages, in the order of the files, those of the source language first. */
  slugs: readonly string[]
  hasSlug: (slug: string) => boolean
  /** Whether there are pages below an address. */
  hasPagesBelow: (slug: string) => boolean
  /** Paths as they are on disk, for “did you mean”. */
  paths: readonly string[]
}

export function indexDocset(docset: Docset): DocsetIndex {
  const { sourceLocale, editions } = docset
  const byPath = new Map<string, { path: string; slug: string }>()
  const byExactPath = new Map<string, { path: string; slug: string }>()
  // Pages that exist only as fallbacks of a translation come last.
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

/** Look-ups in one folder; of two names that differ only in case, the first counts. */
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
 * @param address - Its path on the site, with extension, if that differs from the path of the file.
 */
export function pageFile(root: string, path: string, address = path): PageFile {
  return { path, absolute: `${root}/${path}`, slug: slugOf(address) }
}

/** The folders of all languages, fallbacks of translations included. */
export function foldersIn({ editions }: Pick<Docset, 'editions'>): DocsetFolder[] {
  return editions.flatMap((edition) => (edition.fallback ? [edition, edition.fallback] : [edition]))
}

/** Pairs of files of one language that would have the same address. */
export function clashes(docset: Docset): { key: string; locale: string; files: PageFile[] }[] {
  return docset.editions.flatMap(({ locale, pages }) => {
    const groups = Map.groupBy(pages, ({ slug }) => slug)
    return [...groups]
      .filter(([, files]) => files.length > 1)
      .map(([slug, files]) => ({ key: pageKey(docset.id, slug), locale, files }))
  })
}
