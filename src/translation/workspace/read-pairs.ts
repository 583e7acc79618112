/** All pages of a docset in its source language and one translation, page by page. */
import { posix } from 'node:path'
import { VFileMessage } from 'vfile-message'
import { decode } from '../../docsets/decode.ts'
import type { PageFile } from '../../docsets/docset.ts'
import type { OpenedDocset, OpenedSite } from '../../docsets/open-site.ts'
import type { BlockPage } from '../blocks/block.ts'
import { type Lock, emptyLock } from '../lock/lock.ts'
import { matchPages } from '../align/match-pages.ts'
import { type PageSource, readBlocks } from '../blocks/read-blocks.ts'

/** A page in both languages; one may be absent. */
export interface PagePair {
  slug: string
  source?: BlockPage
  target?: BlockPage
  /** Whole path of the translation’s file, there or not. */
  file: string
  /** Whole path of the source’s file. */
  sourceFile?: string
}

/** A page’s file, read. */
type ReadSource = PageSource & Pick<PageFile, 'path' | 'absolute'>

/**
 * Read the pages of a docset in its source language and in `locale`, in the order of the files.
 *
 * Pages of the translation that no source page has the path of are matched by what the lock knows of
 * them, so that a page that was renamed in one language is still itself. A page that cannot be read is
 * left out here; the readers of docsets report it. Tables of contents and `.yml` pages have no blocks.
 */
export async function readPairs(
  { docset, kind }: OpenedDocset,
  locale: string,
  context: Pick<OpenedSite['context'], 'files' | 'nameOf'>,
  lock: Lock = emptyLock,
): Promise<PagePair[]> {
  const sources = await readAll(docset.sourceLocale)
  const targets = await readAll(locale)
  const renamed = matchPages(
    parse(sources.filter(({ slug }) => !has(targets, slug))),
    parse(targets.filter(({ slug }) => !has(sources, slug))),
    lock,
  )
  const pairs = sources.flatMap((page): PagePair[] => {
    const source = parse([page])[0]
    const twin = renamed.get(page.slug) ?? page.slug
    const other = targets.find(({ slug }) => slug === twin)
    const target = other && parse([other], source)[0]
    if (!source && !target) return []
    const file = other?.absolute ?? posix.join(rootOf(locale), page.path)
    const { slug, absolute: sourceFile } = page
    return [{ slug, file, sourceFile, ...(source && { source }), ...(target && { target }) }]
  })
  const taken = new Set([...sources.map(({ slug }) => slug), ...renamed.values()])
  const extra = targets.filter(({ slug }) => !taken.has(slug))
  return [
    ...pairs,
    ...extra.flatMap((page) =>
      parse([page]).map((target) => ({ slug: target.slug, file: page.absolute, target })),
    ),
  ]

  function rootOf(wanted: string): string {
    return docset.editions.find((one) => one.locale === wanted)?.root ?? ''
  }

  async function readAll(wanted: string): Promise<ReadSource[]> {
    const edition = docset.editions.find((one) => one.locale === wanted)
    if (!edition) return []
    const included = edition.resources.filter((path) => /(^|\/)_?includes?\/.*\.md$/i.test(path))
    const files = [
      ...edition.pages.filter(({ path }) => /\.mdx?$/i.test(path)),
      ...(kind === 'docfx' ? included.map((path) => fragment(edition.root, path)) : []),
    ]
    const read = files.map(async ({ absolute, path, slug }): Promise<ReadSource[]> => {
      const bytes = await context.files.read(absolute)
      if (!bytes) return []
      const name = context.nameOf(absolute)
      const { text } = decode(bytes, name)
      return [{ name, slug, locale: wanted, text, dialect: kind, path, absolute }]
    })
    return (await Promise.all(read)).flat()
  }
}

/** Words that several pages show are translated once, in their own file. */
function fragment(root: string, path: string): PageFile {
  return { path, absolute: posix.join(root, path), slug: path.replace(/\.md$/i, '').toLowerCase() }
}

function parse(pages: readonly PageSource[], source?: BlockPage): BlockPage[] {
  return pages.flatMap((page) => {
    try {
      return [readBlocks(page, source)]
    } catch (error) {
      if (error instanceof VFileMessage) return []
      throw error
    }
  })
}

function has(pages: readonly PageSource[], wanted: string): boolean {
  return pages.some(({ slug }) => slug === wanted)
}
