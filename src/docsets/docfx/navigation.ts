/** A docset's tables of contents, every address resolved. */
import { posix } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { XrefTarget } from '#plugins/docfx/xref/remark-xref.ts'
import { append } from '#plugins/large-arrays.ts'
import { limits } from '#plugins/limits/problems.ts'
import { type Problem, problemAt } from '#plugins/problems.ts'
import { note } from '../../facts/trace.ts'
import { pagePath, pathKey } from '../address.ts'
import { type ReadContext, listContext } from '../context.ts'
import type { DocsetIndex } from '../docset.ts'
import type { FileLinks, PageDocument } from '../document.ts'
import type { NavigationItem } from '../page.ts'
import { resolveLink } from '../resolve-link.ts'
import type { DocfxEdition } from './find-editions.ts'
import { navigationTocs, tocsOf } from './nested-toc.ts'
import { tocProblem } from './toc-problems.ts'
import type { FindUid } from './xrefs.ts'
import {
  type TocReading,
  type TocSource,
  firstOfFolder,
  readTable,
  sortAddresses,
} from './toc-tables.ts'
import type { TocEntry } from './toc.ts'

export interface Navigation {
  /** Those that no other names, the one nearest to the docset’s folder first. */
  tocs: NavigationToc[]
  links: FileLinks[]
  offers: PageDocument['offers'][number][]
  messages: VFileMessage[]
}

/** A table of contents with those that it names nested where it names them. */
export interface NavigationToc {
  path: string
  /** An entry whose title is empty wants the one of its page: see `withTitles`. */
  items: NavigationItem[]
  /** What may stand over its entries: the first page of its folder, else the folder’s name. */
  folder: Pick<NavigationItem, 'title' | 'href'>
}

/** The tables of contents of a docset in one language. */
export async function readNavigation(
  edition: DocfxEdition,
  index: DocsetIndex,
  context: ReadContext,
  findUid: FindUid,
): Promise<Navigation> {
  const { locale } = edition
  const sourceTocs = tocsOf(index)
  const tocs = [...edition.tocs, ...sourceTocs]
  const collected = {
    included: new Set<string>(),
    entryCount: 0,
    links: [],
    offers: [],
    messages: [],
  }
  const reading: TocReading = {
    locale,
    index,
    context,
    findUid,
    tocs,
    tables: new Map(),
    ...collected,
  }
  const all = await readTocs(reading, rootTocs(edition, sourceTocs))
  const byName = Map.groupBy(reading.links, ({ name }) => name)
  const links = [...byName].map(([name, group]) => ({
    name,
    locale,
    links: group.map(({ link }) => link),
  }))
  return { tocs: all, links, offers: reading.offers, messages: reading.messages }
}

/** The language’s own tables, and those of the source language in folders where it has none. */
function rootTocs({ tocs, build }: DocfxEdition, sourceTocs: readonly string[]): string[] {
  const values = [
    build.globalMetadata['breadcrumb_path'],
    ...Object.values(build.fileMetadata['breadcrumb_path'] ?? {}),
  ]
  const breadcrumbs = values.filter((value) => typeof value === 'string')
  const folders = new Set(tocs.map((path) => pathKey(posix.dirname(path))))
  const others = sourceTocs.filter((path) => !folders.has(pathKey(posix.dirname(path))))
  return navigationTocs([...tocs, ...others], breadcrumbs)
}

/** One that a later one names belongs to that one, as docfx has it. */
async function readTocs(reading: TocReading, paths: readonly string[]): Promise<NavigationToc[]> {
  const tocs: NavigationToc[] = []
  for (const path of paths) {
    if (reading.included.has(path) || isFull(reading)) continue
    const items = await tocItems(reading, path, [], tocs.length === 0 ? 0 : 1)
    tocs.push({ path, items, folder: folderEntry(reading, path) })
  }
  return tocs.filter(({ path }) => !reading.included.has(path))
}

/** An entry over those of a table: the first page of its folder, else the folder’s name. */
function folderEntry(
  { locale, index }: TocReading,
  toc: string,
): Pick<NavigationItem, 'title' | 'href'> {
  const folder = posix.dirname(toc)
  const page = ['index.md', 'index.yml']
    .map((name) => index.page(`${folder}/${name}`))
    .find(Boolean)
  if (page) return { title: '', href: pagePath(locale, index.docset.id, page.slug) }
  const name = posix.basename(folder).replaceAll(/[-_]+/g, ' ')
  return { title: name.charAt(0).toUpperCase() + name.slice(1) }
}

