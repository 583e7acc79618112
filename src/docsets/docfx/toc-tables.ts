/** The tables of contents of a docset as files: what their entries name, and the first page of a folder. */
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import type { PageLink } from '#plugins/links.ts'
import type { Problem } from '#plugins/problems.ts'
import { digestAll } from '../../facts/digest.ts'
import { recall } from '../../facts/store.ts'
import { type ReadContext, listContext } from '../context.ts'
import { decode } from '../decode.ts'
import type { DocsetIndex } from '../docset.ts'
import type { PageDocument } from '../document.ts'
import { foreignNames } from '../known-blocks.ts'
import { resolveLink } from '../resolve-link.ts'
import { nestedToc } from './nested-toc.ts'
import { tocProblem } from './toc-problems.ts'
import { type Toc, type TocAddress, type TocEntry, readToc } from './toc.ts'
import type { FindUid } from './xrefs.ts'

/** A table of contents that is being read. */
export interface TocSource {
  path: string
  /** Its name in messages. */
  name: string
  /** The tables that led here, itself included. */
  chain: readonly string[]
}

/** A table of contents as read, and its name in messages. */
interface Table {
  name: string
  /** The language of an entry’s title that is not translated. */
  langOf: ReturnType<typeof foreignNames>
  entries: readonly TocEntry[]
}

/** What reading one navigation has used and found so far. */
export interface TocReading {
  locale: string
  index: DocsetIndex
  context: ReadContext
  findUid: FindUid
  /** Paths of all tables of contents of the language and of the source language. */
  tocs: readonly string[]
  /** By path: a table that several entries name is read, and reported, once. */
  tables: Map<string, Table>
  /** Paths of those that others name. */
  included: Set<string>
  entryCount: number
  links: { name: string; link: PageLink }[]
  offers: PageDocument['offers'][number][]
  messages: VFileMessage[]
}

/** Undefined where there is no such file. */
export async function readTable(
  { locale, index, context, tables, messages }: TocReading,
  path: string,
): Promise<Table | undefined> {
  const known = tables.get(path)
  const file = index.resource(locale, path)
  const bytes = file && !known && (await context.files.read(file.absolute))
  if (!file || !bytes) return known
  const name = context.nameOf(file.absolute)
  const { text, message } = decode(bytes, name)
  const { entries, messages: problems } = await keptToc(text, name, context.facts)
  append(messages, [...(message ? [message] : []), ...problems])
  const table = { name, entries, langOf: foreignNames(index, file.absolute, context) }
  tables.set(path, table)
  return table
}

/** As it was parsed in an earlier build: a large table takes longer to parse than a hundred pages to recall. */
async function keptToc(text: string, name: string, facts: ReadContext['facts']): Promise<Toc> {
  if (!facts) return readToc(text, name)
  const { store, program, memory } = facts
  const options = { store, memory, name: `toc ${name}`, answerOf: () => undefined }
  const key = digestAll(['toc', program, name, text])
  const { facts: entries } = await recall<Toc['entries'] | null>(options, key, async () => {
    const toc = readToc(text, name)
    return { facts: toc.messages.length ? null : toc.entries }
  })
  return entries ? { entries, messages: [] } : readToc(text, name)
}

/** What the addresses of an entry name. */
interface SortedAddresses {
  page: string | undefined
  /** Tables that belong under it. */
  tocs: string[]
  /** The table of a folder, which stays a table of its own. */
  folder: string | undefined
  problems: Problem[]
}

export function sortAddresses(
  { locale, index, tocs }: TocReading,
  addresses: readonly TocAddress[],
  { path, chain }: TocSource,
): SortedAddresses {
  let page: string | undefined
  let folder: string | undefined
  const nested: string[] = []
  const problems: Problem[] = []
  for (const { key, url } of addresses) {
    const toc = nestedToc(url, path, tocs)
    const file = toc && index.resource(locale, toc)?.path
    const isAbove = file !== undefined && chain.includes(file)
    if (isAbove && !url.endsWith('/')) problems.push(tocProblem('toc-cycle', url))
    else if (file && !isAbove && url.endsWith('/')) folder ??= file
    else if (file && !isAbove) nested.push(file)
    else if (toc && !file) problems.push(tocProblem('toc-missing', url))
    // A folder whose table is this very one means its first page.
    else if (page === undefined) page = url
    else if (url.endsWith('/') && !url.startsWith('/'))
      problems.push(tocProblem('toc-missing', url))
    else if (url !== page) problems.push(tocProblem('toc-address', key ?? 'href', url, page))
  }
  return { page, tocs: [...new Set(nested)], folder, problems }
}

/** A folder stands for the first page of its table (docfx `TocLoader`). */
export async function firstOfFolder(
  reading: TocReading,
  folder: string | undefined,
  { chain }: TocSource,
): Promise<{ href?: string; hasTitle?: boolean }> {
  const href = folder === undefined ? undefined : await firstPageOf(reading, folder, chain)
  return href === undefined ? {} : { href, hasTitle: true }
}

async function firstPageOf(
  reading: TocReading,
  path: string,
  above: readonly string[],
): Promise<string | undefined> {
  const toc = above.includes(path) ? undefined : await readTable(reading, path)
  return toc && firstIn(reading, toc.entries, { path, name: toc.name, chain: [...above, path] })
}

async function firstIn(
  reading: TocReading,
  entries: readonly TocEntry[],
  source: TocSource,
): Promise<string | undefined> {
  const { locale, index, context } = reading
  for (const entry of entries) {
    const { page, tocs, folder } = sortAddresses(reading, entry.addresses, source)
    const location = { index, locale, path: source.path }
    const target = page && resolveLink(page, location, listContext(context)).target
    if (target && target.page !== undefined) return target.href
    const below = await firstIn(reading, entry.items, source)
    if (below !== undefined) return below
    for (const toc of [...tocs, ...(folder === undefined ? [] : [folder])]) {
      const first = await firstPageOf(reading, toc, source.chain)
      if (first !== undefined) return first
    }
  }
  return undefined
}
