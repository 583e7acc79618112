/** Open and read the site that a command is about: the given docfx folders, or the project's own guides. */
import { join } from 'node:path'
import type { BuildContext } from '../docsets/build-context.ts'
import { type FileSystem, keptBy } from '../docsets/file-system.ts'
import { findOwnSite } from '../docsets/find-own-site.ts'
import type { SiteOptions, SiteSources } from '../docsets/find-site.ts'
import { readSite } from '../docsets/read-site.ts'
import type { FactMemory } from '../facts/store.ts'
import { applyLedger } from '../permalinks/apply.ts'
import type { ReportedProblem } from '../report/problems.ts'
import { problemsOf } from '../report/site-problems.ts'
import type { PublishedStatus } from '../translation/site/published-status.ts'
import { withStates } from '../translation/site/with-states.ts'
import { UsageError } from './arguments.ts'
import { type BuildPlaces, diskStore } from './cache.ts'
import type { Terminal } from './command.ts'
import { l10nFolder } from './l10n-folder.ts'
import { type Publication, findFolders } from './find-site.ts'
import { siteFiles } from './site-files.ts'

type Place = Pick<Terminal, 'cwd' | 'root'>

/**
 * The site as read, and everything there is to say about it.
 *
 * @param prepare - Adds to the site what its pages need to be drawn.
 */
export async function loadSite(
  folders: readonly string[],
  publication: Publication,
  terminal: Place,
  prepare: (site: SiteSources) => Promise<SiteSources> = async (site) => site,
  {
    files = siteFiles(folders, terminal),
    facts,
    drafts,
  }: Partial<Pick<SiteOptions, 'files' | 'facts' | 'drafts'>> = {},
): Promise<BuildContext & { problems: ReportedProblem[] }> {
  const reading = { ...(facts && { facts }), ...(drafts && { drafts }) }
  const found = await keptBy(files, 'site', [], (own) =>
    folders.length
      ? findFolders(folders, publication, terminal, { files: own, ...reading })
      : findOwnSite(terminal.root, own, publication, reading),
  )
  // What is kept of a ledger belongs to one reading of the site.
  const ledger = found.ledger && { ledger: { ...found.ledger } }
  const sources = await prepare({ ...found, ...ledger, context: { ...found.context, files } })
  const { path } = publication.ledger ?? {}
  if (path !== undefined && !sources.ledger) {
    throw new UsageError(`There is no ledger \`${path}\`. \`links accept\` makes it.`)
  }
  const read = applyLedger(await readSite(sources))
  return { sources, read, problems: problemsOf(read) }
}

/** A site with all that its pages need to be drawn, and everything there is to say about it. */
export interface DrawnSite extends BuildContext {
  /** The figures of each translation. */
  translations: readonly PublishedStatus[]
  problems: readonly ReportedProblem[]
}

/** What a process that goes on has at hand of a site. */
export interface SiteMemory {
  files: FileSystem
  facts: FactMemory
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
  memory?: SiteMemory,
): Promise<DrawnSite> {
  const facts = { store: diskStore(join(cache, 'facts')), program, memory: memory?.facts }
  let translations: DrawnSite['translations'] = []
  const addStates = async (found: SiteSources) => {
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