async function tocItems(
  reading: TocReading,
  path: string,
  above: readonly string[],
  depth: number,
): Promise<NavigationItem[]> {
  const toc = isFull(reading) ? undefined : await readTable(reading, path)
  if (!toc) return []
  return itemsOf(reading, toc.entries, { path, name: toc.name, chain: [...above, path] }, depth)
}

function isFull({ entryCount }: TocReading): boolean {
  return entryCount > limits.entries
}

/** @param depth - How many entries are above these. */
async function itemsOf(
  reading: TocReading,
  entries: readonly TocEntry[],
  source: TocSource,
  depth: number,
): Promise<NavigationItem[]> {
  const [first] = entries
  if (!first || isFull(reading)) return []
  reading.entryCount += entries.length
  if (isFull(reading) || depth > limits.depth) {
    const problem = tocProblem(isFull(reading) ? 'toc-size' : 'toc-depth')
    reading.messages.push(problemAt(source.name, problem, first.place))
    return []
  }
  // One after the other: tables that name tables may be many.
  const items: NavigationItem[] = []
  for (const entry of entries) append(items, await itemOf(reading, entry, source, depth))
  return items
}

/** The entry, or what is under it where it has neither a title nor a page. */
async function itemOf(
  reading: TocReading,
  entry: TocEntry,
  source: TocSource,
  depth: number,
): Promise<NavigationItem[]> {
  const sorted = sortAddresses(reading, entry.addresses, source)
  const { page, tocs: nested, folder, problems } = sorted
  report(reading, source, entry, problems)
  const items = await itemsOf(reading, entry.items, source, depth + 1)
  for (const toc of nested) reading.included.add(toc)
  for (const toc of nested) append(items, await tocItems(reading, toc, source.chain, depth + 1))

  const xref = page === undefined ? await xrefOf(reading, entry) : undefined
  const url = page ?? xref?.href
  const { href, hasTitle } =
    url === undefined
      ? await firstOfFolder(reading, folder, source)
      : linkTo(reading, url, source, entry)
  const title = entry.title ?? (hasTitle && !xref?.isOfProgram ? '' : (xref?.name ?? page))
  const { keywords, isExpanded } = entry
  const more = {
    ...reading.tables.get(source.path)?.langOf(entry.title),
    ...(keywords && { keywords }),
    ...(isExpanded && { isExpanded }),
  }
  if (title !== undefined) return [{ title, ...(href !== undefined && { href }), ...more, items }]
  // An address that is wrong has been reported; an entry without any address has not.
  if (entry.addresses.length === 0 || nested.length > 0) {
    report(reading, source, entry, [tocProblem('toc-entry', items.length > 0)])
  }
  return items
}

/** What has the entry’s uid. */
async function xrefOf(
  { locale, findUid }: TocReading,
  { uid }: TocEntry,
): Promise<XrefTarget | undefined> {
  if (uid === undefined) return undefined
  const target = await findUid(locale, uid)
  note(['uid', locale, uid], target)
  return target
}

function report(
  { messages }: TocReading,
  { name }: TocSource,
  { place }: TocEntry,
  problems: readonly Problem[],
): void {
  append(
    messages,
    problems.map((problem) => problemAt(name, problem, place)),
  )
}

/** The address of an entry's page, and whether that page has a title to take. */
function linkTo(
  reading: TocReading,
  url: string,
  source: TocSource,
  entry: TocEntry,
): { href?: string; hasTitle?: boolean } {
  const { locale, index, context, links, offers } = reading
  const location = { index, locale, path: source.path }
  const { target, problem, file } = resolveLink(url, location, listContext(context))
  if (problem) report(reading, source, entry, [problem])
  if (file) offers.push(file)
  if (!target) return {}
  const position = { start: entry.place, end: entry.place }
  links.push({ name: source.name, link: { ...target, url, text: '', position } })
  return { href: target.href, hasTitle: target.page !== undefined }
}

/**
 * Give entries without a title the one of the page that they lead to, and all entries the versions that their page is for.
 *
 * @param titleOf - Takes the path of the page.
 */
export function withTitles(
  items: readonly NavigationItem[],
  titleOf: (path: string) => Pick<NavigationItem, 'title' | 'lang' | 'appliesTo'> | undefined,
): NavigationItem[] {
  return items.map((item) => {
    const { href = '' } = item
    const page = titleOf(href.replace(/[?#].*$/s, ''))
    const { appliesTo } = page ?? {}
    const named = item.title ? (appliesTo ? { appliesTo } : {}) : (page ?? { title: href })
    return { ...item, ...named, items: withTitles(item.items, titleOf) }
  })
}
