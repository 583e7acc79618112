/** A site as loaded: what was found, and what was read of it. */
import type { SiteSources } from './find-site.ts'
import type { ReadSite } from './read-site.ts'

export interface BuildContext {
  sources: SiteSources
  read: ReadSite
}
