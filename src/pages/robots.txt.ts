import { site } from 'virtual:passerelle/site'
import { absolute } from '#src/i18n/paths.ts'

export function GET(): Response {
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(site, '/sitemap.xml')}\n`)
}
