/** Open a site: the project's own guides, or docfx folders. No page is read yet. */
import picomatch from 'picomatch'
import type { VFileMessage } from 'vfile-message'
import { z } from 'zod'
import { append } from '#plugins/large-arrays.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { missingStrings } from '../i18n/missing-strings.ts'
import { siteLocales, withInterfaceStrings } from '../i18n/strings.ts'
import type { Site } from '../site.ts'
import type { ReadContext } from './context.ts'
import { type DocsetIndex, indexDocset } from './docset.ts'
import { type Drawings, changedDrawings } from './svg-images.ts'
import { type DocfxDocset, findDocfx } from './docfx/find-docsets.ts'
import { linkProblems } from './symlinks.ts'
import type { FileSystem } from './file-system.ts'
import { type ImageFault, imageFaults } from './images.ts'
import { siteConfig } from './guides/config.ts'
import { type LedgerFile, type LedgerPlace, type LedgerRequest, findLedger } from './ledger-file.ts'
import { placeOf } from './source-position.ts'
import { readStringTable } from './string-table.ts'
import { type GuideDocset, findGuides } from './guides/find-docsets.ts'
import { searchWordsProblems } from './search-words.ts'

/** A docset of either dialect, with its look-ups. */
export type DocsetSources =
  | { kind: 'guide'; docset: GuideDocset; index: DocsetIndex }
  | { kind: 'docfx'; docset: DocfxDocset; index: DocsetIndex }

export interface SiteSources {
  site: Site
  docsets: readonly DocsetSources[]
  context: ReadContext
  /** The ledger of permalinks, where the team keeps one. */
  ledger?: LedgerFile
  /** Where that is, or would be; absent where the site cannot be read. */
  ledgerPlace?: LedgerPlace
  /** Whole path of the folder with locks and glossary, once somebody has looked there. */
  teamFolder?: string
  messages: readonly VFileMessage[]
}

export interface SiteOptions {
  /** Folder of the project, absolute: where `content/` is. */
  root: string
  files: FileSystem
  nameOf: ReadContext['nameOf']
  imageAttributes?: ReadContext['imageAttributes']
  /** Where the ledger of permalinks is, if not in its usual place. */
  ledger?: LedgerRequest | undefined
  /** No page will be drawn: pictures are not looked at. */
  textOnly?: boolean
  /** See `ReadContext`. */
  facts?: ReadContext['facts']
}

/** Where a docfx site will be published; its folders do not say. */
export interface DocfxSiteOptions extends SiteOptions {
  url: string
  base: string
  /** What `content/site.config.ts` says; only its part about docfx docsets counts. */
  config?: unknown
}

const configName = 'content/site.config.ts'

/** The rest of the configuration is about guides. */
const docfxConfig = z.object({
  docfx: siteConfig.shape.docfx,
  downloads: siteConfig.shape.downloads,
})

