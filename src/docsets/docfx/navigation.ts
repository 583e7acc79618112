/** From a docset's tables of contents to one navigation, every address resolved. */
import type { Point } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/append.ts'
import { limits } from '#plugins/limits/problems.ts'
import type { PageLink } from '#plugins/links.ts'
import { type Problem, problemAt } from '#plugins/problems.ts'
import { type ReadContext, listContext } from '../context.ts'
import { decode } from '../decode.ts'
import type { DocsetIndex } from '../docset.ts'
import type { FileLinks, PageDocument } from '../document.ts'
import type { NavigationItem } from '../page.ts'
import { resolveLink } from '../resolve.ts'
import type { DocfxEdition } from './find-docsets.ts'
import { mainToc, nestedToc, tocsOf } from './nested-toc.ts'
import { tocProblem } from './toc-problems.ts'
import { type TocAddress, type TocEntry, readToc } from './toc.ts'

export interface Navigation {
  /** An entry whose title is empty wants the one of its page: see `withTitles`. */
  items: NavigationItem[]
  links: FileLinks[]
  offers: PageDocument['offers'][number][]
  messages: VFileMessage[]
}

/** A table of contents that is being read. */
interface Source {
  path: string
  /** Its name in messages. */
  name: string
  /** The tables that led here, itself included. */
  chain: readonly string[]
}

/** A table of contents as read, and its name in messages. */
interface Table {
  name: string
  entries: readonly TocEntry[]
}

/**
 * The navigation of a docset in one language: the table of contents nearest to its folder, with those
 * that it names nested where it names them.
 */
export async function readNavigation(
  edition: DocfxEdition,
  index: DocsetIndex,
  context: ReadContext,
): Promise<Navigation> {
  const { locale } = edition
  const messages: VFileMessage[] = []
  const results: { name: string; link: PageLink }[] = []
  const offers: Navigation['offers'] = []
  const sourceTocs = tocsOf(index)
  const tocs = [...edition.tocs, ...sourceTocs]
  const main = mainToc(edition.tocs) ?? mainToc(sourceTocs)
  let count = 0
  let isFull = false
  const tables = new Map<string, Table>()
  const items = main ? await tocItems(main, [], 0) : []
  const byName = Map.groupBy(results, ({ name }) => name)
  const links = [...byName].map(([name, of]) => ({
    name,
    locale,
    links: of.map((item) => item.link),
  }))
  return { items, links, offers, messages }

  async function tocItems(
    path: string,
    above: readonly string[],
    depth: number,
  ): Promise<NavigationItem[]> {
    const toc = isFull ? undefined : await readTable(path)
    if (!toc) return []
    return itemsOf(toc.entries, { path, name: toc.name, chain: [...above, path] }, depth)
  }

  /** A table that several entries name is read, and told about, once. */
  async function readTable(path: string): Promise<Table | undefined> {
    const known = tables.get(path)
    const file = index.resource(locale, path)
    const bytes = file && !known && (await context.files.read(file.absolute))
    if (!file || !bytes) return known
    const name = context.nameOf(file.absolute)
    const { text, message } = decode(bytes, name)
    const { entries, messages: wrong } = readToc(text, name)
    append(messages, [...(message ? [message] : []), ...wrong])
    tables.set(path, { name, entries })
    return { name, entries }
  }

  /** @param depth - How many entries are above these. */
  async function itemsOf(
    entries: readonly TocEntry[],
    from: Source,
    depth: number,
  ): Promise<NavigationItem[]> {
    const [first] = entries
    if (!first || isFull) return []
    count += entries.length
    isFull = count > limits.entries
    if (isFull || depth > limits.depth) {
      messages.push(
        problemAt(from.name, tocProblem(isFull ? 'toc-size' : 'toc-depth'), first.place),
      )
      return []
    }
    // One after the other: tables that name tables may be many.
    const items: NavigationItem[] = []
    for (const entry of entries) append(items, await itemOf(entry, from, depth))
    return items
  }

  /** The entry, or what stands under it where it has neither a title nor a page. */
  async function itemOf(entry: TocEntry, from: Source, depth: number): Promise<NavigationItem[]> {
    const tell = (problem: Problem) => messages.push(problemAt(from.name, problem, entry.place))
    const { page, tocs: nested } = sort(entry.addresses, from, tell)
    const items = await itemsOf(entry.items, from, depth + 1)
    for (const toc of nested) append(items, await tocItems(toc, from.chain, depth + 1))

    const { href, ownTitle } = page === undefined ? {} : linkOf(page, from, entry.place, tell)
    const title = entry.title ?? (ownTitle ? '' : page)
    if (title !== undefined) return [{ title, ...(href !== undefined && { href }), items }]
    // What was wrong with its address has been told; an entry that never had one has not.
    if (entry.addresses.length === 0 || nested.length > 0) {
      tell(tocProblem('toc-entry', items.length > 0))
    }
    return items
  }

  /** Which address is the entry's page, and which are tables that stand under it. */
  function sort(addresses: readonly TocAddress[], { path, chain }: Source, tell: Tell) {
    let page: string | undefined
    const nested: string[] = []
    for (const { key, url } of addresses) {
      const toc = nestedToc(url, path, tocs)
      const real = toc && index.resource(locale, toc)?.path
      const above = real !== undefined && chain.includes(real)
      if (above && !url.endsWith('/')) tell(tocProblem('toc-cycle', url))
      else if (real && !above) nested.push(real)
      else if (toc && !real) tell(tocProblem('toc-missing', url))
      // A folder whose table is this very one stands for its first page.
      else if (page === undefined) page = url
      else if (url.endsWith('/') && !url.startsWith('/')) tell(tocProblem('toc-missing', url))
      else if (url !== page) tell(tocProblem('toc-address', key ?? 'href', url, page))
    }
    return { page, tocs: [...new Set(nested)] }
  }

  function linkOf(url: string, { path, name }: Source, place: Point, tell: Tell) {
    const { target, problem, file } = resolveLink(
      url,
      { index, locale, path },
      listContext(context),
    )
    if (problem) tell(problem)
    if (file) offers.push(file)
    if (!target) return {}
    const position = { start: place, end: place }
    results.push({ name, link: { ...target, url, text: '', position } })
    return { href: target.href, ownTitle: target.page !== undefined }
  }
}

type Tell = (problem: Problem) => void

/** Give entries without a title the one of the page that they lead to; `titleOf` takes its path. */
export function withTitles(
  items: readonly NavigationItem[],
  titleOf: (path: string) => Pick<NavigationItem, 'title' | 'lang'> | undefined,
): NavigationItem[] {
  return items.map((item) => {
    const { href = '' } = item
    const named = item.title ? {} : (titleOf(href.replace(/[?#].*$/s, '')) ?? { title: href })
    return { ...item, ...named, items: withTitles(item.items, titleOf) }
  })
}
