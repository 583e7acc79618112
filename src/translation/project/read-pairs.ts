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
  /** Why its bytes are no text. */
  message?: VFileMessage
}

/**
 * Read the pages of a docset in its source language and in `locale`, in the order of the files.
 *
 * Pages of the translation that no source page has the path of are matched by what the lock knows of
 * them, so that a page that was renamed in one language is still itself. A page that cannot be read in
 * one language is left out in both: nobody knows what of it is missing. Tables of contents and `.yml`
 * pages have no blocks.
 *
 * @param onUnreadable - Told why, for each of them.
 */
export async function readPairs(
  { docset, kind }: DocsetSources,
  locale: string,
  context: Pick<SiteSources['context'], 'files' | 'nameOf'>,
  lock: Lock = emptyLock,
  onUnreadable: (message: VFileMessage) => void = () => undefined,
): Promise<PagePair[]> {
  const sources = await readAll(docset.sourceLocale)
  const targets = await readAll(locale)
  const parsed = new Map<ReadSource, BlockPage | undefined>()
  for (const page of sources) parsed.set(page, parse(page))
  const renamed = matchPages(
    sources.flatMap((page) => (has(targets, page.slug) ? [] : (parsed.get(page) ?? []))),
    targets.flatMap((page) => (has(sources, page.slug) ? [] : (quietly(page) ?? []))),
    lock,
  )
  const pairs = sources.flatMap((page): PagePair[] => {
    const source = parsed.get(page)
    const twin = renamed.get(page.slug) ?? page.slug
    const other = targets.find(({ slug }) => slug === twin)
    const target = other && parse(other, source)
    if (!source || (other && !target)) return []
    const file = other?.absolute ?? posix.join(rootOf(locale), page.path)
    const { slug, absolute: sourceFile } = page
    return [{ slug, file, sourceFile, source, ...(target && { target }) }]
  })
  const taken = new Set([...sources.map(({ slug }) => slug), ...renamed.values()])
  const extra = targets.filter(({ slug }) => !taken.has(slug))
  return [
    ...pairs,
    ...extra.flatMap((page): PagePair[] => {
      const target = parse(page)
      return target ? [{ slug: target.slug, file: page.absolute, target }] : []
    }),
  ]

  /** Undefined for a page that cannot be read, which is told. */
  function parse(page: ReadSource, source?: BlockPage): BlockPage | undefined {
    const { blocks, messages } = readPage(page, source)
    for (const message of messages) onUnreadable(message)
    return blocks
  }

  function quietly(page: ReadSource): BlockPage | undefined {
    return readPage(page).blocks
  }

  function rootOf(wanted: string): string {
    return docset.editions.find((item) => item.locale === wanted)?.root ?? ''
  }

  async function readAll(wanted: string): Promise<ReadSource[]> {
    const edition = docset.editions.find((item) => item.locale === wanted)
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
      const { text, message } = decode(bytes, name)
      const page = { name, slug, locale: wanted, text, dialect: kind, path, absolute }
      return [{ ...page, ...(message && { message }) }]
    })
    return (await Promise.all(read)).flat()
  }
}

/** Words that several pages show are translated once, in their own file. */
function fragment(root: string, path: string): PageFile {
  return { path, absolute: posix.join(root, path), slug: path.replace(/\.md$/i, '').toLowerCase() }
}

/** The blocks of a page, or why it cannot be read: what is told is what `check` tells of it. */
function readPage(
  page: ReadSource,
  source?: BlockPage,
): { blocks?: BlockPage; messages: readonly VFileMessage[] } {
  const { messages: wrong } = readFrontMatter(page.text, page.name)
  // Of bytes that are no text the rest can be read, though nothing is ever written there.
  const messages = [...(page.message ? [page.message] : []), ...wrong]
  if (wrong.length > 0) return { messages }
  try {
    return { blocks: readBlocks(page, source), messages }
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error
    return { messages: [...messages, ...syntaxMessages(page, error)] }
  }
}

/** Every place that is no MDX, as `check` tells it, or the one error that is something else. */
function syntaxMessages({ name, text, dialect }: PageSource, error: VFileMessage): VFileMessage[] {
  const file = new VFile({ path: name, value: text })
  const parse = (value: string) => parsePage(value, dialect)
  const isSyntax = error.source !== 'passerelle' && reportSyntax(file, parse, directiveNames)
  return isSyntax ? file.messages : [error]
}

function has(pages: readonly PageSource[], wanted: string): boolean {
  return pages.some(({ slug }) => slug === wanted)
}
