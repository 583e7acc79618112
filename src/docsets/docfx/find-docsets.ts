/** Find the docsets in folders that Microsoft published, one folder for each language. */
import { posix } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/append.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { composed } from '../address.ts'
import { decode } from '../decode.ts'
import { type Docset, type Edition, pageFile } from '../docset.ts'
import { isHidden } from '../file-kinds.ts'
import { linkProblems, linkTargets } from '../file-links.ts'
import type { FileSystem } from '../file-system.ts'
import {
  type DocfxConfig,
  type PublishConfig,
  configMissing,
  docfxSchema,
  publishSchema,
  publishes,
  matcher,
  readJson,
} from './config.ts'
import { docsetId, docsetIdProblem } from './docset-id.ts'
import { yamlKind } from './hub.ts'

/** One language of a docfx docset, with what its configuration says. */
export interface DocfxEdition extends Edition {
  build: DocfxConfig['build']
  /** Tables of contents, relative to the edition's folder. */
  tocs: readonly string[]
  /** Files of redirections, whole paths, and the docset's folder as they name it. */
  redirectionFiles: readonly string[]
  folder: string
}

/** A page that the site's configuration wants, made of one page for each party. */
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
  editions: readonly DocfxEdition[]
  responsibilities?: Responsibilities
}

const publishName = '.openpublishing.publish.config.json'

/** `.yml` files that are data for a page, not pages. */
const dataKinds = new Set(['ZonePivotGroups', 'XRefMap', 'TableOfContent'])

const problem = defineProblems({
  'locale-unknown': (locale: string) => ({
    severity: 'error',
    reason: `Unexpected locale \`${locale}\`, expected a language tag such as \`fr-FR\``,
  }),
  'folder-outside': (folder: string) => ({
    severity: 'error',
    reason: `\`build_source_folder\` is \`${folder}\`, which is not in this folder. Name a folder in it.`,
  }),
  'locale-twice': (docset: string, locale: string, other: string) => ({
    severity: 'error',
    reason: `Unexpected second folder of the docset \`${docset}\` in \`${locale}\`, expected one for each language; \`${other}\` is the first`,
  }),
})

interface Opened {
  id: string
  edition: DocfxEdition
  /** The language that the configuration says this one is translated from. */
  translates: string | undefined
  configName: string
}

export interface FindDocfxOptions {
  files: FileSystem
  nameOf: (absolute: string) => string
  /** Pages that docsets are to have besides; those of other docsets are for other builds. */
  responsibilities?: readonly Responsibilities[]
}

/** The docsets of all folders, languages of one docset together, its source language first. */
export async function findDocfx(
  folders: readonly string[],
  options: FindDocfxOptions,
): Promise<{ docsets: DocfxDocset[]; messages: VFileMessage[] }> {
  const messages: VFileMessage[] = []
  const opened: Opened[] = []
  for (const folder of folders) {
    for (const item of await openFolder(folder, options, messages)) {
      const twin = opened.find(
        ({ id, edition }) => id === item.id && edition.locale === item.edition.locale,
      )
      if (twin) {
        const { id, edition } = item
        const twice = problem('locale-twice', id, edition.locale, options.nameOf(twin.edition.root))
        messages.push(problemAt(item.configName, twice, { line: 1, column: 1 }))
      } else opened.push(item)
    }
  }
  const docsets = [...Map.groupBy(opened, ({ id }) => id)].map(([id, editions]) => {
    const locales = editions.map(({ edition }) => edition.locale)
    const sourceLocale =
      editions.map(({ translates }) => translates).find((tag) => tag && locales.includes(tag)) ??
      locales[0] ??
      ''
    const sorted = editions
      .map(({ edition }) => edition)
      .sort((a, b) => Number(b.locale === sourceLocale) - Number(a.locale === sourceLocale))
    const responsibilities = options.responsibilities?.find(({ docset }) => docset === id)
    return {
      id,
      dialect: 'docfx' as const,
      sourceLocale,
      editions: sorted,
      ...(responsibilities && { responsibilities }),
    }
  })
  return { docsets, messages }
}

