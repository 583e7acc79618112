/** Open a site: the project's own guides, or docfx folders. No page is read yet. */
import picomatch from 'picomatch'
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { checkConfig } from '../config/check-config.ts'
import type { ConfigText } from '../config/config-version.ts'
import { type SiteConfigValues, docfxConfig, siteConfig } from '../config/site-config.ts'
import { missingStrings } from '../i18n/missing-strings.ts'
import {
  type StringTables,
  loadInterfaceStrings,
  unreviewedAmong,
} from '../i18n/interface-strings.ts'
import { siteLocales, withInterfaceStrings } from '../i18n/strings.ts'
import type { Site, SiteTerm } from '../site.ts'
import type { ReadContext } from './context.ts'
import { type DocsetIndex, indexDocset } from './docset.ts'
import { type Drawings, changedDrawings } from './svg-images.ts'
import { type DocfxDocset, findDocfx } from './docfx/find-docsets.ts'
import type { FileSystem } from './file-system.ts'
import { type ImageFault, imageFaults } from './images.ts'
import { type LedgerFile, type LedgerPlace, type LedgerRequest, findLedger } from './ledger-file.ts'
import { readPublicFiles } from './public-files.ts'
import { readSiteStrings } from './string-table.ts'
import { type GuideDocset, findGuides } from './guides/find-docsets.ts'
import { linkProblems } from './symlinks.ts'
import { addressesIn, titlesOf, withPluginStrings } from './site-values.ts'

/** A docset of either dialect, with its look-ups. */
export type DocsetSources =
  | { kind: 'guide'; docset: GuideDocset; index: DocsetIndex }
  | { kind: 'docfx'; docset: DocfxDocset; index: DocsetIndex }

/** The configured theme and links of header and footer, and the text of the configuration for positions in messages. */
interface FrameConfig extends ConfigText {
  values: Pick<SiteConfigValues, 'theme' | 'header' | 'footer' | 'announcement'>
}

export interface SiteSources {
  site: Site
  /** Absent if the configuration cannot be read, or is about other pages. */
  config?: FrameConfig
  docsets: readonly DocsetSources[]
  context: ReadContext
  /** The ledger of permalinks, if the team keeps one. */
  ledger?: LedgerFile
  /** Where the ledger is, or would be; absent if the site cannot be read. */
  ledgerPlace?: LedgerPlace
  /** The terms that the site defines, once they have been read. */
  terms?: readonly SiteTerm[]
  /** Absolute path of the folder with locks and glossary, once it has been looked up. */
  teamFolder?: string
  messages: readonly VFileMessage[]
}

export interface SiteOptions {
  /** Folder of the project, absolute: where `content/` is. */
  root: string
  files: FileSystem
  nameOf: ReadContext['nameOf']
  imageAttributes?: ReadContext['imageAttributes']
  /** Path of the ledger of permalinks, if it is not in the usual place. */
  ledger?: LedgerRequest | undefined
  /** No page will be drawn, so images are not decoded. */
  textOnly?: boolean
  /** Whether drafts are pages like others. */
  drafts?: boolean
  /** See `ReadContext`. */
  facts?: ReadContext['facts']
}

/** The address at which a docfx site is published, if its configuration does not say it. */
export interface DocfxSiteOptions extends SiteOptions {
  url?: string | undefined
  base?: string | undefined
  /** The source locale, if the user names one. */
  source?: string
  /**
   * The default export of `content/site.config.ts`, not validated yet; if it names guides, only its part about docfx
   * is used.
   */
  config?: unknown
}

const configName = 'content/site.config.ts'

/** Open the guides that `content/site.config.ts` (given as `config`) names. */
export async function findGuideSite(config: unknown, options: SiteOptions): Promise<SiteSources> {
  const { tables: own, messages } = await readSiteStrings(options)
  const text = await configText(options)
  const read = await checkConfig(siteConfig, { value: config, name: configName, text })
  if (!read.values) {
    const site = { url: 'http://localhost', base: '/', locales: [], docsets: [] }
    return sourcesOf(site, [], [...messages, ...read.messages], options)
  }
  const source = { values: read.values, name: configName, text }
  append(messages, read.messages)
  const { url, base, locales, title } = read.values
  const problems = await findGuides(source, `${options.root}/content/docs`, options)
  const docsets = problems.docsets.map((docset) => ({
    kind: 'guide' as const,
    docset,
    index: indexDocset(docset),
  }))
  const { plugins } = read.values
  const tables = await stringTables(locales, withPluginStrings(own, plugins))
  const site = {
    url,
    base,
    locales: siteLocales(locales, titlesOf(locales, title), tables, unreviewedAmong(locales, own)),
    docsets: summaries(docsets),
    ...addressesIn(read.values),
  }
  const reports = [
    ...messages,
    ...missingStrings(locales, tables, own, configName),
    ...problems.messages,
  ]
  const { downloads, components } = read.values
  const all = await sourcesOf(site, docsets, reports, {
    ...options,
    downloads,
    plugins,
    components,
  })
  return { ...(await withLedger(all, options)), config: source }
}