const problem = defineProblems('configuration', {
  'site-config': (path: string, expected: string) => ({
    severity: 'error',
    reason: `The value${path && ` at \`${path}\``} cannot be used: ${expected}`,
  }),
})

/** Open the guides that `content/site.config.ts` (given as `config`) names. */
export async function findGuideSite(config: unknown, options: SiteOptions): Promise<SiteSources> {
  const { tables, messages } = await readStrings(options)
  const bytes = await options.files.read(`${options.root}/${configName}`)
  const text = new TextDecoder().decode(bytes ?? new Uint8Array())
  const parsed = siteConfig.safeParse(config)
  if (!parsed.success) {
    const configMessages = parsed.error.issues.map(({ path, message }) =>
      problemAt(
        configName,
        problem('site-config', path.join('.'), message),
        placeOf(text, String(path.at(-1))),
      ),
    )
    const site = { url: 'http://localhost', base: '/', locales: [], docsets: [] }
    return opened(site, [], [...messages, ...configMessages], options)
  }
  const { url, base, locales, title, repository } = parsed.data
  const problems = await findGuides(
    { values: parsed.data, name: configName, text },
    `${options.root}/content/docs`,
    options,
  )
  const docsets = problems.docsets.map((docset) => ({
    kind: 'guide' as const,
    docset,
    index: indexDocset(docset),
  }))
  const site = {
    url,
    base,
    locales: siteLocales(locales, titlesOf(locales, title), tables),
    docsets: summaries(docsets),
    ...(repository && { repository }),
  }
  const reports = [
    ...messages,
    ...missingStrings(locales, tables, configName),
    ...problems.messages,
  ]
  const { downloads } = parsed.data
  return withLedger(await opened(site, docsets, reports, { ...options, downloads }), options)
}

/** Open docfx folders, each one language of a docset as Microsoft publishes it. */
export async function findDocfxSite(
  folders: readonly string[],
  options: DocfxSiteOptions,
): Promise<SiteSources> {
  const { tables, messages } = await readStrings(options)
  const { responsibilities, downloads, messages: configMessages } = await readDocfxConfig(options)
  const problems = await findDocfx(folders, { ...options, responsibilities })
  const docsets = problems.docsets.map((docset) => ({
    kind: 'docfx' as const,
    docset,
    index: indexDocset(docset),
  }))
  const tags = [
    ...new Set(problems.docsets.flatMap(({ editions }) => editions.map(({ locale }) => locale))),
  ]
  const { url, base } = options
  const site = { url, base, locales: siteLocales(tags, {}, tables), docsets: summaries(docsets) }
  const reports = [
    ...messages,
    ...configMessages,
    ...missingStrings(tags, tables, configName),
    ...problems.messages,
  ]
  const all = await opened(site, docsets, reports, { ...options, downloads })
  // Without a docset there is nothing to look beside.
  return docsets.length ? withLedger(all, options) : all
}

async function withLedger(site: SiteSources, options: SiteOptions): Promise<SiteSources> {
  const { place, ledger, messages: ledgerMessages } = await findLedger(site.docsets, options)
  const messages = [...site.messages, ...ledgerMessages]
  return { ...site, ledgerPlace: place, ...(ledger && { ledger }), messages }
}

/** What the configuration wants docfx docsets to have besides their files. */
async function readDocfxConfig({ config = {}, root, files, nameOf }: DocfxSiteOptions) {
  const name = nameOf(`${root}/${configName}`)
  const bytes = await files.read(`${root}/${configName}`)
  const text = new TextDecoder().decode(bytes ?? new Uint8Array())
  const { success, data, error } = docfxConfig.safeParse(config)
  if (success) {
    const responsibilities = data.docfx.map(({ docset, responsibilities }) => ({
      docset,
      ...responsibilities,
      config: { name, text },
    }))
    return { responsibilities, downloads: data.downloads, messages: [] }
  }
  const messages = error.issues.map(({ path, message }) =>
    problemAt(
      name,
      problem('site-config', path.join('.'), message),
      placeOf(text, String(path.at(-1))),
    ),
  )
  return { responsibilities: [], downloads: [], messages }
}

async function opened(
  site: Site,
  docsets: readonly DocsetSources[],
  messages: readonly VFileMessage[],
  {
    files,
    nameOf,
    imageAttributes,
    textOnly,
    facts,
    downloads = [],
  }: SiteOptions & { downloads?: readonly string[] },
): Promise<SiteSources> {
  const { base, locales } = site
  const all = docsets.map(({ index }) => index)
  const faults = textOnly ? undefined : await imageFaultsIn(docsets, files, facts)
  const drawings = textOnly ? undefined : await drawingsIn(docsets, files)
  const rules = { downloads: picomatch([...downloads], { nocase: true, dot: true }), drawings }
  const { origin } = new URL(site.url)
  const context = {
    files,
    base,
    origin,
    locales,
    all,
    nameOf,
    imageAttributes,
    ...(facts && { facts }),
    imageFaults: faults ?? new Map<string, ImageFault>(),
    ...rules,
  }
  return { site, docsets, context, messages }
}

async function imageFaultsIn(
  docsets: readonly DocsetSources[],
  files: SiteOptions['files'],
  facts: SiteOptions['facts'],
): Promise<Map<string, ImageFault>> {
  const maps = await Promise.all(docsets.map(({ docset }) => imageFaults(docset, files, facts)))
  return new Map(maps.flatMap((faults) => [...faults]))
}

async function drawingsIn(
  docsets: readonly DocsetSources[],
  files: SiteOptions['files'],
): Promise<Drawings> {
  const lists = docsets.map(({ docset }) => changedDrawings(docset, files))
  return new Map((await Promise.all(lists)).flat())
}

/** A language without a title of its own has the first one's. */
function titlesOf(locales: readonly string[], title: Readonly<Record<string, string>>) {
  const [first = ''] = locales
  return Object.fromEntries(locales.map((tag) => [tag, title[tag] ?? title[first] ?? '']))
}

function summaries(docsets: readonly DocsetSources[]): Site['docsets'] {
  return docsets.map(({ docset: { id, sourceLocale } }) => ({ id, sourceLocale }))
}

/** The interface's strings with the site's own, `content/ui/`, which win. */
async function readStrings({ root, files, nameOf }: SiteOptions) {
  const folder = `${root}/content/ui`
  const messages = [
    ...(await linkProblems(files, folder, nameOf)),
    ...(await searchWordsProblems({ root, files, nameOf })),
  ]
  const tables: Map<string, Readonly<Record<string, string>>> = new Map()
  const listed = (await files.list(folder)).filter((path) => /^[^/]+\.json$/.test(path))
  for (const path of listed) {
    const text = new TextDecoder().decode(
      (await files.read(`${folder}/${path}`)) ?? new Uint8Array(),
    )
    const { table, messages: tableMessages } = readStringTable(text, nameOf(`${folder}/${path}`))
    append(messages, tableMessages)
    if (table) tables.set(path.slice(0, -'.json'.length), table)
  }
  return { tables: withInterfaceStrings(tables), messages }
}
