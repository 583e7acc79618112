/** The configuration for nginx, in two files: one for `http { }`, one for `server { }`. */
import { createHash } from 'node:crypto'
import { largest } from '#plugins/large-arrays.ts'
import { withBase } from '../docsets/address.ts'
import type { Redirect } from '../docsets/page.ts'
import type { SiteLocale } from '../site.ts'
import { revalidate, immutable, hashedFolders } from './caching.ts'
import { nginxDownloads } from './downloads.ts'
import { nginxMarkdown } from './markdown.ts'
import { redirectPairs } from './redirects.ts'

export interface NginxOptions {
  base: string
  locales: readonly Pick<SiteLocale, 'path'>[]
  redirects: readonly Redirect[]
  /** Paths of pages that say that something was taken away, without the base. */
  removed: readonly string[]
  /** Headers of every answer, by name. */
  headers: Readonly<Record<string, string>>
}

/**
 * The lines for `http { }`: for each address where it leads now, how long it is kept, and the page
 * that answers for it when there is nothing.
 *
 * These are maps because a location of nginx inherits no header once it adds one of its own.
 */
export function nginxHttp({ base, locales, redirects, removed }: NginxOptions): string {
  const moved = redirectPairs(redirects, base).map(({ from, to }) => {
    // `$` begins a variable, and cannot be escaped.
    const target = to.replaceAll('$', '%24')
    // The query goes along, unless there is an anchor: it would have to come before that.
    const query = to.startsWith('/') && !to.includes('#') ? '$is_args$args' : ''
    return {
      path: decodeURI(from),
      line: `  ${quoted(decodeURI(from))} ${quoted(target + query)};`,
    }
  })
  const ended = removed.map((path) => decodeURI(withBase(base, path)))
  const paths = [...moved.map(({ path }) => path), ...ended]
  const longest = largest(
    paths.map((path) => Buffer.byteLength(path)),
    0,
  )
  // 24 bytes are nginx's own part of an entry, with room to spare.
  const bucket = 2 ** Math.ceil(Math.log2(longest + 24))
  return lines([
    '# Made by `passerelle build`, for http { }: include …/.nginx/http.conf;',
    bucket > 64 && `map_hash_bucket_size ${bucket};`,
    `map $uri ${variable(base, 'moved')} {`,
    '  default "";',
    ...moved.map(({ line }) => line),
    '}',
    `map $uri ${variable(base, 'removed')} {`,
    // Asked for again for the page itself, which has another address.
    '  volatile;',
    '  default "";',
    ...ended.map((path) => `  ${quoted(path)} ${quoted(`${path}index.html`)};`),
    '}',
    `map $uri ${variable(base, 'kept')} {`,
    `  default "${revalidate}";`,
    ...hashedFolders.map((folder) => `  "~^${escaped(base + folder)}" "${immutable}";`),
    '}',
    `map $uri ${variable(base, 'missing')} {`,
    `  default ${withBase(base, '/404.html')};`,
    ...locales.map(
      ({ path }) =>
        `  "~^${escaped(withBase(base, `/${path}/`))}" ${withBase(base, `/${path}/404.html`)};`,
    ),
    '}',
    ...nginxMarkdown((name) => variable(base, name)).http,
  ])
}

/**
 * The lines for `server { }`, beside its own `root`, below which the site is at its base:
 * with `/docs/`, in the folder `docs`.
 */
export function nginxServer({ base, headers }: NginxOptions): string {
  const moved = variable(base, 'moved')
  const removed = variable(base, 'removed')
  return lines([
    '# Made by `passerelle build`, for server { }: include …/.nginx/server.conf;',
    `location ${base} {`,
    `  if (${moved}) { return 301 ${moved}; }`,
    `  if (${removed}) { return 410; }`,
    `  error_page 410 ${removed};`,
    ...nginxMarkdown((name) => variable(base, name)).location,
    '  charset utf-8;',
    // Behind a proxy nginx knows neither the port nor the scheme that the reader sees.
    '  absolute_redirect off;',
    // A folder without an index is no page, either.
    `  error_page 403 =404 ${variable(base, 'missing')};`,
    `  error_page 404 405 413 416 ${variable(base, 'missing')};`,
    ...Object.entries(headers).map(
      ([name, value]) => `  add_header ${name} ${quoted(value)} always;`,
    ),
    `  add_header Cache-Control ${variable(base, 'kept')};`,
    '  gzip on;',
    '  gzip_vary on;',
    '  gzip_proxied any;',
    '  gzip_types text/css text/csv text/javascript application/javascript application/json application/xml image/svg+xml text/plain;',
    '}',
    ...nginxDownloads(base, variable(base, 'missing')),
    // This configuration, and what other hosts read.
    `location ~ ^${escaped(base)}(?:\\.(?!well-known/)|(?:.*/)?\\.htaccess$|_headers$|_redirects$|staticwebapp\\.config\\.json$) {`,
    `  error_page 404 ${variable(base, 'missing')};`,
    '  return 404;',
    '}',
    // Addresses that nginx cannot read belong to no location; a server that holds other sites answers them itself.
    base === '/' && `error_page 400 414 ${variable(base, 'missing')};`,
  ])
}

/** One name for each site that a server may hold. */
function variable(base: string, name: string): string {
  // nginx knows variables without the case of their letters, and no long ones (variables_hash_bucket_size).
  const isPlain = /^\/(?:[a-z\d]+\/)*$/.test(base) && base.length <= 24
  const digest = () => createHash('sha256').update(base).digest('hex').slice(0, 12)
  const place = isPlain ? base.replaceAll('/', '_').replace(/_$/, '') : `_${digest()}`
  return `$passerelle${place}_${name}`
}

/** For regular expressions. */
function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`
}

function lines(all: readonly (string | false)[]): string {
  return `${all.filter((line) => line !== false).join('\n')}\n`
}