async function openFolder(
  root: string,
  options: FindDocfxOptions,
  messages: VFileMessage[],
): Promise<Opened[]> {
  const publish = await readConfig(`${root}/${publishName}`, publishSchema)
  if (!publish) return []
  const listed = await options.files.list(root)
  const links = await linkProblems(options.files, root, options.nameOf, isOwn(publish))
  append(messages, links)
  // A docset's folder that lies elsewhere is not looked into.
  if (links.length) return []
  const opened = await Promise.all(
    publish.docsets_to_publish.map((docset, index) => openDocset(docset, index, publish, listed)),
  )
  return opened.flatMap((item) => item ?? [])

  async function openDocset(
    docset: PublishConfig['docsets_to_publish'][number],
    index: number,
    { dependent_repositories }: PublishConfig,
    files: readonly string[],
  ): Promise<Opened | undefined> {
    const configName = options.nameOf(`${root}/${publishName}`)
    const locale = canonical(docset.locale)
    if (!locale) {
      messages.push(
        problemAt(configName, problem('locale-unknown', docset.locale), { line: 1, column: 1 }),
      )
      return undefined
    }
    const typed = sourceFolder(docset)
    if (/^(?:\/|\.\.(?:\/|$))/.test(typed)) {
      const outside = problem('folder-outside', docset.build_source_folder)
      messages.push(problemAt(configName, outside, { line: 1, column: 1 }))
      return undefined
    }
    const folder = folderOnDisk(typed, files)
    const base = posix.join(root, folder)
    const config = await readConfig(`${base}/docfx.json`, docfxSchema)
    if (!config) return undefined
    const { build } = config
    const { id, file, keys } = docsetId(build, docset, folder)
    const idFile = `${file === 'docfx' ? base : root}/${file === 'docfx' ? 'docfx.json' : publishName}`
    const idKeys = file === 'docfx' ? keys : ['docsets_to_publish', index, ...keys]
    const idText = async () => new TextDecoder().decode(await options.files.read(idFile))
    append(messages, await docsetIdProblem(id, options.nameOf(idFile), idText, idKeys))
    const inside = await options.files.list(base)
    const targetOf = await linkTargets(options.files, base)
    append(messages, await linkProblems(options.files, base, options.nameOf))
    const isContent = matcher(build.content)
    const content = inside.filter((path) => isContent(path) && !isHidden(path))
    const tocs = content.filter((path) => /(^|\/)toc\.(md|ya?ml)$/i.test(path))
    const pages = await pagesOf(base, content)
    const paths = new Set(pages)
    const resources = inside.filter((path) => !paths.has(path))
    const takes = publishes(build)
    const isPublished = (path: string) => takes(path) && !paths.has(path)
    return {
      id,
      translates: dependent_repositories
        .map(({ path_to_root }) => canonical(/^_repo\.(.+)$/.exec(path_to_root)?.[1] ?? ''))
        .find((tag) => tag !== undefined),
      configName,
      edition: {
        locale,
        root: base,
        folder,
        build,
        tocs,
        pages: pages.map((path) => pageFile(base, path)),
        resources,
        published: new Set(
          resources.filter(
            // The docset's patterns count for what a link leads to, too.
            (path) => isPublished(path) && isPublished(targetOf(path)),
          ),
        ),
        redirectionFiles: files
          .filter((path) => /^\.openpublishing\.redirection[^/]*\.json$/i.test(path))
          .map((path) => `${root}/${path}`),
      },
    }
  }

  async function pagesOf(base: string, content: readonly string[]): Promise<string[]> {
    const pages = await Promise.all(
      content.map(async (path) => {
        if (/(^|\/)toc\.(md|ya?ml)$/i.test(path)) return []
        if (/\.md$/i.test(path)) return [path]
        if (!/\.ya?ml$/i.test(path)) return []
        const bytes = await options.files.read(`${base}/${path}`)
        const kind = bytes && yamlKind(new TextDecoder().decode(bytes))
        return kind && !dataKinds.has(kind) ? [path] : []
      }),
    )
    return pages.flat()
  }

  async function readConfig<T>(path: string, schema: Parameters<typeof readJson<T>>[2]) {
    const name = options.nameOf(path)
    const bytes = await options.files.read(path)
    if (!bytes) {
      const refused = await linkProblems(options.files, path, options.nameOf)
      append(messages, refused)
      if (refused.length) return undefined
      messages.push(configMissing(options.nameOf(posix.dirname(path)), posix.basename(path)))
      return undefined
    }
    const { text, message } = decode(bytes, name)
    if (message) messages.push(message)
    const { value, messages: problems } = readJson(text, name, schema)
    append(messages, problems)
    return value
  }
}

function sourceFolder({
  build_source_folder: folder,
}: PublishConfig['docsets_to_publish'][number]): string {
  return posix.normalize(folder).replace(/^\.$|\/$/g, '')
}

/** The links of a repository that are not in a docset but decide what is read of it. */
function isOwn({ docsets_to_publish }: PublishConfig): (path: string) => boolean {
  const folders = docsets_to_publish.map((docset) => composed(`${sourceFolder(docset)}/`))
  return (path) =>
    /^\.openpublishing\.[^/]+$/i.test(path) ||
    folders.some((folder) => folder.startsWith(`${composed(path)}/`))
}

/** A folder as the disk has it, which may keep its letters in decomposed Unicode. */
function folderOnDisk(typed: string, files: readonly string[]): string {
  const depth = typed.split('/').length
  const twin = (path: string) => path.split('/').slice(0, depth).join('/')
  if (files.some((path) => path.startsWith(`${typed}/`))) return typed
  const file = files.find((path) => composed(twin(path)) === composed(typed))
  return file === undefined ? typed : twin(file)
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
