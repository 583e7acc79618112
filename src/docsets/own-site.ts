/** Read the project's own guides, as `content/site.config.ts` names them. */
import { relative } from 'node:path'
import config from '#content/site.config.ts'
import type { Files } from './files.ts'
import type { Handover } from './handover.ts'
import { openGuideSite } from './open-site.ts'
import { readSite } from './read-site.ts'

/** `published` takes the place of the address and base that the configuration says. */
export async function readOwnSite(
  root: string,
  files: Files,
  published: { url?: string | undefined; base?: string | undefined } = {},
): Promise<Handover> {
  const { url = config.url, base = config.base } = published
  const opened = await openGuideSite(
    { ...config, url, base },
    {
      root,
      files,
      nameOf: (absolute) => relative(root, absolute),
    },
  )
  return { opened, read: await readSite(opened) }
}
