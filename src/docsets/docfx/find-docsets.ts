/** Find the docsets in folders that Microsoft published, one folder for each language. */
import { posix } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { Docset, Edition } from '../docset.ts'
import { linkProblems } from '../symlinks.ts'
import type { FileSystem } from '../file-system.ts'
import {
  type DocfxConfig,
  type PublishConfig,
  canonical,
  docfxSchema,
  publishSchema,
  readConfig,
  translatedLocale,
} from './config.ts'
import { type DocsetId, docsetId, docsetIdProblem } from './docset-id.ts'
import { findDependencies } from './dependencies.ts'
import { distinctIds } from './distinct-ids.ts'
import { type Fallback, findFallback } from './fallback.ts'
import { listFiles } from './list-files.ts'
import { unreadExtensions } from './markdig-extensions.ts'
import { monikerListProblems } from './moniker-lists.ts'
import { withSourceAddresses } from './page-addresses.ts'
import {
  folderOnDisk,
  isOutside,
  isPublished,
  outsideProblem,
  sourceFolder,
} from './source-folder.ts'

/** One language of a docfx docset, with what its configuration says. */
export interface DocfxEdition extends Edition {
  build: DocfxConfig['build']
  /** Tables of contents, relative to the edition's folder. */
  tocs: readonly string[]
  /** Files of redirections, absolute paths, and the docset's folder as they name it. */
  redirectionFiles: readonly string[]
  folder: string
}

/** A page that the site's configuration asks for, made of one page for each party. */
export interface Responsibilities {
  docset: string
  /** Its slug. */
  page: string
  /** Page files by party. */
  parties: Readonly<Record<string, string>>
  /** The configuration, for places in messages. */
  config: { name: string; text: string }
}

export interface DocfxDocset extends Docset {
  /** Of several languages, nothing says which the others are translated from: the first is taken. */
  isSourceUnknown?: true
  editions: readonly DocfxEdition[]
  responsibilities?: Responsibilities
  /** Where to look for a uid that nothing in the docset has: an address with `{uid}`. */
  xrefSearch?: string
}

const publishName = '.openpublishing.publish.config.json'

const problem = defineProblems('configuration', {
  'docset-without-pages': (isSource: boolean) => ({
    severity: isSource ? 'error' : 'warning',
    reason:
      'No file is a page of this docset. Let `content` name them by patterns such as `**/*.md`, relative to `src`.',
  }),
  'locale-unknown': (locale: string) => ({
    severity: 'error',
    reason: `\`${locale}\` is no language tag. Use one such as \`fr-FR\`.`,
  }),
  'locale-twice': (docset: string, locale: string, other: string) => ({
    severity: 'error',
    reason: `The docset \`${docset}\` has a folder for \`${locale}\` already, \`${other}\`. Name one folder for each language.`,
  }),
})

/** One language of a docset, as one folder has it. */
interface FoundEdition {
  id: string
  basePath: string
  /** What tells docsets of one path apart: the folder, then the name that it is published under. */
  names: readonly [string, string]
  edition: DocfxEdition
  /** The language that the configuration says this one is translated from. */
  translates: string | undefined
  /** Its fallbacks in that language. */
  fallback: Fallback | undefined
  configName: string
}

export interface FindDocfxOptions {
  files: FileSystem
  nameOf: (absolute: string) => string
  /** The language that docsets are written in; it comes before what their configuration says. */
  source?: string
  /** Pages that docsets are to have besides; those of other docsets are for other builds. */
  responsibilities?: readonly Responsibilities[]
  /** By docset, see `DocfxDocset`. */
  xrefSearch?: ReadonlyMap<string, string | undefined>
}

/** A folder that is being looked through; `messages` collects its problems. */
interface Search {
  /** The folder with the publishing configuration. */
  root: string
  /** Every file in it. */
  files: readonly string[]
  options: FindDocfxOptions
  messages: VFileMessage[]
}

type PublishedDocset = PublishConfig['docsets_to_publish'][number]

