/** Read the project's own guides, as Astro does in development. */
import { relative } from 'node:path'
import config from '#content/site.config.ts'
import type { Files } from './files.ts'
import type { Handover } from './handover.ts'
import { openGuideSite } from './open-site.ts'
import { readSite } from './read-site.ts'

export async function readOwnSite(root: string, files: Files): Promise<Handover> {
  const opened = await openGuideSite(config, {
    root,
    files,
    nameOf: (absolute) => relative(root, absolute),
  })
  return { opened, read: await readSite(opened) }
}
