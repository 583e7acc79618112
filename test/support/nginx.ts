/** nginx with the configuration that a build wrote. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const hasNginx = spawnSync('nginx', ['-v']).status === 0

export interface RunningServer {
  /** Address of the server, without a slash at the end: `http://127.0.0.1:8123`. */
  origin: string
  close: () => Promise<void>
}

/** Serve sites, each below its base, as somebody does who follows the manual. */
export async function startNginx(
  sites: readonly { base: string; folder: string }[],
): Promise<RunningServer> {
  const place = await mkdtemp(join(tmpdir(), 'passerelle-nginx-'))
  const root = join(place, 'root')
  for (const { base, folder } of sites) {
    const location = join(root, base).replace(/\/$/, '')
    await mkdir(dirname(location), { recursive: true })
    await symlink(folder, location)
  }
  const port = await freePort()
  const include = (name: string) =>
    sites.map(({ folder }) => `include ${folder}/.nginx/${name}.conf;`).join('\n')
  const server = `
    ${include('http')}
    server {
      listen 127.0.0.1:${port};
      root ${root};
      ${include('server')}
    }
  `
  return startIn(place, server, port)
}

/** Serve by the lines of a file that nginx reads in `http { }`. */
export async function startNginxWith(lines: string, port: number): Promise<RunningServer> {
  return startIn(await mkdtemp(join(tmpdir(), 'passerelle-nginx-')), lines, port)
}

async function startIn(place: string, lines: string, port: number): Promise<RunningServer> {
  await mkdir(join(place, 'logs'))
  await writeFile(join(place, 'nginx.conf'), configuration(lines))
  const args = ['-p', place, '-c', 'nginx.conf', '-e', 'logs/error.log', '-g', 'daemon off;']
  const nginx = spawn('nginx', args, { stdio: 'inherit' })
  const gone = new Promise<void>((resolve) => nginx.once('exit', () => resolve()))
  const origin = `http://127.0.0.1:${port}`
  await answered(origin, gone)
  return {
    origin,
    async close() {
      nginx.kill('SIGQUIT')
      await gone
      await rm(place, { recursive: true, force: true })
    },
  }
}

function configuration(lines: string): string {
  return `
    user root;
    pid nginx.pid;
    events {}
    http {
      include /etc/nginx/mime.types;
      access_log off;
      client_body_temp_path temp;
      proxy_temp_path temp;
      fastcgi_temp_path temp;
      uwsgi_temp_path temp;
      scgi_temp_path temp;
      ${lines}
    }
  `
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** Wait a minute for the first answer of a server; `gone` when it has ended instead. */
export async function answered(origin: string, gone: Promise<void>, name = 'nginx'): Promise<void> {
  let stopped = false
  void gone.then(() => (stopped = true))
  const end = Date.now() + 60_000
  while (!stopped && Date.now() < end) {
    try {
      await fetch(origin)
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  throw new Error(`${name} did not start: see above for what it says`)
}
