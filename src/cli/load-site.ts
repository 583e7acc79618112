/** Open and read the site that a command is about: the given docfx folders, or the project's own guides. */
import { join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { DocsetChanges } from '../changes/changes.ts'
import type { BuildContext } from '../docsets/build-context.ts'
import { type FileSystem, keptBy } from '../docsets/file-system.ts'
import type { SiteOptions, SiteSources } from '../docsets/find-site.ts'
import { generatedSlugs } from '../docsets/guides/generated-pages.ts'
import { type ReadSite, readSite } from '../docsets/read-site.ts'
import type { FactMemory } from '../facts/store.ts'
import { applyLedger } from '../permalinks/apply.ts'
import type { ReportedProblem } from '../report/problems.ts'
import { type ProblemMemory, problemsOf } from '../report/site-problems.ts'
import { type FoundTheme, type ThemeChanges, findTheme } from '../theming/find-theme.ts'
import { findSiteLinks } from '../theming/site-links.ts'
import type { PublishedStatus } from '../translation/site/published-status.ts'
import { withStates } from '../translation/site/with-states.ts'
import { UsageError } from './arguments.ts'
import type { BuildPlaces } from './cache.ts'
import { packStore } from './pack-store.ts'
import type { Terminal } from './command.ts'
import { l10nFolder } from './l10n-folder.ts'
import { type Publication, findFolders, findOwn } from './find-site.ts'
import { countComputed } from './process/heap-growth.ts'
import { siteFiles } from './site-files.ts'

type Place = Pick<Terminal, 'cwd' | 'root' | 'source'>

/** A site as read, and everything there is to say about it. */
interface LoadedSite extends BuildContext {
  /** Absent where it has the look of the theme. */
  theme?: FoundTheme
  problems: ReportedProblem[]
}

/** How a site looks, before a page is read. */
interface Look {
  theme?: FoundTheme
  messages: readonly VFileMessage[]
}

/**
 * The site as read, and everything there is to say about it.
 *
 * @param prepare - Adds to the site what its pages need to be drawn.
 */
export async function loadSite(
  folders: readonly string[],
  publication: Publication,
  terminal: Place,
  prepare: (site: SiteSources, look: Look) => Promise<SiteSources> = async (site) => site,
  {
    files = siteFiles(folders, terminal),
    facts,
    drafts,
  }: Partial<Pick<SiteOptions, 'files' | 'facts' | 'drafts'>> = {},
): Promise<LoadedSite> {
  const reading = { ...(facts && { facts }), ...(drafts && { drafts }) }
  const found = await keptBy(files, 'site', [], (own) =>
    folders.length
      ? findFolders(folders, publication, terminal, { files: own, ...reading })
      : findOwn(publication, terminal, { files: own, ...reading }),
  )
  // What is kept of a ledger belongs to one reading of the site.
  const ledger = found.ledger && { ledger: { ...found.ledger } }
  const opened = { ...found, ...ledger, context: { ...found.context, files } }
  const look = await findLook(opened, terminal.root, files)
  const sources = await prepare(opened, look)
  const { path } = publication.ledger ?? {}
  if (path !== undefined && !sources.ledger) {
    throw new UsageError(`There is no ledger \`${path}\`. \`links accept\` makes it.`)
  }
  const pages = applyLedger(await readSite(sources))
  const { read, messages } = await withFrame(pages, sources)
  const all = { ...read, messages: [...look.messages, ...messages] }
  const problems = problemsOf(all, facts?.memory && problemMemory(facts.memory))
  return { sources, read, ...look, problems }
}

function problemMemory({ readings }: FactMemory): ProblemMemory {
  const known = (readings.get('problems') ?? {}) as ProblemMemory
  readings.set('problems', known)
  return known
}

/** How the site looks, where it says so. */
async function findLook({ config }: SiteSources, root: string, files: FileSystem): Promise<Look> {
  if (!config) return { messages: [] }
  return keptBy(files, 'theme', [config], (own) =>
    findTheme(config.values, join(root, 'content'), config, own),
  )
}

/** With what header and footer lead to, for which all pages have to be known. */
async function withFrame(read: ReadSite, { config, docsets, context }: SiteSources) {
  if (!config) return { read, messages: read.messages }
  const made = docsets.flatMap((item) =>
    item.kind === 'guide'
      ? generatedSlugs(item.docset).map((slug) => `/${item.docset.id}/${slug}/`)
      : [],
  )
  const { site, documents } = read
  const { publicFiles } = context
  const targets = { site, documents, made, publicFiles }
  const found = await findSiteLinks(config.values, config, targets)
  return {
    read: { ...read, site: { ...site, ...found.frame } },
    messages: [...read.messages, ...found.messages],
  }
}

/** A site with all that its pages need to be drawn, and everything there is to say about it. */
export interface DrawnSite extends LoadedSite {
  /** The figures of each translation. */
  translations: readonly PublishedStatus[]
  /** What has changed in docsets with the option `changes`; absent where none has it. */
  changes?: readonly DocsetChanges[]
}

/** What a process that goes on has at hand of a site. */
interface SiteMemory {
  files: FileSystem
  facts: FactMemory
}

export interface DrawnSiteOptions {
  /** What a process that goes on has at hand. */
  memory?: SiteMemory | undefined
  /** Called before a page is read, with the site’s base and what it has replaced of the theme. */
  beforePages?: (base: string, changes: ThemeChanges | undefined) => Promise<void>
}

/**
 * The site with all that its pages need to be drawn: the states of translations, and facts of earlier builds.
 *
 * @param l10n - Where locks and glossary are, as the person says it.
 */
export async function loadDrawnSite(
  folders: readonly string[],
  publication: Publication,
  terminal: Place,
  { cache, program }: Pick<BuildPlaces, 'cache' | 'program'>,
  l10n: string | undefined,
  { memory, beforePages }: DrawnSiteOptions = {},
): Promise<DrawnSite> {
  const facts = {
    store: packStore(join(cache, 'facts')),
    program,
    memory: memory?.facts,
    // The dev server collects garbage itself.
    onComputed: memory ? undefined : countComputed,
  }
  let translations: DrawnSite['translations'] = []
  const addStates = async (found: SiteSources, { theme }: Look) => {
    if (found.docsets.length) await beforePages?.(found.site.base, theme?.changes)
    const folder = await l10nFolder(found.docsets, l10n, terminal)
    const counted = await withStates(found, terminal.root, folder)
    translations = counted.translations
    return counted
  }
  // Who looks at the site while it is written sees drafts, too.
  const reading = { facts, ...(memory && { files: memory.files, drafts: true }) }
  const site = await loadSite(folders, publication, terminal, addStates, reading)
  return { ...site, translations }
}
