/** The dev server: pages drawn when asked for, and a stream that tells open pages that something has changed. */
import { readFile } from 'node:fs/promises'
import {
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  createServer,
} from 'node:http'
import { join } from 'node:path'
import { Failure } from '../process/failure.ts'
import type { DevAnswer } from './dev-site.ts'
import type { LiveSite } from './live-site.ts'

/** Paths of the server's own; no docset has a locale of this name. */
const own = '@dev'

export interface DevServer {
  /** Tell open pages that the site is another now. */
  update: () => void
  url: string
  close: () => void
}

/** How many ports are tried where nobody has asked for one. */
const tries = 20

/** Answer what browsers ask for at a port that was taken with `takePort`. */
export async function serveSite(
  { server, port, answerWith }: TakenPort,
  site: LiveSite,
): Promise<DevServer> {
  const streams = new Set<ServerResponse>()
  const client = await readFile(join(import.meta.dirname, 'client.js'), 'utf8')
  answerWith((request, response) => {
    respond(request, response, site, client, streams).catch((error: unknown) => {
      response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' })
      response.end(`${error instanceof Error ? error.message : String(error)}\n`)
    })
  })
  return {
    url: `http://localhost:${port}${site.base()}`,
    update() {
      for (const stream of streams) stream.write(eventOf(site))
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

export interface TakenPort {
  server: Server
  port: number
  /** Requests wait until this is called: a browser may ask before the site is read. */
  answerWith: (listener: RequestListener) => void
}

const usualPort = 4321

/**
 * Take a port before anything that takes longer.
 *
 * @param asked - Undefined for the usual one, or the next that is free.
 * @throws Failure where the port is taken.
 */
export async function takePort(asked: number | undefined): Promise<TakenPort> {
  const { promise: listener, resolve: answerWith } = Promise.withResolvers<RequestListener>()
  const server = createServer((request, response) => {
    void listener.then((answer) => answer(request, response))
  })
  const first = asked ?? usualPort
  const last = asked === undefined ? first + tries : first
  for (let port = first; port <= last; port++) {
    if (!(await listen(server, port))) continue
    const address = server.address()
    return {
      ...{ server, answerWith },
      port: typeof address === 'object' && address ? address.port : port,
    }
  }
  throw new Failure(
    asked === undefined
      ? `Ports ${first} to ${last} are taken. Name another one with --port.`
      : `Port ${first} is taken. Name another one with --port.`,
  )
}

/** @returns False where the port is taken. */
function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    server.once('error', onError)
    // Nobody else on the network sees drafts.
    server.listen(port, '127.0.0.1', () => {
      server.off('error', onError)
      resolve(true)
    })
  })
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  site: LiveSite,
  client: string,
  streams: Set<ServerResponse>,
): Promise<void> {
  const path = pathOf(request, site.base())
  if (path === `${own}/events`) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    response.write(eventOf(site))
    streams.add(response)
    request.on('close', () => streams.delete(response))
    return
  }
  const answer = await answerOf(path, request, site, client)
  response.writeHead(answer.status, { 'Content-Type': answer.type, 'Cache-Control': 'no-store' })
  response.end(answer.body)
}

async function answerOf(
  path: string | undefined,
  { headers }: IncomingMessage,
  site: LiveSite,
  client: string,
): Promise<DevAnswer> {
  if (path === undefined) {
    return { status: 404, type: 'text/plain', body: `The site is at ${site.base()}.\n` }
  }
  if (path === `${own}/client.js`) {
    return { status: 200, type: 'text/javascript; charset=utf-8', body: client }
  }
  const address = `${site.base()}${own}/client.js?${site.version()}`
  return site.answer({ path, client: address }, headers['accept-language'] ?? '')
}

/** Without the base, decoded; undefined for an address outside the site. */
function pathOf({ url = '/' }: IncomingMessage, base: string): string | undefined {
  const { pathname } = new URL(url, 'http://localhost')
  if (!pathname.startsWith(base)) return undefined
  try {
    return decodeURI(pathname.slice(base.length))
  } catch {
    return undefined
  }
}

function eventOf(site: LiveSite): string {
  return `data: ${site.version()}\n\n`
}
