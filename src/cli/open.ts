/** Open and read the site that a command is about: the given docfx folders, or the project's own guides. */
import { posix, relative, resolve } from 'node:path'
import { stat } from 'node:fs/promises'
import config from '#content/site.config.ts'
import { disk } from '../disk.ts'
import type { Handover } from '../docsets/handover.ts'
import { astroImageAttributes } from '../docsets/image-attributes.ts'
import { openDocfxSite } from '../docsets/open-site.ts'
import { readOwnSite } from '../docsets/own-site.ts'
import { readSite } from '../docsets/read-site.ts'
import { applyLedger } from '../links/apply.ts'
import type { ReportedProblem } from '../report/problems.ts'
import { problemsOf } from '../report/site-problems.ts'
import { UsageError } from './arguments.ts'
import type { Terminal } from './command.ts'

/** Where the site will be published; guides say it in their configuration, folders do not. */
export interface Publication {
  url?: string | undefined
  base?: string | undefined
}

/** The site as read, and everything there is to say about it. */
export async function openAndCheck(
  folders: readonly string[],
  publication: Publication,
  { cwd, root }: Terminal,
): Promise<Handover & { problems: ReportedProblem[] }> {
  const site = folders.length ? await openFolders() : await readOwnSite(root, disk, publication)
  const read = applyLedger(site.read)
  return { ...site, read, problems: problemsOf(read) }

  async function openFolders(): Promise<Handover> {
    const absolute = folders.map((folder) => resolve(cwd, folder))
    for (const [index, folder] of absolute.entries()) {
      const found = await stat(folder).catch(() => undefined)
      if (found?.isDirectory()) continue
      throw new UsageError(`Unexpected \`${folders[index]}\`, expected a folder that exists`)
    }
    const opened = await openDocfxSite(absolute, {
      url: publication.url ?? 'http://localhost',
      base: publication.base ?? '/',
      config,
      root,
      files: disk,
      nameOf: (path) => posix.normalize(relative(cwd, path)) || '.',
      imageAttributes: astroImageAttributes,
    })
    return { opened, read: await readSite(opened) }
  }
}
