/** What other packages import as `passerelle`. */
export type { SiteConfig } from './docsets/guides/config.ts'
