/** Read every page of a site, and run the checks that need all of them. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { Site } from '../site.ts'
import { hasLongName, pagePath } from './address.ts'
import type { ReadContext } from './context.ts'
import { clashes } from './docset.ts'
import type { DocsetDocuments, PageDocument } from './document.ts'
import { readDocfxDocset } from './docfx/read-docset.ts'
import { readGuideDocset } from './guides/read-docset.ts'
import { keptBy } from './file-system.ts'
import type { DocsetSources, SiteSources } from './find-site.ts'

/** A site that was read: its pages, and all problems except those of links between pages. */
export interface ReadSite extends DocsetDocuments {
  site: Site
  /** Whether its docsets are docfx docsets, not guides. */
  isDocfx: boolean
  /** See `OpenedSite`. */
  ledger?: SiteSources['ledger']
}

const problem = defineProblems('configuration', {
  'page-long': () => ({
    severity: 'error',
    reason:
      'Address of this page would have a name of more than 255 bytes, which no disk can hold. Rename the file',
  }),
  'page-twice': (address: string, other: string) => ({
    severity: 'error',
    reason: `\`${other}\` has the address \`${address}\` already. Rename this file.`,
  }),
})

export async function readSite(opened: SiteSources): Promise<ReadSite> {
  const parts: DocsetDocuments[] = []
  for (const docset of opened.docsets) parts.push(await readDocset(docset, opened.context))
  const [first, ...others] = parts
  // A list of one part is the same list as before.
  const documents =
    first && !others.length ? first.documents : parts.flatMap((part) => part.documents)
  const addresses = await Promise.all(
    opened.docsets.map((docset) =>
      keptBy(opened.context.files, `addresses ${docset.docset.id}`, [docset], async () => [
        ...twice(docset, opened),
        ...tooLong(docset, opened),
      ]),
    ),
  )
  return {
    site: withTitles(opened.site, documents),
    isDocfx: opened.docsets.some(({ kind }) => kind === 'docfx'),
    documents,
    contents: first && !others.length ? first.contents : parts.flatMap(({ contents }) => contents),
    links: parts.flatMap(({ links }) => links ?? []),
    offers: parts.flatMap(({ offers }) => offers ?? []),
    ...(opened.ledger && { ledger: opened.ledger }),
    messages: [
      ...opened.messages,
      ...addresses.flat(),
      ...parts.flatMap(({ messages }) => messages),
    ],
  }
}

function readDocset(opened: DocsetSources, context: ReadContext): Promise<DocsetDocuments> {
  return opened.kind === 'docfx'
    ? readDocfxDocset(opened.docset, opened.index, context)
    : readGuideDocset(opened.docset, opened.index, context)
}

/** Problems for pages whose address would have too long a name for a file system. */
function* tooLong({ docset }: DocsetSources, { context }: SiteSources): Generator<VFileMessage> {
  for (const { absolute, path } of docset.editions.flatMap(({ pages }) => pages)) {
    if (!hasLongName(path)) continue
    yield problemAt(context.nameOf(absolute), problem('page-long'), { line: 1, column: 1 })
  }
}

function* twice({ docset }: DocsetSources, { context }: SiteSources): Generator<VFileMessage> {
  for (const { locale, files } of clashes(docset)) {
    const [first, ...others] = files
    for (const file of others) {
      const address = pagePath(locale, docset.id, file.slug)
      const clash = problem('page-twice', address, first ? context.nameOf(first.absolute) : '')
      yield problemAt(context.nameOf(file.absolute), clash, { line: 1, column: 1 })
    }
  }
}

/** The title of a site of docfx folders in each language: that of the first docset’s first page. */
function withTitles(site: Site, documents: readonly PageDocument[]): Site {
  const firsts = new Map<string, string>()
  // Nothing is called for each page.
  for (const { page } of documents) {
    if (page.slug === '' && !firsts.has(page.locale)) firsts.set(page.locale, page.title)
  }
  const titles = site.locales.map(
    ({ tag, title }) => title || (firsts.get(tag) ?? site.docsets[0]?.id ?? ''),
  )
  const before = titled.get(site)
  if (before?.locales.every(({ title }, index) => title === titles[index])) return before
  const locales = site.locales.map((locale, index) => ({ ...locale, title: titles[index] ?? '' }))
  const result = { ...site, locales }
  titled.set(site, result)
  return result
}

/** Sites with the titles that they were given last: the same object while they are the same. */
const titled = new WeakMap<Site, Site>()
