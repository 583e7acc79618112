/** All pages of a docset in its source language and one translation, page by page. */
import { posix } from 'node:path'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { directiveNames } from '#plugins/guide/index.ts'
import { reportSyntax } from '#plugins/guide/syntax.ts'
import { decode } from '../../docsets/decode.ts'
import { readFrontMatter } from '../../docsets/front-matter.ts'
import type { PageFile } from '../../docsets/docset.ts'
import type { DocsetSources, SiteSources } from '../../docsets/find-site.ts'
import type { BlockPage } from '../blocks/block.ts'
import { type Lock, emptyLock } from '../lock/lock.ts'
import { matchPages } from '../align/match-pages.ts'
import { parsePage } from '../blocks/parse.ts'
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
interface ReadSource extends PageSource, Pick<PageFile, 'path' | 'absolute'> {
  /** Why its bytes are not text. */
  message?: VFileMessage
}

/**
 * Read the pages of a docset in its source language and in `locale`, in the order of the files.
 *
 * Pages of the translation whose path no source page has are matched by the pairs of the lock, so that
 * a page that was renamed in one language keeps its translation. A page that cannot be read in one
 * language is left out in both: there is no telling what it lacks. Tables of contents and `.yml` pages
 * have no blocks.
 *
 * @param onUnreadable - Gets the reason why a page cannot be read.
 */
export async function readPairs(
  sources: DocsetSources,
  locale: string,
  context: Pick<SiteSources['context'], 'files' | 'nameOf'>,
  lock: Lock = emptyLock,
  onUnreadable: (message: VFileMessage) => void = () => undefined,
): Promise<PagePair[]> {
  const { docset } = sources
  const sourcePages = await readSources(sources, docset.sourceLocale, context)
  const targetPages = await readSources(sources, locale, context)
  const read = (page: ReadSource, source?: BlockPage): BlockPage | undefined => {
    const { blocks, messages } = readPage(page, source)
    for (const message of messages) onUnreadable(message)
    return blocks
  }
  const parsed = new Map(sourcePages.map((page) => [page, read(page)]))
  const renamed = renamedPages(parsed, targetPages, lock)
  const root = docset.editions.find((edition) => edition.locale === locale)?.root ?? ''
  const pairs = sourcePages.flatMap((page): PagePair[] => {
    const source = parsed.get(page)
    const targetSlug = renamed.get(page.slug) ?? page.slug
    const other = targetPages.find(({ slug }) => slug === targetSlug)
    const target = other && read(other, source)
    if (!source || (other && !target)) return []
    const file = other?.absolute ?? posix.join(root, page.path)
    const { slug, absolute: sourceFile } = page
    return [{ slug, file, sourceFile, source, ...(target && { target }) }]
  })
  const taken = new Set([...sourcePages.map(({ slug }) => slug), ...renamed.values()])
  const extra = targetPages.filter(({ slug }) => !taken.has(slug))
  return [
    ...pairs,
    ...extra.flatMap((page): PagePair[] => {
      const target = read(page)
      return target ? [{ slug: target.slug, file: page.absolute, target }] : []
    }),
  ]
}

/** Slugs of source pages that have another one in the translation. */
function renamedPages(
  sources: ReadonlyMap<ReadSource, BlockPage | undefined>,
  targets: readonly ReadSource[],
  lock: Lock,
): Map<string, string> {
  const sourcePages = [...sources.keys()]
  return matchPages(
    sourcePages.flatMap((page) => (has(targets, page.slug) ? [] : (sources.get(page) ?? []))),
    targets.flatMap((page) => (has(sourcePages, page.slug) ? [] : (readPage(page).blocks ?? []))),
    lock,
  )
}

/** The files of a docset in one language that have blocks. */
async function readSources(
  { docset, kind }: DocsetSources,
  locale: string,
  { files, nameOf }: Pick<SiteSources['context'], 'files' | 'nameOf'>,
): Promise<ReadSource[]> {
  const edition = docset.editions.find((item) => item.locale === locale)
  if (!edition) return []
  const included = edition.resources.filter((path) => /(^|\/)_?includes?\/.*\.md$/i.test(path))
  const pages = [
    ...edition.pages.filter(({ path }) => /\.mdx?$/i.test(path)),
    ...(kind === 'docfx' ? included.map((path) => fragment(edition.root, path)) : []),
  ]
  const reading = pages.map(async ({ absolute, path, slug }): Promise<ReadSource[]> => {
    const bytes = await files.read(absolute)
    if (!bytes) return []
    const name = nameOf(absolute)
    const { text, message } = decode(bytes, name)
    const page = { name, slug, locale, text, dialect: kind, path, absolute }
    return [{ ...page, ...(message && { message }) }]
  })
  return (await Promise.all(reading)).flat()
}

/** A text that several pages include is translated once, in its own file. */
function fragment(root: string, path: string): PageFile {
  return { path, absolute: posix.join(root, path), slug: path.replace(/\.md$/i, '').toLowerCase() }
}

/** The blocks of a page, or why it cannot be read, as `check` reports it. */
function readPage(
  page: ReadSource,
  source?: BlockPage,
): { blocks?: BlockPage; messages: readonly VFileMessage[] } {
  const { messages: problems } = readFrontMatter(page.text, page.name)
  // Where some bytes are not text the rest can be read, though nothing is ever written there.
  const messages = [...(page.message ? [page.message] : []), ...problems]
  if (problems.length > 0) return { messages }
  try {
    return { blocks: readBlocks(page, source), messages }
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error
    return { messages: [...messages, ...syntaxMessages(page, error)] }
  }
}

/** Every place that is not MDX, as `check` reports it, or the one error that is something else. */
function syntaxMessages({ name, text, dialect }: PageSource, error: VFileMessage): VFileMessage[] {
  const file = new VFile({ path: name, value: text })
  const parse = (value: string) => parsePage(value, dialect)
  const isSyntax = error.source !== 'passerelle' && reportSyntax(file, parse, directiveNames)
  return isSyntax ? file.messages : [error]
}

function has(pages: readonly PageSource[], wanted: string): boolean {
  return pages.some(({ slug }) => slug === wanted)
}
