/** What the Dockerfile runs, without Docker: its script, and an nginx with the configuration that that wrote. */
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'
import { freePort, hasNginx, startNginxWith } from '../support/nginx.ts'
import { translatedDocset } from '../support/translated-docset.ts'

const root = join(import.meta.dirname, '../..')
const script = join(root, 'docker/build-site.sh')

function buildSite(folder: string, cwd: string, env: Record<string, string>) {
  return spawnSync(script, [folder], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      PASSERELLE: `${process.execPath} ${join(root, 'src/cli/main.ts')}`,
      ...env,
    },
  })
}

test('what it needs and does not get is said in one line', async () => {
  const folder = await temporaryFolder()
  const { status, stderr } = buildSite(join(folder, 'site'), folder, { URL: 'https://x.example' })
  expect([status, stderr]).toEqual([1, expect.stringContaining('Set FOLDERS')])
})

describe.skipIf(!hasNginx)('the site of docfx folders', () => {
  test.each(['/', '/docs/'])('is served by nginx at %s', async (base) => {
    const docset = await translatedDocset()
    const out = join(await temporaryFolder(), 'site')
    const port = await freePort()
    const { status, stderr } = buildSite(out, docset.folder, {
      FOLDERS: 'en-us fr-fr',
      URL: 'https://guides.example',
      BASE: base,
      SERVED: join(out, 'www'),
      PORT: `127.0.0.1:${port}`,
    })
    expect(status, stderr).toBe(0)
    const nginx = await startNginxWith(await readFile(join(out, 'nginx.conf'), 'utf8'), port)
    try {
      const page = await fetch(`${nginx.origin}${base}fr-fr/moves/plan/`)
      expect([page.status, await page.text()]).toEqual([
        200,
        expect.stringContaining('Préparer le transfert'),
      ])
      const missing = await fetch(`${nginx.origin}${base}fr-fr/nowhere/`)
      expect([missing.status, missing.headers.get('content-security-policy')]).toEqual([
        404,
        expect.stringContaining("default-src 'none'"),
      ])
    } finally {
      await nginx.close()
    }
  })
})

test('the Dockerfile copies what the script writes to where nginx reads it', async () => {
  const text = await readFile(join(root, 'Dockerfile'), 'utf8')
  expect(text).toContain('docker/build-site.sh" /site')
  expect(text).toContain('/site/www /srv/www')
  expect(text).toContain('/site/nginx.conf /etc/nginx/conf.d/')
})
