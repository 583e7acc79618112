/** Find the guides of `content/docs/<locale>/<docset>/`. */
import type { VFileMessage } from 'vfile-message'
import type { z } from 'zod'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { type Docset, type DocsetNames, type Edition, pageFile } from '../docset.ts'
import { isSource } from '../file-kinds.ts'
import { linkProblems, linkTargets } from '../symlinks.ts'
import type { FileSystem } from '../file-system.ts'
import { placeOf } from '../source-position.ts'
import type { TocPage } from '../../config/docset-options.ts'
import type { siteConfig } from '../../config/site-config.ts'
import { withoutDrafts } from './drafts.ts'

export interface GuideDocset extends Docset {
  names: DocsetNames
  /** Its group on the home page. */
  group?: string
  offline?: true
  installable?: true
  /** Whether the site has a page of changes for it. */
  changes?: true
  toc: readonly TocPage[]
  config: GuideConfig
}

const markdownName = /\.(?:md|markdown|mdx)$/i

const problem = defineProblems('configuration', {
  'locale-unknown': (locale: string, known: readonly string[]) => ({
    severity: 'error',
    reason: `The site has no locale \`${locale}\`, only ${list(known)}. Rename the folder, or add the locale to content/site.config.ts.`,
    note: 'Locales are named in content/site.config.ts.',
  }),
  'docset-unknown': (docset: string, known: readonly string[]) => ({
    severity: 'error',
    reason: `The site has no docset \`${docset}\`, only ${list(known)}. Rename the folder, or add the docset to content/site.config.ts.`,
    note: 'Docsets are named in content/site.config.ts.',
  }),
  'docset-empty': (docset: string, folder: string) => ({
    severity: 'error',
    reason: `The docset \`${docset}\` has no page. Put .mdx files into \`${folder}\`.`,
  }),
  'guide-extension': (extension: string) => ({
    severity: 'warning',
    reason: `A \`${extension}\` file is no page of the site. Rename it to \`.mdx\`, or move it away.`,
  }),
})

/** The site’s configuration, and its text for positions in messages. */
export interface GuideConfig {
  values: z.output<typeof siteConfig>
  name: string
  text: string
}

interface Disk {
  files: FileSystem
  nameOf: (absolute: string) => string
  /** See `SiteOptions`. */
  drafts?: boolean
}

/** The folder of all guides, with its files. */
interface GuideFolder {
  path: string
  /** Every file in it. */
  listed: readonly string[]
  /** The target of a symbolic link; the file itself for all others. */
  targetOf: (path: string) => string
}

/** The guides in `folder`, as the configuration names them; a folder that it does not know is reported. */
export async function findGuides(
  config: GuideConfig,
  folder: string,
  { files, nameOf, drafts }: Disk,
): Promise<{ docsets: GuideDocset[]; messages: VFileMessage[] }> {
  const listed = await files.list(folder)
  const guides = { path: folder, listed, targetOf: await linkTargets(files, folder) }
  const links = await linkProblems(files, folder, nameOf)
  const all = config.values.docsets.map((item) => docsetOf(item, config, guides))
  const docsets = drafts
    ? all
    : await Promise.all(all.map((docset) => withoutDrafts(docset, files)))
  return {
    // A docset of drafts only is not published yet.
    docsets: docsets.filter(({ drafts: own, editions }) => !own || hasPages(editions)),
    messages: [
      ...unknownFolders(config, guides, nameOf),
      ...links,
      ...docsets.flatMap((docset) => [...fileProblems(docset, config, nameOf)]),
    ],
  }
}

function docsetOf(
  {
    id,
    source,
    toc,
    group,
    offline,
    installable,
    changes,
    ...names
  }: GuideConfig['values']['docsets'][number],
  config: GuideConfig,
  folder: GuideFolder,
): GuideDocset {
  const { phases, alongside, parties, services, choices, tasks } = names
  const idsOf = (all: typeof services) => all.map((service) => service.id)
  const locales = [source, ...config.values.locales.filter((locale) => locale !== source)]
  return {
    id,
    dialect: 'guide',
    sourceLocale: source,
    ...(group && { group }),
    ...(offline && { offline: true as const }),
    ...(installable && { installable: true as const }),
    ...(changes && { changes: true as const }),
    toc,
    editions: locales.map((locale) => editionOf(id, locale, folder)),
    names: {
      phases,
      alongside,
      parties,
      services: idsOf(services),
      required: idsOf(services.filter(({ required }) => required)),
      retired: idsOf(services.filter(({ retired }) => retired)),
      choices,
      tasks,
    },
    config,
  }
}

function editionOf(id: string, locale: string, folder: GuideFolder): Edition {
  const prefix = `${locale}/${id}/`
  const root = `${folder.path}/${locale}/${id}`
  const inside = folder.listed
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length))
  const resources = inside.filter((path) => !isPage(path))
  // A Markdown file with another extension is a page with a wrong name, not a download.
  const isDownload = (path: string) => !isSource(path) && !markdownName.test(path)
  const published = resources.filter(
    (path) => isDownload(path) && isDownload(folder.targetOf(`${prefix}${path}`)),
  )
  return {
    locale,
    root,
    pages: inside.filter(isPage).map((path) => pageFile(root, path)),
    resources,
    published: new Set(published),
  }
}

function isPage(path: string): boolean {
  return path.endsWith('.mdx')
}

/** Problems for Markdown files that are not pages, and for a docset without pages. */
function* fileProblems(
  { id, editions, drafts }: GuideDocset,
  { name, text }: GuideConfig,
  nameOf: Disk['nameOf'],
): Generator<VFileMessage> {
  for (const { root, resources } of editions) {
    for (const path of resources) {
      const [extension] = markdownName.exec(path) ?? []
      if (extension === undefined) continue
      yield problemAt(nameOf(`${root}/${path}`), problem('guide-extension', extension))
    }
  }
  if (drafts || hasPages(editions)) return
  const empty = problem('docset-empty', id, nameOf(editions[0]?.root ?? ''))
  yield problemAt(name, empty, placeOf(text, id))
}

function hasPages(editions: readonly Edition[]): boolean {
  return editions.some(({ pages }) => pages.length > 0)
}

function* unknownFolders(
  { values: { locales, docsets } }: GuideConfig,
  { path: folder, listed }: GuideFolder,
  nameOf: Disk['nameOf'],
): Generator<VFileMessage> {
  const ids = docsets.map(({ id }) => id)
  const seen = new Set<string>()
  for (const path of listed) {
    const [locale = '', docset = '', ...rest] = path.split('/')
    const name = nameOf(`${folder}/${path}`)
    const isKnown = locales.includes(locale)
    const key = isKnown ? `${locale}/${docset}` : locale
    if (seen.has(key) || !docset) continue
    seen.add(key)
    if (!isKnown) yield problemAt(name, problem('locale-unknown', locale, locales))
    else if (rest.length && !ids.includes(docset))
      yield problemAt(name, problem('docset-unknown', docset, ids))
  }
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}
