/** The files that hosts of static sites read beside the pages, by their path in the built folder. */
import type { Redirect } from '../docsets/page.ts'
import type { Site } from '../site.ts'
import { downloadsFolder, withBase } from '../docsets/address.ts'
import { immutable, hashedFolders } from './caching.ts'
import { downloadHeaders } from './downloads.ts'
import { apacheMarkdown } from './markdown.ts'
import { apacheMissing, netlifyMissing } from './not-found.ts'
import { nginxHttp, nginxServer } from './nginx.ts'
import { type PolicySite, securityHeaders } from './content-security-policy.ts'
import { apacheRedirects, netlifyRedirects, redirectPairs } from './redirects.ts'

/** What is at the addresses of former pages. */
export interface OldAddresses {
  redirects: readonly Redirect[]
  /** Paths of pages that say that something was taken away, without the base. */
  removed: readonly string[]
}

/**
 * All of them, for one site: they are small, and nobody has to say beforehand where it will lie.
 *
 * `_headers` and `_redirects` are read by Netlify and Cloudflare Pages, `staticwebapp.config.json` by
 * Azure Static Web Apps, `.htaccess` by Apache, `.nginx/` by nginx where its configuration includes
 * it. `.nojekyll` keeps GitHub Pages from leaving out folders that begin with `_`.
 */
export function hostFiles(
  { base, locales, ...policy }: Pick<Site, 'base' | 'locales'> & PolicySite,
  { redirects, removed }: OldAddresses,
): Map<string, string> {
  const headers = securityHeaders(policy)
  const nginx = { base, locales, redirects, removed, headers }
  return new Map([
    ['.nojekyll', ''],
    ['.nginx/http.conf', nginxHttp(nginx)],
    ['.nginx/server.conf', nginxServer(nginx)],
    ['_headers', netlifyHeaders(base, headers)],
    ['staticwebapp.config.json', azureConfig(base, redirects, headers)],
    ['_redirects', netlifyRedirects(redirects, base) + netlifyMissing(base, locales)],
    [
      '.htaccess',
      apacheHeaders(headers) +
        apacheMarkdown(base) +
        apacheRedirects(redirects, base) +
        apacheMissing(base, ''),
    ],
    ...locales.map(({ path }) => [`${path}/.htaccess`, apacheMissing(base, `/${path}`)] as const),
  ])
}

/** An address pattern, then its headers, indented. */
function netlifyHeaders(base: string, headers: Readonly<Record<string, string>>): string {
  const block = (path: string, some: readonly (readonly [string, string])[]) =>
    [`${base}${path}*`, ...some.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n')
  return [
    block('', Object.entries(headers)),
    ...hashedFolders.map((folder) => block(folder, [['Cache-Control', immutable]])),
    // Hosts join these to those of all files: browsers keep to both policies.
    block(`${downloadsFolder}/`, Object.entries(downloadHeaders)),
  ].join('\n')
}

/**
 * For all folders: Apache merges the headers of a folder's `.htaccess` into those of the folders above. A
 * server without `mod_headers` sends none, and the pages keep the policy of their own `<meta>`.
 */
function apacheHeaders(headers: Readonly<Record<string, string>>): string {
  return [
    '# Made by `passerelle build`: security headers.',
    '<IfModule mod_headers.c>',
    ...Object.entries(headers).map(
      ([name, value]) => `  Header always set ${name} "${value.replaceAll('"', '\\"')}"`,
    ),
    '</IfModule>',
    '',
  ].join('\n')
}

/** https://learn.microsoft.com/azure/static-web-apps/configuration: one page for status 404 only. */
function azureConfig(
  base: string,
  redirects: readonly Redirect[],
  headers: Readonly<Record<string, string>>,
): string {
  const config = {
    trailingSlash: 'always',
    globalHeaders: headers,
    routes: [
      ...redirectPairs(redirects, base).map(({ from, to }) => ({
        route: from,
        redirect: to,
        statusCode: 301,
      })),
      ...hashedFolders.map((folder) => ({
        route: `${base}${folder}*`,
        headers: { 'Cache-Control': immutable },
      })),
      { route: `${base}${downloadsFolder}/*`, headers: downloadHeaders },
    ],
    responseOverrides: { '404': { rewrite: withBase(base, '/404.html') } },
  }
  return `${JSON.stringify(config, null, 2)}\n`
}
