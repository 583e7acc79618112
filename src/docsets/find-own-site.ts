/** Find the project's own guides. */
import { relative } from 'node:path'
import type { FileSystem } from './file-system.ts'
import { markImage } from '#plugins/image-marks.ts'
import type { LedgerRequest } from './ledger-file.ts'
import { type SiteOptions, type SiteSources, findGuideSite } from './find-site.ts'

/** Overrides of where the site is published and where its ledger is. */
export interface SiteOverrides {
  url?: string | undefined
  base?: string | undefined
  ledger?: LedgerRequest | undefined
}

/**
 * Find the guides that `content/site.config.ts` names; no page is read yet.
 *
 * @param config - Its default export, not validated yet.
 */
export function findOwnSite(
  { root, config }: { root: string; config: unknown },
  files: FileSystem,
  published: SiteOverrides = {},
  reading: Pick<SiteOptions, 'textOnly' | 'facts' | 'drafts'> = {},
): Promise<SiteSources> {
  const { ledger, ...addresses } = published
  const asked = Object.entries(addresses).filter(([, value]) => value !== undefined)
  const nameOf = (absolute: string) => relative(root, absolute)
  const options = { root, files, nameOf, imageAttributes: markImage, ledger, ...reading }
  return findGuideSite(withAddresses(config, Object.fromEntries(asked)), options)
}

function withAddresses(config: unknown, asked: object): unknown {
  return typeof config === 'object' && config !== null ? { ...config, ...asked } : config
}
