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

/** A page in both languages; one side may be absent. */
export interface PagePair {
  slug: string
  source?: BlockPage
  target?: BlockPage
  /** Absolute path of the translation’s file, which may not exist. */
  file: string
  /** Absolute path of the source’s file. */
  sourceFile?: string
}

/** A page’s file, read. */
interface ReadSource extends PageSource, Pick<PageFile, 'path' | 'absolute'> {
  /** Set if its bytes are not UTF-8. */
  message?: VFileMessage
  /** Errors of its YAML. */
  problems?: readonly VFileMessage[]
}

/**
 * Read the pages of a docset in its source language and in `locale`, in the order of the files.
 *
 * Pages of the translation whose path no source page has are matched by the pairs of the lock, so that a page that was
 * renamed in one language keeps its translation. A page that cannot be read in one language is left out in both,
 * because its blocks cannot be compared.
 *
 * @param onUnreadable - Called with each problem of a page that cannot be read.
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

/** A page’s files in both languages, not parsed yet. */
export interface FilePair extends Pick<PagePair, 'slug' | 'file' | 'sourceFile'> {
  source?: ReadSource
  target?: ReadSource
}

/** Match the files of two languages. Only pages without a counterpart of the same path are parsed. */
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
  const targetPath = targetPaths(docset, locale)
  const pairs = sourcePages.map((source): FilePair => {
    const { slug, absolute: sourceFile } = source
    const target = bySlug.get(renamed.get(slug) ?? slug)
    const file = target?.absolute ?? targetPath(source.path)
    return { slug, file, sourceFile, source, ...(target && { target }) }
  })
  const taken = new Set([...sourcePages.map(({ slug }) => slug), ...renamed.values()])
  const extra = targetPages.filter(({ slug }) => !taken.has(slug))
  return [
    ...pairs,
    ...extra.map((target) => ({ slug: target.slug, file: target.absolute, target })),
  ]
}

/** The absolute path of a translation’s file, by the path of its source. */
function targetPaths(docset: TranslatedDocset['docset'], locale: string): (path: string) => string {
  if (docset.dialect === 'tree') {
    const edition = docset.editions.find((item) => item.locale === locale)
    return (path) => posix.join(edition?.root ?? '', edition?.pathOf(path) ?? path)
  }
  const root = docset.editions.find((item) => item.locale === locale)?.root ?? ''
  return (path) => posix.join(root, path)
}

/** Parse a page in both languages; undefined if one cannot be read. */
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

/** Slugs in the translation, by those of the source, where they differ. */
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

/** The files of a docset in one language that have text to translate. */
async function readSources(
  { docset, kind }: TranslatedDocset,
  locale: string,
  { files, nameOf }: Pick<SiteSources['context'], 'files' | 'nameOf'>,
): Promise<ReadSource[]> {
  const edition = docset.editions.find((item) => item.locale === locale)
  if (!edition) return []
  const isDocfx = kind === 'docfx'
  const resources = isDocfx
    ? edition.resources.filter((path) => translatedResource.test(path) && !isBreadcrumb(path))
    : []
  const translatedFile = isDocfx
    ? /\.(?:mdx?|ya?ml)$/i
    : kind === 'texts'
      ? /\.(?:csv|json)$/
      : /\.mdx?$/i
  const pages = [
    ...edition.pages.filter(({ path }) => translatedFile.test(path)),
    ...resources.map((path) => resourcePage(edition.root, path)),
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
    // Spreadsheets save other encodings, too. Other readers of these files report errors.
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

/** Include files and tables of contents, which are translated but are not pages. */
const translatedResource = /(?:^|\/)(?:_?includes?\/.*\.md|toc\.(?:md|ya?ml))$/i

/** A resource as a page: an include file is translated once, wherever it is included. */
function resourcePage(root: string, path: string): PageFile {
  return {
    path,
    absolute: posix.join(root, path),
    slug: path.replace(/\.(?:md|ya?ml)$/i, '').toLowerCase(),
  }
}

/** The blocks of a page, or none; the messages are those of `check`. */
function readPage(
  page: ReadSource,
  source?: BlockPage,
): { blocks?: BlockPage; messages: readonly VFileMessage[] } {
  // Hugo allows TOML front matter.
  const isToml = isForeignDialect(page.dialect) && page.text.startsWith('+++')
  const { messages } = isToml ? { messages: [] } : readFrontMatter(page.text, page.name)
  const problems = page.problems ?? messages
  // Letters that are unknown would make wrong hashes, and wrong texts for translators.
  const reported = [...(page.message ? [page.message] : []), ...problems]
  if (reported.length > 0) return { messages: reported }
  try {
    return { blocks: readBlocks(page, source), messages: [] }
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error
    return { messages: syntaxMessages(page, error) }
  }
}

/** All MDX syntax errors of a page, as `check` reports them; else the error itself. */
function syntaxMessages({ name, text, dialect }: PageSource, error: VFileMessage): VFileMessage[] {
  const file = new VFile({ path: name, value: text })
  const parse = (value: string) => parsePage(value, dialect)
  const isSyntax = error.source !== 'passerelle' && reportSyntax(file, parse, directiveNames)
  return isSyntax ? file.messages : [error]
}
