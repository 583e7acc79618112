import type { SiteConfig } from './site-config.ts'

/**
 * The configuration of a site, with completion and checks while it is typed.
 *
 * @example
 *   export default defineSite({ url: 'https://guides.example', … })
 */
export function defineSite(config: SiteConfig): SiteConfig {
  return config
}
