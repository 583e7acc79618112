/** What other packages import as `passerelle`. */
export { defineSite } from './config/define-site.ts'
export type { FormatUnit, LintFinding, LintPage, SearchRecord } from '#plugins/hooks.ts'
export type { PasserellePlugin, SiteConfig } from './config/site-config.ts'
export {
  type IntegrationOptions,
  passerelle,
  passerelle as default,
} from './integration/integration.ts'
