/** Find the languages of docsets that one folder has, by its publishing configuration. */
import { posix } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { Edition } from '../docset.ts'
import type { FileSystem } from '../file-system.ts'
import { linkProblems } from '../symlinks.ts'
import {
  type DocfxConfig,
  type PublishConfig,
  canonical,
  docfxSchema,
  publishSchema,
  readConfig,
  translatedLocale,
} from './config.ts'
import { findDependencies } from './dependencies.ts'
import { type DocsetId, docsetId, docsetIdProblem } from './docset-id.ts'
import { type Fallback, findFallback } from './fallback.ts'
import { listFiles } from './list-files.ts'
import { unreadExtensions } from './markdig-extensions.ts'
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

/** One language of a docset, as one folder has it. */
export interface FoundDocfxEdition {
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

export interface FindEditionOptions {
  files: FileSystem
  nameOf: (absolute: string) => string
  /** The language that docsets are written in; it comes before what their configuration says. */
  source?: string
  /** All folders of the site. */
  folders?: readonly string[]
}

/** A folder that is being looked through; `messages` collects its problems. */
interface Search {
  /** The folder with the publishing configuration. */
  root: string
  /** Every file in it. */
  files: readonly string[]
  options: FindEditionOptions
  messages: VFileMessage[]
}

type PublishedDocset = PublishConfig['docsets_to_publish'][number]

const publishName = '.openpublishing.publish.config.json'

const problem = defineProblems('configuration', {
  'locale-unknown': (locale: string) => ({
    severity: 'error',
    reason: `\`${locale}\` is no language tag. Use one such as \`fr-FR\`.`,
  }),
})

/**
 * The editions that a folder publishes.
 *
 * @param messages - Gets the problems of its configuration.
 */
export async function findEditions(
  root: string,
  options: FindEditionOptions,
  messages: VFileMessage[],
): Promise<FoundDocfxEdition[]> {
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
): Promise<FoundDocfxEdition | undefined> {
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
  const configPath = await configOf(search, publish, folder)
  const config = await readConfig(options, messages, configPath, docfxSchema)
  if (!config) return undefined
  const { build } = config
  append(messages, await unreadExtensions(build, configPath, options))
  const { id, basePath } = await checkedId(search, build, docset, { index, folder, configPath })
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

/** The docset’s configuration: a repository of translations may leave it to the one that it translates. */
async function configOf(
  { root, files, options }: Search,
  publish: PublishConfig,
  folder: string,
): Promise<string> {
  const path = posix.join(folder, 'docfx.json')
  const own = `${root}/${path}`
  if (files.includes(path) || translatedLocale(publish) === undefined) return own
  const others = (options.folders ?? []).filter((other) => other !== root)
  for (const other of others) {
    if (await options.files.read(`${other}/${path}`)) return `${other}/${path}`
  }
  return own
}

/** The docset's id; a problem with it is reported at the configuration that has it. */
async function checkedId(
  { root, files, options: { files: disk, nameOf }, messages }: Search,
  build: DocfxConfig['build'],
  docset: PublishedDocset,
  { index, folder, configPath }: { index: number; folder: string; configPath: string },
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
  const path = isDocfx ? configPath : `${root}/${publishName}`
  const keyPath = isDocfx ? keys : ['docsets_to_publish', index, ...keys]
  const readText = async () => new TextDecoder().decode(await disk.read(path))
  append(messages, await docsetIdProblem(id, nameOf(path), readText, keyPath))
  return found
}
