/** What changed in docsets of guides, from the history that Git keeps of their files. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type DocsetChanges, type PageChange, mostChanges } from '../changes/changes.ts'
import { changedPlaces, titleOf } from '../changes/compare-pages.ts'
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
import { askGit, repositoryFault } from './review/git.ts'

/** What was read of the history. */
export interface FoundChanges {
  changes: readonly DocsetChanges[]
  /** Equal for the same history. */
  history: string
  /** What to say of it. */
  warned: readonly string[]
}

/** As many commits are looked through: older ones are no news. */
const mostCommits = 500

/** Undefined where no docset asks for it. */
export async function readChanges(
  { sources, read }: BuildContext,
  { root, cache, program }: Pick<BuildPlaces, 'root' | 'cache' | 'program'>,
): Promise<FoundChanges | undefined> {
  const wanted = sources.docsets.flatMap((item) =>
    item.kind === 'guide' && item.docset.changes ? [item.docset] : [],
  )
  if (wanted.length === 0) return undefined
  const history = await historyState(root)
  const folder = join(root, 'content/docs')
  const fault = existsSync(folder) ? await faultOf(folder) : 'There is no `content/docs`.'
  if (fault !== undefined) {
    const text = `Nothing is said of what has changed (\`docsets.changes\`), for that is in Git’s history: ${fault}`
    return { changes: [], history, warned: [text] }
  }
  const isCut = history.startsWith('true')
  const store = diskStore(join(cache, 'changes'))
  const reader: ChangesReader = {
    folder,
    isCut,
    documents: read.documents,
    sources,
    store,
    program,
  }
  const changes = await Promise.all(wanted.map((docset) => changesOf(docset, reader)))
  const cut =
    'This clone has a part of the history only, so older changes are left out. Run `git fetch --unshallow`, or let CI check out all of it (`fetch-depth: 0`).'
  return { changes: changes.flat(), history, warned: isCut ? [cut] : [] }
}

/** The site with what has changed in it, for its pages. */
export function withChanges<Site extends BuildContext>(
  site: Site,
  found: FoundChanges | undefined,
): Site & { changes?: readonly DocsetChanges[] } {
  if (!found?.changes.length) return site
  const told = new Set(found.changes.map(({ docset }) => docset))
  const docsets = site.read.site.docsets.map((docset) =>
    told.has(docset.id) ? { ...docset, changes: true as const } : docset,
  )
  const read = { ...site.read, site: { ...site.read.site, docsets } }
  return { ...site, read, changes: found.changes }
}

/** Where the history stands, and before it whether a part of it is missing; empty without one. */
export async function historyState(root: string): Promise<string> {
  try {
    const args = ['rev-parse', '--is-shallow-repository', 'HEAD']
    return (await askGit(root, args)).output.toString()
  } catch {
    // No Git.
    return ''
  }
}

async function faultOf(folder: string): Promise<string | undefined> {
  try {
    return await repositoryFault(folder)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

interface ChangesReader extends Pick<BuildContext, 'sources'> {
  folder: string
  isCut: boolean
  documents: readonly PageDocument[]
  store: ReturnType<typeof diskStore>
  program: string
}

async function changesOf(docset: GuideDocset, reader: ChangesReader): Promise<DocsetChanges[]> {
  const { folder, isCut } = reader
  return Promise.all(
    docset.editions.map(async ({ locale }) => {
      const inside = `${locale}/${docset.id}/`
      const args = [...historyArguments, '-n', String(mostCommits), '--', inside]
      const { output } = await askGit(folder, args)
      const files = readHistory(output.toString(), isCut).filter(
        ({ path }) => path.startsWith(inside) && path.endsWith('.mdx'),
      )
      const changes: PageChange[] = []
      const textOf = await textsOf(files.slice(0, mostChanges * 2), folder)
      for (const file of files.slice(0, mostChanges * 2)) {
        const slug = slugOf(file.path.slice(inside.length))
        const change = await changeOf(file, { slug, locale, docset }, textOf, reader)
        if (change && changes.length < mostChanges) changes.push(change)
      }
      return { docset: docset.id, locale, changes }
    }),
  )
}

type TextOf = (object: string | undefined) => string | undefined

async function textsOf(files: readonly DatedChange[], folder: string): Promise<TextOf> {
  const names = new Set(files.flatMap(({ before, after }) => [before ?? [], after ?? []].flat()))
  const objects = await readObjects(folder, [...names])
  return (object) => {
    const bytes = object === undefined ? undefined : objects.get(object)
    return bytes && new TextDecoder().decode(bytes)
  }
}

interface ChangedPage {
  slug: string
  locale: string
  docset: GuideDocset
}

/** Undefined for what readers do not see: a page whose words are the same, or that is not published. */
async function changeOf(
  { day, time, before, after }: DatedChange,
  { slug, locale, docset }: ChangedPage,
  textOf: TextOf,
  { documents, sources, store, program }: ChangesReader,
): Promise<PageChange | undefined> {
  const document = documents.find(
    ({ page }) =>
      page.docset === docset.id &&
      page.locale === locale &&
      page.slug === slug &&
      page.kind !== 'missing',
  )
  const own = document?.page.contentLocale === locale ? document : undefined
  const known = { day, time, slug }
  if (after === undefined) {
    if (own || before === undefined) return undefined
    const blocks = blocksOf(textOf(before), { slug, locale })
    const path = docsetPath({ path: localePath(locale) }, docset.id)
    return {
      ...known,
      kind: 'removed',
      title: titleOf(blocks?.blocks ?? []) || slug,
      path,
      places: [],
    }
  }
  if (!own) return undefined
  const { title, path } = own.page
  if (before === undefined) return { ...known, kind: 'added', title, path, places: [] }
  const source = documents.find(
    ({ page }) =>
      page.docset === docset.id && page.slug === slug && page.locale === docset.sourceLocale,
  )
  const sourceBytes =
    source?.absolute && locale !== docset.sourceLocale
      ? await sources.context.files.read(source.absolute)
      : undefined
  const sourceText = sourceBytes && new TextDecoder().decode(sourceBytes)
  const key = digestAll(['changes', program, slug, locale, before, after, sourceText ?? ''])
  const kept = unpackRecord<PageChange['places'] | null>(key, await store.read(key))
  const places = kept ? kept.head : comparedPlaces(textOf(before), textOf(after), sourceText)
  if (!kept) await store.write(key, packRecord(key, places))
  if (!places?.length) return undefined
  const ids = new Set(own.ids)
  return {
    ...known,
    kind: 'changed',
    title,
    path,
    // A place may have gone since.
    places: places.filter(({ id }) => id === undefined || ids.has(id)),
  }

  function comparedPlaces(old?: string, now?: string, sourceOf?: string) {
    const from = sourceOf === undefined ? undefined : blocksOf(sourceOf, { slug, locale })
    const [a, b] = [old, now].map((text) => blocksOf(text, { slug, locale }, from)?.blocks)
    return a && b ? changedPlaces(a, b) : null
  }
}

/** Undefined for a text that cannot be read, as one of long ago may be. */
function blocksOf(
  text: string | undefined,
  { slug, locale }: Pick<ChangedPage, 'slug' | 'locale'>,
  source?: BlockPage,
): BlockPage | undefined {
  if (text === undefined) return undefined
  try {
    const page = {
      name: slug,
      slug,
      locale,
      text: text.replace(/^\uFEFF/, ''),
      dialect: 'guide' as const,
    }
    return readBlocks(page, source)
  } catch {
    return undefined
  }
}
