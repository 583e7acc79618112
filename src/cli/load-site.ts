/** Open and read the site that a command is about: the given docfx folders, or the project's own guides. */
import { join } from 'node:path'
import type { BuildContext } from '../docsets/build-context.ts'
import type { SiteOptions, SiteSources } from '../docsets/find-site.ts'
import { readOwnSite } from '../docsets/own-site.ts'
import { readSite } from '../docsets/read-site.ts'
import { applyLedger } from '../permalinks/apply.ts'
import type { ReportedProblem } from '../report/problems.ts'
import { problemsOf } from '../report/site-problems.ts'
import type { PublishedStatus } from '../translation/site/published-status.ts'
import { withStates } from '../translation/site/with-states.ts'
import { UsageError } from './arguments.ts'
import { type BuildPlaces, diskStore } from './cache.ts'
import type { Terminal } from './command.ts'
import { l10nFolder } from './l10n-folder.ts'
import { type Publication, findFolders, ownFiles } from './find-site.ts'

/**
 * The site as read, and everything there is to say about it.
 *
 * @param prepare - Adds to the site what its pages need to be drawn.
 */
export async function loadSite(
  folders: readonly string[],
  publication: Publication,
  terminal: Terminal,
  prepare: (site: SiteSources) => Promise<SiteSources> = async (site) => site,
  facts?: SiteOptions['facts'],
): Promise<BuildContext & { problems: ReportedProblem[] }> {
  const site = folders.length
    ? await readOpened(
        await prepare(await findFolders(folders, publication, terminal, facts && { facts })),
      )
    : await readOwnSite(terminal.root, ownFiles(terminal), publication, prepare, facts)
  const { path } = publication.ledger ?? {}
  if (path !== undefined && !site.sources.ledger) {
    throw new UsageError(`There is no ledger \`${path}\`. \`links accept\` makes it.`)
  }
  const read = applyLedger(site.read)
  return { ...site, read, problems: problemsOf(read) }
}

/** A site with all that its pages need to be drawn, and everything there is to say about it. */
export interface DrawnSite extends BuildContext {
  /** The figures of each translation. */
  translations: readonly PublishedStatus[]
  problems: readonly ReportedProblem[]
}

/**
 * The site with all that its pages need to be drawn: the states of translations, and facts of earlier builds.
 *
 * @param l10n - Where locks and glossary are, as the person says it.
 */
export async function loadDrawnSite(
  folders: readonly string[],
  publication: Publication,
  terminal: Terminal,
  { cache, program }: Pick<BuildPlaces, 'cache' | 'program'>,
  l10n: string | undefined,
): Promise<DrawnSite> {
  const facts = { store: diskStore(join(cache, 'facts')), program }
  let translations: DrawnSite['translations'] = []
  const addStates = async (found: SiteSources) => {
    const folder = await l10nFolder(found.docsets, l10n, terminal)
    const counted = await withStates(found, terminal.root, folder)
    translations = counted.translations
    return counted
  }
  const site = await loadSite(folders, publication, terminal, addStates, facts)
  return { ...site, translations }
}

async function readOpened(opened: SiteSources): Promise<BuildContext> {
  return { sources: opened, read: await readSite(opened) }
}
