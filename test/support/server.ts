/** A built site behind a server that behaves as static hosts do. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import sirv from 'sirv'

export interface ServeOptions {
  /** Where the site lies, as it was built: `/` or `/docs/`. */
  base?: string
  /** Send text compressed, for who measures what a reader waits for. */
  compress?: boolean
  /** Sent with every answer, or with that for a path. */
  headers?: Readonly<Record<string, string>> | ((path: string) => Readonly<Record<string, string>>)
  /** What is sent in place of a page’s HTML. */
  change?: (html: string) => string
}

export interface ServedSite {
  /** Address of the site's root, its base included, with a slash at the end. */
  url: string
  close: () => Promise<void>
}

/**
 * Serve a folder on a free port of this machine.
 *
 * A folder gives its `index.html`; an unknown address gives status 404 with the page of the language
 * that it begins with, else the site's own. Files may come and go while it serves.
 */
export async function serve(
  folder: string,
  { base = '/', compress = false, headers = {}, change }: ServeOptions = {},
): Promise<ServedSite> {
  const files = sirv(folder, { dev: true })
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    const own = typeof headers === 'function' ? headers(pathname) : headers
    for (const [name, value] of Object.entries(own)) response.setHeader(name, value)
    const inside = pathname.startsWith(base) ? pathname.slice(base.length - 1) : undefined
    if (inside === undefined) return notFound(response, folder, '/')
    const path = decode(inside)
    if (!path.endsWith('/') && isFolder(join(folder, path))) {
      return response.writeHead(301, { Location: `${pathname}/${search}` }).end()
    }
    if (change && sendChanged(response, join(folder, path), change)) return
    if (compress && sendCompressed(response, join(folder, path))) return
    request.url = inside + search
    files(request, response, () => notFound(response, folder, path))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        // Browsers keep connections open; the server would wait for them.
        server.closeAllConnections()
      }),
  }
}

const textTypes = new Map([
  ['.html', 'text/html;charset=utf-8'],
  ['.css', 'text/css'],
  ['.js', 'text/javascript'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
])

/** Says false of what is no page, or not there. */
function sendChanged(
  response: ServerResponse,
  path: string,
  change: (html: string) => string,
): boolean {
  const file = path.endsWith('/') ? `${path}index.html` : path
  if (!file.endsWith('.html') || !existsSync(file)) return false
  response.writeHead(200, { 'Content-Type': 'text/html;charset=utf-8' })
  response.end(change(readFileSync(file, 'utf8')))
  return true
}

/** Says false of what is no text, or not there. */
function sendCompressed(response: ServerResponse, path: string): boolean {
  const file = path.endsWith('/') ? `${path}index.html` : path
  const type = textTypes.get(extname(file))
  if (!type || !existsSync(file)) return false
  response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip' })
  response.end(gzipSync(readFileSync(file)))
  return true
}

function notFound(response: ServerResponse, folder: string, path: string): void {
  const [, first = ''] = path.split('/')
  const page = [join(folder, first, '404.html'), join(folder, '404.html')].find(existsSync)
  response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' })
  response.end(page ? readFileSync(page) : '')
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
