/** A docset as found on disk, before any page of it is read. */
import { composed, pageKey, pathKey, slugOf } from './address.ts'

/** A file that becomes a page. */
export interface PageFile {
  /** Relative to the edition's folder, with `/`. */
  path: string
  /** Where to read it. */
  absolute: string
  slug: string
}

/** One language of a docset. */
export interface Edition {
  locale: string
  /** The folder that page paths start from. */
  root: string
  pages: readonly PageFile[]
  /** Files beside the pages: images, downloads, includes, tables of contents. */
  resources: readonly string[]
  /** Those of them that may be published, where a page shows or offers them. */
  published: ReadonlySet<string>
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
  /** A resource in a language, else in the source language. */
  resource: (locale: string, path: string) => FoundFile | undefined
  /** Every slug that some language has, in the order of the files, the source language's first. */
  slugs: readonly string[]
  hasSlug: (slug: string) => boolean
  /** Whether there are pages below an address. */
  hasPagesBelow: (slug: string) => boolean
  /** Paths as they are on disk, for a near miss. */
  paths: readonly string[]
}

export function indexDocset(docset: Docset): DocsetIndex {
  const byPath = new Map<string, { path: string; slug: string }>()
  const byExactPath = new Map<string, { path: string; slug: string }>()
  const bySlug = new Map<string, Map<string, PageFile>>()
  const resources = new Map<string, FoundFile>()
  for (const { locale, root, pages, resources: files, published } of docset.editions) {
    const slugs = new Map<string, PageFile>()
    bySlug.set(locale, slugs)
    for (const page of pages) {
      const { path, slug } = page
      const [exact, key] = [composed(path), pathKey(path)]
      if (!byPath.has(key)) byPath.set(key, { path, slug })
      if (!byExactPath.has(exact)) byExactPath.set(exact, { path, slug })
      if (!slugs.has(page.slug)) slugs.set(page.slug, page)
    }
    for (const path of files) {
      const isPublished = published.has(path)
      const file = { path, absolute: `${root}/${path}`, locale, isPublished }
      for (const key of [`exact ${locale} ${composed(path)}`, `${locale} ${pathKey(path)}`]) {
        if (!resources.has(key)) resources.set(key, file)
      }
    }
  }
  const slugs = new Set(docset.editions.flatMap(({ pages }) => pages.map(({ slug }) => slug)))
  const folders = foldersOf(slugs)
  const drafts = new Set(docset.drafts?.map(({ path }) => pathKey(path)))
  return {
    docset,
    page: (path) => byExactPath.get(composed(path)) ?? byPath.get(pathKey(path)),
    isDraft: (path) => drafts.has(pathKey(path)),
    pageIn: (locale, slug) => bySlug.get(locale)?.get(slug),
    resource: (locale, path) => resourceIn(locale, path) ?? resourceIn(docset.sourceLocale, path),
    slugs: [...slugs],
    hasSlug: (slug) => slugs.has(slug),
    hasPagesBelow: (slug) => folders.has(slug),
    paths: [...byPath.values()].map(({ path }) => path),
  }

  function resourceIn(locale: string, path: string): FoundFile | undefined {
    return (
      resources.get(`exact ${locale} ${composed(path)}`) ??
      resources.get(`${locale} ${pathKey(path)}`)
    )
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

/** Pairs of files of one language that would become one address. */
export function clashes(docset: Docset): { key: string; locale: string; files: PageFile[] }[] {
  return docset.editions.flatMap(({ locale, pages }) => {
    const groups = Map.groupBy(pages, ({ slug }) => slug)
    return [...groups]
      .filter(([, files]) => files.length > 1)
      .map(([slug, files]) => ({ key: pageKey(docset.id, slug), locale, files }))
  })
}
