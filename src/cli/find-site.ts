/** Find the site that a command is about: the given docfx folders, or the project's own guides. */
import { posix, relative, resolve } from 'node:path'
import { markImage } from '#plugins/image-marks.ts'
import { findOwnSite } from '../docsets/find-own-site.ts'
import type { LedgerRequest } from '../docsets/ledger-file.ts'
import { type SiteOptions, type SiteSources, findDocfxSite } from '../docsets/find-site.ts'
import { UsageError } from './arguments.ts'
import type { Terminal } from './command.ts'
import { isFolder } from './is-folder.ts'
import { siteFiles } from './site-files.ts'
import { loadConfig, loadOwnConfig } from './site-folder.ts'

/**
 * Where the site will be published and its ledger kept; guides say the former in their configuration,
 * folders do not.
 */
export interface Publication {
  url?: string | undefined
  base?: string | undefined
  ledger?: LedgerRequest | undefined
}

/** The site as found, for commands that look at the texts of its pages only. */
export async function findSite(
  folders: readonly string[],
  terminal: Terminal,
  publication: Publication = {},
): Promise<SiteSources> {
  return folders.length
    ? findFolders(folders, publication, terminal, { textOnly: true })
    : findOwn(publication, terminal, { textOnly: true })
}

/** @throws UsageError where there is no site. */
export async function findOwn(
  publication: Publication,
  terminal: Pick<Terminal, 'cwd' | 'root'>,
  {
    files = siteFiles([], terminal),
    ...reading
  }: Partial<Pick<SiteOptions, 'textOnly' | 'facts' | 'files' | 'drafts'>> = {},
): Promise<SiteSources> {
  const { root } = terminal
  return findOwnSite({ root, config: await loadOwnConfig(root) }, files, publication, reading)
}

/** @param reading - Those of `SiteOptions` that commands choose. */
export async function findFolders(
  folders: readonly string[],
  publication: Publication,
  terminal: Pick<Terminal, 'cwd' | 'root' | 'source'>,
  reading: Partial<Pick<SiteOptions, 'textOnly' | 'facts' | 'files'>> = {},
): Promise<SiteSources> {
  const { cwd, root, source } = terminal
  const absolute = folders.map((folder) => resolve(cwd, folder))
  for (const [index, folder] of absolute.entries()) {
    if (await isFolder(folder)) continue
    throw new UsageError(`There is no folder \`${folders[index]}\`.`)
  }
  const site = await findDocfxSite(absolute, {
    ...(source !== undefined && { source }),
    url: publication.url,
    base: publication.base,
    config: await loadConfig(root),
    root,
    files: siteFiles(folders, terminal),
    nameOf: (path) => posix.normalize(relative(cwd, path)) || '.',
    imageAttributes: markImage,
    ledger: publication.ledger,
    ...reading,
  })
  refuseGuessedSource(site, source)
  return site
}

/** @throws UsageError where nothing says which language a docset is translated from. */
function refuseGuessedSource({ docsets }: SiteSources, source: string | undefined): void {
  for (const { kind, docset } of docsets) {
    if (kind !== 'docfx' || !docset.isSourceUnknown) continue
    const choices = docset.editions.map(({ locale }) => `--source ${locale.toLowerCase()}`)
    const reason =
      source === undefined
        ? `Nothing says which language the docset \`${docset.id}\` is written in.`
        : `The docset \`${docset.id}\` has no language \`${source}\`.`
    throw new UsageError(`${reason} Add ${choices.join(' or ')}.`)
  }
}