/** Open docfx folders, each one language of a docset as Microsoft publishes it. */
export async function findDocfxSite(
  folders: readonly string[],
  options: DocfxSiteOptions,
): Promise<SiteSources> {
  const { tables: own, messages } = await readSiteStrings(options)
  const fromConfig = await readDocfxConfig(options)
  const { downloads, plugins, source, messages: configMessages } = fromConfig
  const problems = await findDocfx(folders, { ...options, ...fromConfig.found })
  const docsets = problems.docsets.map((docset) => ({
    kind: 'docfx' as const,
    docset,
    index: indexDocset(docset),
  }))
  const tags = [
    ...new Set(problems.docsets.flatMap(({ editions }) => editions.map(({ locale }) => locale))),
  ]
  const { url = source?.values.url ?? 'http://localhost', base = source?.values.base ?? '/' } =
    options
  const tables = await stringTables(tags, withPluginStrings(own, plugins))
  const titles = titlesOf(tags, source?.values.title ?? {})
  const locales = siteLocales(tags, titles, tables, unreviewedAmong(tags, own))
  const site = {
    url,
    base,
    locales,
    docsets: summaries(docsets, fromConfig),
    ...addressesIn({ ...source?.values, repository: undefined }),
  }
  const reports = [
    ...messages,
    ...configMessages,
    ...missingStrings(tags, tables, own, configName),
    ...problems.messages,
  ]
  const found = await sourcesOf(site, docsets, reports, { ...options, downloads, plugins })
  const all = { ...found, ...(source && { config: source }) }
  // The folder of the ledger is found from that of a docset.
  return docsets.length ? withLedger(all, options) : all
}

async function withLedger(site: SiteSources, options: SiteOptions): Promise<SiteSources> {
  const { place, ledger, messages: ledgerMessages } = await findLedger(site.docsets, options)
  const messages = [...site.messages, ...ledgerMessages]
  return { ...site, ledgerPlace: place, ...(ledger && { ledger }), messages }
}

/** Pages and names that the configuration adds to docfx docsets. */
async function readDocfxConfig({ config, ...options }: DocfxSiteOptions) {
  // Without a configuration, a folder of that name does not belong to the site.
  const text = config === undefined ? '' : await configText(options)
  const name = options.nameOf(`${options.root}/${configName}`)
  const { values, messages } = await checkConfig(docfxConfig, { value: config ?? {}, name, text })
  const additions = values?.docfx ?? []
  const responsibilities = additions.flatMap(({ docset, responsibilities: page }) =>
    page ? [{ docset, ...page, config: { name, text } }] : [],
  )
  const xrefSearch = new Map(additions.map((addition) => [addition.docset, addition.xrefSearch]))
  const having = (option: 'offline' | 'installable') =>
    additions.flatMap((addition) => (addition[option] ? [addition.docset] : []))
  // The theme of guides is theirs: docfx docsets that are built from the same folder are another site.
  const source = values && !values.docsets?.length ? { values, name, text } : undefined
  const { downloads = [], plugins = [] } = values ?? {}
  const found = { responsibilities, xrefSearch }
  return {
    found,
    offline: having('offline'),
    installable: having('installable'),
    downloads,
    plugins,
    source,
    messages,
  }
}

async function configText({ files, root }: Pick<SiteOptions, 'files' | 'root'>): Promise<string> {
  const bytes = await files.read(`${root}/${configName}`)
  return new TextDecoder().decode(bytes ?? new Uint8Array())
}

/** A site with the context in which its pages are read. */
async function sourcesOf(
  site: Site,
  docsets: readonly DocsetSources[],
  messages: readonly VFileMessage[],
  {
    root,
    files,
    nameOf,
    imageAttributes,
    textOnly,
    facts,
    downloads = [],
    plugins = [],
    components = {},
  }: SiteOptions & Partial<Pick<SiteConfigValues, 'downloads' | 'plugins' | 'components'>>,
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
    publicFiles: await readPublicFiles(`${root}/public`, files),
    ...(plugins.length > 0 && { plugins }),
    components: new Set(Object.keys(components)),
  }
  const links = await linkProblems(files, `${root}/public`, nameOf)
  return { site, docsets, context, messages: [...messages, ...links] }
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

/** @param asked - Ids of docfx docsets that are offered as offline copies, or are installable. */
function summaries(
  docsets: readonly DocsetSources[],
  asked: { offline?: readonly string[]; installable?: readonly string[] } = {},
): Site['docsets'] {
  return docsets.map(({ kind, docset }) => {
    const has = (option: 'offline' | 'installable') =>
      kind === 'guide' ? docset[option] : asked[option]?.includes(docset.id)
    return {
      id: docset.id,
      sourceLocale: docset.sourceLocale,
      ...(kind === 'guide' && docset.group && { group: docset.group }),
      ...(has('offline') && { offline: true as const }),
      ...(has('installable') && { installable: true as const }),
    }
  })
}

/** The interface strings, overridden by those of the site. */
async function stringTables(tags: readonly string[], own: StringTables): Promise<StringTables> {
  return withInterfaceStrings(own, await loadInterfaceStrings(tags))
}
