/**
 * How hosts send the folder of files that a browser may run: to be saved, never shown as a page of the
 * site. A host that reads none of our files, such as GitHub Pages, sends none of this: what the
 * configuration allows in `downloads` is then open to run there.
 */
import { downloadsFolder } from '../docsets/address.ts'

/** `sandbox` without any leave gives a document an origin of its own, and no scripts (CSP Level 3). */
export const downloadHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Content-Disposition': 'attachment',
  'X-Content-Type-Options': 'nosniff',
}

/** For Apache, as `.htaccess` in the folder itself; a server that cannot send headers sends no file. */
export function apacheDownloads(): string {
  const headers = Object.entries(downloadHeaders).map(
    ([name, value]) => `  Header always set ${name} "${value}"`,
  )
  return [
    '# Made by `passerelle build`: browsers save these files and run nothing in them.',
    '<IfModule mod_headers.c>',
    ...headers,
    '</IfModule>',
    '<IfModule !mod_headers.c>',
    '  Require all denied',
    '</IfModule>',
    '',
  ].join('\n')
}

/** For nginx, a `location` of its own; `missing` is the variable with the page for dead addresses. */
export function nginxDownloads(base: string, missing: string): string[] {
  return [
    `location ^~ ${base}${downloadsFolder}/ {`,
    `  error_page 404 ${missing};`,
    ...Object.entries(downloadHeaders).map(
      ([name, value]) => `  add_header ${name} "${value}" always;`,
    ),
    '}',
  ]
}
