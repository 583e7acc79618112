/** Read the recent changes of guides from the Git history of their files. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type DocsetChanges, type PageChange, maxChanges } from '../changes/changes.ts'
import { type ChangedSection, changedSections, titleOf } from '../changes/compare-pages.ts'
import { type DatedChange, historyArguments, readHistory } from '../changes/history.ts'
import { localePath, slugOf } from '../docsets/address.ts'
import type { BuildContext } from '../docsets/build-context.ts'
import type { PageDocument } from '../docsets/document.ts'
import type { GuideDocset } from '../docsets/guides/find-docsets.ts'
import { digestAll } from '../facts/digest.ts'
import { packRecord, unpackRecord } from '../facts/record-file.ts'
import { docsetPath } from '../i18n/paths.ts'
import type { BlockPage } from '../translation/blocks/block.ts'
import { readBlocks } from '../translation/blocks/read-blocks.ts'
import { type BuildPlaces, diskStore } from './cache.ts'
import { readObjects } from './review/commit-files.ts'
import { askGit, historyState, repositoryFault } from './review/git.ts'

/** The changes of all docsets with the option `changes`. */
export interface RecentChanges {
  changes: readonly DocsetChanges[]
  /** State of the history: equal states give equal changes. */
  history: string
  /** Warnings for the author. */
  warned: readonly string[]
}

/** How many commits are read per docset and language: older ones are no news. */
const mostCommits = 500

/**
 * The changes of the guides, compared with the help of the cache. Without a Git history there are none, and a warning.
 *
 * @returns Undefined if no docset has the option `changes`.
 */
export async function readChanges(
  { sources, read }: BuildContext,
  { root, cache, program }: Pick<BuildPlaces, 'root' | 'cache' | 'program'>,
): Promise<RecentChanges | undefined> {
  const docsets = sources.docsets.flatMap((item) =>
    item.kind === 'guide' && item.docset.changes ? [item.docset] : [],
  )
  if (docsets.length === 0) return undefined
  const history = await historyState(root)
  const folder = join(root, 'content/docs')
  const fault = existsSync(folder) ? await gitFault(folder) : 'There is no `content/docs`.'
  if (fault !== undefined) {
    const text = `The pages of changes (\`docsets.changes\`) are left out, because they need the Git history: ${fault}`
    return { changes: [], history, warned: [text] }
  }
  const isShallow = history.startsWith('true')
  const store = diskStore(join(cache, 'changes'))
  const documents = documentsByPage(read.documents)
  const reader: ChangesReader = { folder, isShallow, documents, sources, store, program }
  const editions = docsets.flatMap((docset) =>
    docset.editions.map(({ locale }): Edition => ({ docset, locale })),
  )
  const changes = await Promise.all(editions.map((edition) => editionChanges(edition, reader)))
  const shallow =
    'This clone has only a part of the history, so older changes are left out. Run `git fetch --unshallow`, or let CI check out all of it (`fetch-depth: 0`).'
  return { changes, history, warned: isShallow ? [shallow] : [] }
}

/** The site with its changes, as templates draw it. */
export function withChanges<Site extends BuildContext>(
  site: Site,
  recent: RecentChanges | undefined,
): Site & { changes?: readonly DocsetChanges[] } {
  if (!recent?.changes.length) return site
  const ids = new Set(recent.changes.map(({ docset }) => docset))
  const docsets = site.read.site.docsets.map((docset) =>
    ids.has(docset.id) ? { ...docset, changes: true as const } : docset,
  )
  const read = { ...site.read, site: { ...site.read.site, docsets } }
  return { ...site, read, changes: recent.changes }
}

