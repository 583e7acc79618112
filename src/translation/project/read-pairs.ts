/** All pages of a docset in its source language and one translation, page by page. */
import { posix } from 'node:path'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { directiveNames } from '#plugins/guide/index.ts'
import { reportSyntax } from '#plugins/guide/syntax.ts'
import { decode } from '../../docsets/decode.ts'
import { keptBy } from '../../docsets/file-system.ts'
import { isBreadcrumb } from '../../docsets/docfx/nested-toc.ts'
import { readToc } from '../../docsets/docfx/toc.ts'
import { translatedYaml } from '../../docsets/docfx/yaml-pages/translated-yaml.ts'
import { readFrontMatter, readYaml } from '../../docsets/front-matter.ts'
import type { PageFile } from '../../docsets/docset.ts'
import type { SiteSources } from '../../docsets/find-site.ts'
import type { TranslatedDocset } from '../../docsets/translated-docset.ts'
import type { BlockPage } from '../blocks/block.ts'
import { decodeFile } from '../formats/decode-file.ts'
import { definitionsOf } from '../glossary/definitions.ts'
import { type Lock, emptyLock } from '../lock/lock.ts'
import { matchPages } from '../align/match-pages.ts'
import { type Dialect, isForeignDialect } from '../blocks/dialect.ts'
import { interfaceTextsOf } from './interface-texts.ts'
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
  /** Why it is not YAML. */
  problems?: readonly VFileMessage[]
}

/**
 * Read the pages of a docset in its source language and in `locale`, in the order of the files.
 *
 * Pages of the translation whose path no source page has are matched by the pairs of the lock, so that
 * a page that was renamed in one language keeps its translation. A page that cannot be read in one
 * language is left out in both: there is no telling what it lacks.
 *
 * @param onUnreadable - Gets the reason why a page cannot be read.
 */
export async function readPairs(
  sources: TranslatedDocset,
  locale: string,
  context: Pick<SiteSources['context'], 'files' | 'nameOf'>,
  lock: Lock = emptyLock,
  onUnreadable: (message: VFileMessage) => void = () => undefined,
): Promise<PagePair[]> {
  const pairs = await pairFiles(sources, locale, context, lock)
  return pairs.flatMap((pair) => readPair(pair, onUnreadable) ?? [])
}

/** A page’s files in both languages, whose blocks are not read yet. */
export interface FilePair extends Pick<PagePair, 'slug' | 'file' | 'sourceFile'> {
  source?: ReadSource
  target?: ReadSource
}

/** The files of `readPairs`, matched. Only pages without one of the same path in the other language are parsed. */
export async function pairFiles(
  sources: TranslatedDocset,
  locale: string,
  context: Pick<SiteSources['context'], 'files' | 'nameOf'>,
  lock: Lock = emptyLock,
): Promise<FilePair[]> {
  const { docset } = sources
  const sourcePages = await readSources(sources, docset.sourceLocale, context)
  const targetPages = await readSources(sources, locale, context)
  const renamed = renamedPages(sourcePages, targetPages, lock)
  const bySlug = new Map(targetPages.toReversed().map((page) => [page.slug, page]))
  const placeOf = pagePlaces(docset, locale)
  const pairs = sourcePages.map((source): FilePair => {
    const { slug, absolute: sourceFile } = source
    const target = bySlug.get(renamed.get(slug) ?? slug)
    const file = target?.absolute ?? placeOf(source.path)
    return { slug, file, sourceFile, source, ...(target && { target }) }
  })
  const taken = new Set([...sourcePages.map(({ slug }) => slug), ...renamed.values()])
  const extra = targetPages.filter(({ slug }) => !taken.has(slug))
  return [
    ...pairs,
    ...extra.map((target) => ({ slug: target.slug, file: target.absolute, target })),
  ]
}

/** Where the translation of a source page is to be, by its path. */
function pagePlaces(docset: TranslatedDocset['docset'], locale: string): (path: string) => string {
  if (docset.dialect === 'tree') {
    const edition = docset.editions.find((item) => item.locale === locale)
    return (path) => posix.join(edition?.root ?? '', edition?.pathOf(path) ?? path)
  }
  const root = docset.editions.find((item) => item.locale === locale)?.root ?? ''
  return (path) => posix.join(root, path)
}

/** Undefined for a page that cannot be read in one of the languages: there is no telling what it lacks. */
export function readPair(
  { slug, file, sourceFile, source: sourcePage, target: targetPage }: FilePair,
  onUnreadable: (message: VFileMessage) => void = () => undefined,
): PagePair | undefined {
  const read = (page: ReadSource, original?: BlockPage): BlockPage | undefined => {
    const { blocks, messages } = readPage(page, original)
    for (const message of messages) onUnreadable(message)
    return blocks
  }
  const source = sourcePage && read(sourcePage)
  const target = targetPage && read(targetPage, source)
  if ((sourcePage && !source) || (targetPage && !target)) return undefined
  return {
    slug,
    file,
    ...(sourceFile !== undefined && { sourceFile }),
    ...(source && { source }),
    ...(target && { target }),
  }
}

