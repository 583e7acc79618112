/** Apache with the `.htaccess` files that a build wrote. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, answered, freePort } from './nginx.ts'

export const hasApache = spawnSync('apache2', ['-v']).status === 0

const modules = ['authz_core', 'alias', 'dir', 'headers', 'mime', 'mpm_event', 'rewrite']

/** Serve a folder below a base, with what Apache takes by default of `.htaccess` that others write. */
export async function startApache(base: string, folder: string): Promise<RunningServer> {
  const place = await mkdtemp(join(tmpdir(), 'passerelle-apache-'))
  const port = await freePort()
  const load = (name: string) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`
  const lines = [
    ...modules.map(load),
    `ServerName localhost`,
    `ServerRoot ${place}`,
    `Listen 127.0.0.1:${port}`,
    `PidFile ${place}/pid`,
    `ErrorLog ${place}/error.log`,
    'TypesConfig /etc/mime.types',
    `DocumentRoot ${place}`,
    `Alias ${base} ${folder}/`,
    `<Directory ${folder}>`,
    '  AllowOverride FileInfo',
    '  Require all granted',
    '</Directory>',
  ]
  await writeFile(join(place, 'apache.conf'), `${lines.join('\n')}\n`)
  const apache = spawn('apache2', ['-f', join(place, 'apache.conf'), '-D', 'FOREGROUND'], {
    stdio: 'inherit',
  })
  const gone = new Promise<void>((resolve) => apache.once('exit', () => resolve()))
  const origin = `http://127.0.0.1:${port}`
  await answered(origin, gone, 'Apache')
  return {
    origin,
    async close() {
      apache.kill('SIGTERM')
      await gone
      await rm(place, { recursive: true, force: true })
    },
  }
}
