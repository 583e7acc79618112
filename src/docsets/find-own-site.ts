/** Find the project's own guides. */
import { relative } from 'node:path'
import config from '#content/site.config.ts'
import type { FileSystem } from './file-system.ts'
import { markImage } from '#plugins/image-marks.ts'
import type { LedgerRequest } from './ledger-file.ts'
import { type SiteOptions, type SiteSources, findGuideSite } from './find-site.ts'

/** Where the site will be published and its ledger kept, where that is not as usual. */
export interface SiteOverrides {
  url?: string | undefined
  base?: string | undefined
  ledger?: LedgerRequest | undefined
}

/** Open them as `content/site.config.ts` names them; no page is read yet. */
export function findOwnSite(
  root: string,
  files: FileSystem,
  published: SiteOverrides = {},
  reading: Pick<SiteOptions, 'textOnly' | 'facts' | 'drafts'> = {},
): Promise<SiteSources> {
  const { url = config.url, base = config.base, ledger } = published
  const nameOf = (absolute: string) => relative(root, absolute)
  const options = { root, files, nameOf, imageAttributes: markImage, ledger, ...reading }
  return findGuideSite({ ...config, url, base }, options)
}
