/** A loaded site: its docsets and files, and its pages. */
import type { SiteSources } from './find-site.ts'
import type { ReadSite } from './read-site.ts'

export interface BuildContext {
  sources: SiteSources
  read: ReadSite
}
