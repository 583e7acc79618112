/**
 * The page for dead addresses in the language that the address begins with, for hosts that do not look for
 * the nearest `404.html` by themselves. Cloudflare Pages does, and passes over the lines for Netlify; Azure
 * Static Web Apps has one page for all.
 */
import { withBase } from '../docsets/address.ts'
import type { SiteLocale } from '../site.ts'

type Locales = readonly Pick<SiteLocale, 'path'>[]

const pageOf = (base: string, path: string) => withBase(base, `${path}/404.html`)

/**
 * Lines of `_redirects`, after all others: the first that fits counts. Netlify follows them only where
 * there is no file (https://docs.netlify.com/manage/routing/redirects/redirect-options/).
 */
export function netlifyMissing(base: string, locales: Locales): string {
  const lines = locales.map(
    ({ path }) => `${withBase(base, `/${path}/*`)} ${pageOf(base, `/${path}`)} 404`,
  )
  return [...lines, `${base}* ${pageOf(base, '')} 404`, ''].join('\n')
}

/**
 * `.htaccess` of a folder, `''` or `/fr-fr`. A folder without an index is forbidden to list: its status
 * stays 403 (https://httpd.apache.org/docs/2.4/mod/core.html#errordocument).
 */
export function apacheMissing(base: string, folder: string): string {
  const page = pageOf(base, folder)
  return [
    '# Made by `passerelle build`: the page for addresses where nothing is.',
    `ErrorDocument 404 ${page}`,
    `ErrorDocument 403 ${page}`,
    '',
  ].join('\n')
}