async function gitFault(folder: string): Promise<string | undefined> {
  try {
    return await repositoryFault(folder)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

interface ChangesReader extends Pick<BuildContext, 'sources'> {
  /** Absolute path of `content/docs`. */
  folder: string
  isShallow: boolean
  /** By `pageKey`. */
  documents: ReadonlyMap<string, PageDocument>
  store: ReturnType<typeof diskStore>
  program: string
}

interface Edition {
  docset: GuideDocset
  locale: string
}

interface EditionPage extends Edition {
  slug: string
}

function documentsByPage(documents: readonly PageDocument[]): Map<string, PageDocument> {
  return new Map(
    documents
      .filter(({ page }) => page.kind !== 'missing')
      .map((document) => {
        const { docset, locale, slug } = document.page
        return [pageKey(docset, locale, slug), document]
      }),
  )
}

function pageKey(docset: string, locale: string, slug: string): string {
  return JSON.stringify([docset, locale, slug])
}

async function editionChanges(edition: Edition, reader: ChangesReader): Promise<DocsetChanges> {
  const { docset, locale } = edition
  const { folder, isShallow } = reader
  const inside = `${locale}/${docset.id}/`
  const args = [...historyArguments, '-n', String(mostCommits), '--', inside]
  const { output } = await askGit(folder, args)
  const files = readHistory(output.toString(), isShallow)
    .filter(({ path }) => path.startsWith(inside) && path.endsWith('.mdx'))
    // More than are shown, because some change no word.
    .slice(0, maxChanges * 2)
  const textOf = await readTexts(files, folder)
  const changes: PageChange[] = []
  for (const file of files) {
    const page = { ...edition, slug: slugOf(file.path.slice(inside.length)) }
    const change = await pageChange(file, page, textOf, reader)
    if (change) changes.push(change)
    if (changes.length === maxChanges) break
  }
  return { docset: docset.id, locale, changes }
}

/** The text of a version of a file, by Git’s name of the object; undefined if there is none. */
type TextOf = (object: string | undefined) => string | undefined

async function readTexts(files: readonly DatedChange[], folder: string): Promise<TextOf> {
  const names = new Set(files.flatMap(({ before, after }) => [before ?? [], after ?? []].flat()))
  const objects = await readObjects(folder, [...names])
  return (object) => {
    const bytes = object === undefined ? undefined : objects.get(object)
    return bytes && new TextDecoder().decode(bytes)
  }
}

/** Undefined if readers see nothing of the change: no word differs, or the page is not published. */
async function pageChange(
  file: DatedChange,
  page: EditionPage,
  textOf: TextOf,
  reader: ChangesReader,
): Promise<PageChange | undefined> {
  const { docset, locale, slug } = page
  const { day, time, before, after } = file
  const document = reader.documents.get(pageKey(docset.id, locale, slug))
  // Where a translation is missing, the page shows its source.
  const own = document?.page.contentLocale === locale ? document : undefined
  const when = { day, time, slug, sections: [] }
  if (after === undefined) {
    if (own || before === undefined) return undefined
    const title = titleOf(blocksOf(textOf(before), page)?.blocks ?? []) || slug
    const path = docsetPath({ path: localePath(locale) }, docset.id)
    return { ...when, kind: 'removed', title, path }
  }
  if (!own) return undefined
  const { title, path } = own.page
  if (before === undefined) return { ...when, kind: 'added', title, path }
  const sections = await readSections({ before, after }, page, textOf, reader)
  if (!sections?.length) return undefined
  // A later change may have removed a section.
  const ids = new Set(own.ids)
  const linked = sections.filter(({ id }) => id === undefined || ids.has(id))
  return { ...when, kind: 'changed', title, path, sections: linked }
}

/**
 * The sections that differ between two versions, from the cache if they were compared before; null if one cannot be
 * read.
 */
async function readSections(
  { before, after }: { before: string; after: string },
  page: EditionPage,
  textOf: TextOf,
  reader: ChangesReader,
): Promise<readonly ChangedSection[] | null> {
  const { store, program } = reader
  const { slug, locale } = page
  const sourceText = await readSource(page, reader)
  const key = digestAll(['changes', program, slug, locale, before, after, sourceText ?? ''])
  const known = unpackRecord<readonly ChangedSection[] | null>(key, await store.read(key))
  if (known) return known.head
  const source = blocksOf(sourceText, page)
  const [old, current] = [before, after].map((object) => blocksOf(textOf(object), page, source))
  const sections = old && current ? changedSections(old.blocks, current.blocks) : null
  await store.write(key, packRecord(key, sections))
  return sections
}

/** The text of the source page, from which a translation has its ids; undefined for a source page itself. */
async function readSource(
  { docset, locale, slug }: EditionPage,
  { documents, sources }: ChangesReader,
): Promise<string | undefined> {
  if (locale === docset.sourceLocale) return undefined
  const source = documents.get(pageKey(docset.id, docset.sourceLocale, slug))
  const bytes = source?.absolute ? await sources.context.files.read(source.absolute) : undefined
  return bytes && new TextDecoder().decode(bytes)
}

/** Undefined for a version that is no sound page, which an old commit may hold; `check` reports today’s. */
function blocksOf(
  text: string | undefined,
  { slug, locale }: EditionPage,
  source?: BlockPage,
): BlockPage | undefined {
  if (text === undefined) return undefined
  const withoutMark = text.replace(/^\uFEFF/, '')
  try {
    return readBlocks({ name: slug, slug, locale, text: withoutMark, dialect: 'guide' }, source)
  } catch {
    return undefined
  }
}