/** The docsets of all folders, languages of one docset together, its source language first. */
export async function findDocfx(
  folders: readonly string[],
  options: FindDocfxOptions,
): Promise<{ docsets: DocfxDocset[]; messages: VFileMessage[] }> {
  const messages: VFileMessage[] = []
  const editions: FoundEdition[] = []
  const all: FoundEdition[] = []
  for (const root of folders) append(all, await findInFolder(root, options, messages))
  for (const item of distinctIds(all)) {
    const twin = editions.find((other) => isSameEdition(other, item))
    if (twin) messages.push(twiceProblem(item, options.nameOf(twin.edition.root)))
    else editions.push(item)
  }
  const byId = Map.groupBy(editions, ({ id }) => id)
  const docsets = [...byId].map(([id, group]) => docsetOf(id, withFallbacks(group), options))
  append(
    messages,
    docsets.flatMap((docset) => withoutPages(docset, options)),
  )
  for (const { editions } of docsets) {
    // A translation has the list of its source language.
    const [source] = editions
    if (source) append(messages, await monikerListProblems(source.build, source.root, options))
  }
  return { docsets, messages }
}

function isSameEdition(a: FoundEdition, b: FoundEdition): boolean {
  return a.id === b.id && a.edition.locale === b.edition.locale
}

/** Editions none of whose files is a page, at their configuration. */
function withoutPages(
  { editions, sourceLocale }: DocfxDocset,
  { nameOf }: FindDocfxOptions,
): VFileMessage[] {
  return editions
    .filter(({ pages }) => pages.length === 0)
    .map(({ root, locale }) => {
      const empty = problem('docset-without-pages', locale === sourceLocale)
      return problemAt(nameOf(`${root}/docfx.json`), empty, { line: 1, column: 1 })
    })
}

function twiceProblem({ id, edition, configName }: FoundEdition, first: string): VFileMessage {
  const reason = problem('locale-twice', id, edition.locale, first)
  return problemAt(configName, reason, { line: 1, column: 1 })
}

/**
 * Add the fallbacks of translations. Without an edition of the source language, those of the first translation are it.
 */
function withFallbacks(found: readonly FoundEdition[]): FoundEdition[] {
  const lacks = ({ translates }: FoundEdition) =>
    !found.some(({ edition }) => edition.locale === translates)
  const lender = found.find((item) => item.fallback && lacks(item))
  return found.flatMap((item): FoundEdition[] => {
    const { fallback, translates } = item
    if (!fallback || translates === undefined) return [item]
    if (item !== lender) return [{ ...item, edition: { ...item.edition, fallback } }]
    const edition = { ...fallback, locale: translates }
    return [{ ...item, translates: undefined, fallback: undefined, edition }, item]
  })
}

function docsetOf(
  id: string,
  found: readonly FoundEdition[],
  options: FindDocfxOptions,
): DocfxDocset {
  const locales = found.map(({ edition }) => edition.locale)
  const named = sourceNamed(found, options.source)
  const sourceLocale = named ?? locales[0] ?? ''
  const editions = withSourceAddresses(
    found
      .map(({ edition }) => edition)
      .sort((a, b) => Number(b.locale === sourceLocale) - Number(a.locale === sourceLocale)),
  )
  const xrefSearch = options.xrefSearch?.get(id)
  const responsibilities = options.responsibilities?.find(({ docset }) => docset === id)
  return {
    id,
    dialect: 'docfx',
    basePath: found[0]?.basePath ?? id,
    sourceLocale,
    ...(named === undefined && locales.length > 1 && { isSourceUnknown: true as const }),
    editions,
    ...(responsibilities && { responsibilities }),
    ...(xrefSearch !== undefined && { xrefSearch }),
  }
}

