/** The dev server: pages drawn when asked for, and a stream that tells open pages what has changed. */
import { readFile } from 'node:fs/promises'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { join } from 'node:path'
import type { ReportedProblem } from '../../report/problems.ts'
import { Failure } from '../process/failure.ts'
import type { DevAnswer, DevSite } from './dev-site.ts'

/** Paths of the server's own; no docset has a locale of this name. */
const own = '@dev'

export interface DevServer {
  /** Tell open pages to show the site as it is now, and its problems. */
  update: (problems: readonly ReportedProblem[]) => void
  url: string
  close: () => void
}

/** @throws Failure where the port is taken. */
export async function startDevServer(site: DevSite, port: number): Promise<DevServer> {
  const streams = new Set<ServerResponse>()
  const client = await readFile(join(import.meta.dirname, 'client.js'), 'utf8')
  const server = createServer((request, response) => {
    void respond(request, response, site, client, streams)
  })
  await listen(server, port)
  const address = server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://localhost:${actual}${site.base()}`,
    update(problems) {
      for (const stream of streams) stream.write(eventOf(problems))
    },
    close() {
      for (const stream of streams) stream.end()
      server.close()
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(isTaken ? new Failure(`Port ${port} is taken. Name another one with --port.`) : error)
    })
    // Nobody else on the network sees drafts.
    server.listen(port, '127.0.0.1', resolve)
  })
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  site: DevSite,
  client: string,
  streams: Set<ServerResponse>,
): Promise<void> {
  const path = pathOf(request, site.base())
  if (path === `${own}/events`) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    response.write(eventOf(site.problems()))
    streams.add(response)
    request.on('close', () => streams.delete(response))
    return
  }
  const answer =
    path === `${own}/client.js`
      ? ({ status: 200, type: 'text/javascript; charset=utf-8', body: client } satisfies DevAnswer)
      : path === undefined
        ? ({ status: 404, type: 'text/plain', body: `The site is at ${site.base()}.\n` } as const)
        : await site.answer(path)
  const isPage = answer.type.startsWith('text/html')
  response.writeHead(answer.status, { 'Content-Type': answer.type, 'Cache-Control': 'no-store' })
  response.end(isPage ? withClient(answer.body, site.base()) : answer.body)
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

function withClient(page: Uint8Array | string, base: string): string {
  const html = Buffer.from(page).toString('utf8')
  return html.replace(
    '</head>',
    `<script type="module" src="${base}${own}/client.js"></script></head>`,
  )
}

function eventOf(problems: readonly ReportedProblem[]): string {
  return `data: ${JSON.stringify(problems)}\n\n`
}