/** Slugs of source pages that have another one in the translation. */
function renamedPages(
  sources: readonly ReadSource[],
  targets: readonly ReadSource[],
  lock: Lock,
): Map<string, string> {
  const blocksIn = (pages: readonly ReadSource[], others: readonly ReadSource[]) => {
    const slugs = new Set(others.map(({ slug }) => slug))
    return pages
      .filter(({ slug }) => !slugs.has(slug))
      .flatMap((page) => readPage(page).blocks ?? [])
  }
  const unmatched = blocksIn(sources, targets)
  if (unmatched.length === 0) return new Map<string, string>()
  return matchPages(unmatched, blocksIn(targets, sources), lock)
}

/** The files of a docset in one language that have blocks. */
async function readSources(
  { docset, kind }: TranslatedDocset,
  locale: string,
  { files, nameOf }: Pick<SiteSources['context'], 'files' | 'nameOf'>,
): Promise<ReadSource[]> {
  const edition = docset.editions.find((item) => item.locale === locale)
  if (!edition) return []
  const isDocfx = kind === 'docfx'
  const beside = isDocfx
    ? edition.resources.filter((path) => hasWords.test(path) && !isBreadcrumb(path))
    : []
  const own = isDocfx ? /\.(?:mdx?|ya?ml)$/i : kind === 'texts' ? /\.(?:csv|json)$/ : /\.mdx?$/i
  const pages = [
    ...edition.pages.filter(({ path }) => own.test(path)),
    ...beside.map((path) => fragment(edition.root, path)),
  ]
  const isSource = locale === docset.sourceLocale
  const reading = pages.map((page) =>
    keptBy(files, `text ${locale} ${page.absolute}`, [], (kept) =>
      readSource(page, { locale, dialect: dialectOf(docset, page), isSource }, kept, nameOf),
    ),
  )
  return (await Promise.all(reading)).flat()
}

function dialectOf(docset: TranslatedDocset['docset'], { path }: PageFile): Dialect {
  return docset.dialect === 'tree' ? docset.generator.dialectOf(path) : docset.dialect
}

async function readSource(
  { absolute, path, slug }: PageFile,
  { locale, dialect, isSource }: Pick<ReadSource, 'locale' | 'dialect'> & { isSource: boolean },
  files: SiteSources['context']['files'],
  nameOf: SiteSources['context']['nameOf'],
): Promise<ReadSource[]> {
  const bytes = await files.read(absolute)
  if (!bytes) return []
  const name = nameOf(absolute)
  if (/\.(?:csv|json)$/.test(path)) {
    // As spreadsheets save it, too; damage is reported where the terms or the strings are read.
    const { text } = decodeFile(bytes, name)
    const yaml = path.endsWith('.csv') ? definitionsOf(text, locale) : interfaceTextsOf(text)
    const own = { name, slug, locale, dialect, path, absolute, problems: [] }
    return yaml ? [{ ...own, text: yaml.markdown, yaml }] : []
  }
  const { text, message } = decode(bytes, name)
  const page = { name, slug, locale, text, dialect, path, absolute, ...(message && { message }) }
  if (!/\.ya?ml$/i.test(path)) return [page]
  const yaml = translatedYaml(text, path, isSource)
  const isToc = /(?:^|\/)toc\.ya?ml$/i.test(path)
  const { messages } = isToc ? readToc(text, name) : readYaml(text, name)
  const problems = messages.filter(({ fatal }) => fatal)
  return yaml ? [{ ...page, text: yaml.markdown, yaml, problems }] : []
}

/** Included texts and tables of contents, which are no pages. */
const hasWords = /(?:^|\/)(?:_?includes?\/.*\.md|toc\.(?:md|ya?ml))$/i

/** A text that several pages include is translated once, in its own file. */
function fragment(root: string, path: string): PageFile {
  return {
    path,
    absolute: posix.join(root, path),
    slug: path.replace(/\.(?:md|ya?ml)$/i, '').toLowerCase(),
  }
}

/** The blocks of a page, or why it cannot be read, as `check` reports it. */
function readPage(
  page: ReadSource,
  source?: BlockPage,
): { blocks?: BlockPage; messages: readonly VFileMessage[] } {
  // Hugo has TOML there, which is nobody’s mistake.
  const isToml = isForeignDialect(page.dialect) && page.text.startsWith('+++')
  const { messages } = isToml ? { messages: [] } : readFrontMatter(page.text, page.name)
  const problems = page.problems ?? messages
  // Where some bytes are not text the rest can be read, though nothing is ever written there.
  const told = [...(page.message ? [page.message] : []), ...problems]
  if (problems.length > 0) return { messages: told }
  try {
    return { blocks: readBlocks(page, source), messages: told }
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error
    return { messages: [...told, ...syntaxMessages(page, error)] }
  }
}

/** Every place that is not MDX, as `check` reports it, or the one error that is something else. */
function syntaxMessages({ name, text, dialect }: PageSource, error: VFileMessage): VFileMessage[] {
  const file = new VFile({ path: name, value: text })
  const parse = (value: string) => parsePage(value, dialect)
  const isSyntax = error.source !== 'passerelle' && reportSyntax(file, parse, directiveNames)
  return isSyntax ? file.messages : [error]
}