async function findInFolder(
  root: string,
  options: FindDocfxOptions,
  messages: VFileMessage[],
): Promise<FoundEdition[]> {
  const publish = await readConfig(options, messages, `${root}/${publishName}`, publishSchema)
  if (!publish) return []
  const files = await options.files.list(root)
  const links = await linkProblems(options.files, root, options.nameOf, isPublished(publish))
  append(messages, links)
  // A docset's folder that lies elsewhere is not looked into.
  if (links.length) return []
  const editions = await Promise.all(
    publish.docsets_to_publish.map((docset, index) =>
      findEdition({ root, files, options, messages }, publish, docset, index),
    ),
  )
  return editions.filter((edition) => edition !== undefined)
}

/** @param index - Its position in the publishing configuration. */
async function findEdition(
  search: Search,
  publish: PublishConfig,
  docset: PublishedDocset,
  index: number,
): Promise<FoundEdition | undefined> {
  const { root, files, options, messages } = search
  const configName = options.nameOf(`${root}/${publishName}`)
  const locale = canonical(docset.locale)
  if (!locale) {
    const unknown = problem('locale-unknown', docset.locale)
    messages.push(problemAt(configName, unknown, { line: 1, column: 1 }))
    return undefined
  }
  const typed = sourceFolder(docset)
  if (isOutside(typed)) {
    messages.push(outsideProblem(configName, 'build_source_folder', docset.build_source_folder))
    return undefined
  }
  const folder = folderOnDisk(typed, files)
  const base = posix.join(root, folder)
  const config = await readConfig(options, messages, `${base}/docfx.json`, docfxSchema)
  if (!config) return undefined
  const { build } = config
  append(messages, await unreadExtensions(build, `${base}/docfx.json`, options))
  const { id, basePath } = await checkedId(search, build, docset, { index, folder, base })
  const dependencies = findDependencies(publish, folder, files)
  const { missing } = dependencies
  const listed = await listFiles(options, messages, base, build, dependencies)
  const redirectionFiles = files
    .filter((path) => /^\.openpublishing\.redirection[^/]*\.json$/i.test(path))
    .map((path) => `${root}/${path}`)
  const found = await findFallback(search, folder, build)
  // No file says what language fallbacks are in: they are in English, unless `--source` names another.
  const translates =
    translatedLocale(publish) ?? (found && (canonical(options.source ?? '') ?? 'en-US'))
  return {
    id,
    basePath,
    names: [folder, docset.docset_name],
    translates,
    fallback: translates === locale ? undefined : found,
    configName,
    edition: { locale, root: base, folder, build, ...listed, missing, redirectionFiles },
  }
}

/** The docset's id; a problem with it is reported at the configuration that has it. */
async function checkedId(
  { root, files, options: { files: disk, nameOf }, messages }: Search,
  build: DocfxConfig['build'],
  docset: PublishedDocset,
  { index, folder, base }: { index: number; folder: string; base: string },
): Promise<DocsetId> {
  const prefix = folder && `${folder}/`
  const paths = files
    .filter((path) => path.startsWith(prefix))
    .map((path) =>
      path
        .slice(prefix.length)
        .toLowerCase()
        .replace(/\.\w+$/, ''),
    )
  const own = new Set(paths)
  const found = docsetId(build, docset, folder, (path) => own.has(path))
  const { id, file, keys } = found
  const isDocfx = file === 'docfx'
  const path = isDocfx ? `${base}/docfx.json` : `${root}/${publishName}`
  const keyPath = isDocfx ? keys : ['docsets_to_publish', index, ...keys]
  const readText = async () => new TextDecoder().decode(await disk.read(path))
  append(messages, await docsetIdProblem(id, nameOf(path), readText, keyPath))
  return found
}

/** The source language that `source` says, or else that of the repository that one of the others translates. */
function sourceNamed(
  found: readonly { translates: string | undefined; edition: { locale: string } }[],
  source: string | undefined,
): string | undefined {
  const locales = new Set(found.map(({ edition }) => edition.locale))
  const tags =
    source === undefined ? found.map(({ translates }) => translates) : [canonical(source)]
  return tags.find((tag) => tag !== undefined && locales.has(tag))
}
