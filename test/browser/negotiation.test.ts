/** A page’s Markdown at its own address, from real servers with the files that a build wrote. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostFiles } from '#src/hosting/hosts.ts'
import type { SiteLocale } from '#src/site.ts'
import { hasApache, startApache } from '../support/apache.ts'
import { type RunningServer, hasNginx, startNginx } from '../support/nginx.ts'

const site = new Map([
  ['fr-fr/g/index.html', '<h1>Guide</h1>'],
  ['fr-fr/g/index.md', '# Été'],
  ['fr-fr/g/plain/index.html', '<h1>Sans Markdown</h1>'],
  ['fr-fr/404.html', '<h1>Introuvable</h1>'],
  ['_astro/a.css', 'a{}'],
])

async function folderAt(base: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'))
  const locales = [{ path: 'fr-fr' } as SiteLocale]
  const files = hostFiles({ base, locales }, { redirects: [], removed: [] })
  for (const [path, text] of [...site, ...files]) {
    await mkdir(join(folder, dirname(path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

if (!hasNginx) console.warn('Skipped: nginx is not on this machine; .ci/run installs it')
if (!hasApache) console.warn('Skipped: Apache is not on this machine; .ci/run installs it')

const servers = [
  ['nginx', hasNginx, (base: string, folder: string) => startNginx([{ base, folder }])],
  ['Apache', hasApache, startApache],
] as const

describe.each(servers)('%s', (_, isThere, start) => {
  describe.skipIf(!isThere).each(['/', '/docs/'])('at %s', (base) => {
    let server: RunningServer
    let folder: string
    beforeAll(async () => {
      folder = await folderAt(base)
      server = await start(base, folder)
    })
    afterAll(async () => {
      await server?.close()
      await rm(folder, { recursive: true, force: true })
    })

    const get = (path: string, accept?: string) =>
      fetch(`${server.origin}${base}${path}`, { headers: accept ? { Accept: accept } : {} })

    test.each([
      'text/markdown',
      'Text/Markdown',
      'text/markdown, text/html;q=0.9, */*;q=0.1',
      'text/html;q=0.5, text/markdown',
      'text/markdown;q=1.0, text/plain;q=0.8, text/html;q=0.7',
      'application/json, text/markdown;q=0.5',
    ])('sends the twin to who accepts %s', async (accept) => {
      const response = await get('fr-fr/g/', accept)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')?.toLowerCase()).toBe(
        'text/markdown; charset=utf-8',
      )
      expect(response.headers.get('vary')).toContain('Accept')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(await response.text()).toBe('# Été')
    })

    test.each([
      undefined,
      '*/*',
      'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8',
      'text/html, text/markdown;q=0.5',
      'text/markdown;q=0',
      'text/markdown;q=0.0, application/json',
      'text/markdownish',
      'text/markdown;q=0.5, */*',
    ])('sends the page to who accepts %s', async (accept) => {
      const response = await get('fr-fr/g/', accept)
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
      expect(response.headers.get('vary')).toContain('Accept')
      expect(await response.text()).toBe('<h1>Guide</h1>')
    })

    test('sends HTML where there is no Markdown, and 404 where there is nothing', async () => {
      const page = await get('fr-fr/g/plain/', 'text/markdown')
      expect([page.status, await page.text()]).toEqual([200, '<h1>Sans Markdown</h1>'])
      const nothing = await get('fr-fr/nulle-part/', 'text/markdown')
      expect([nothing.status, await nothing.text()]).toEqual([404, '<h1>Introuvable</h1>'])
    })

    test('sends other files whatever the client accepts', async () => {
      const response = await get('_astro/a.css', 'text/markdown')
      expect(response.headers.get('content-type')).toMatch(/^text\/css/)
      expect(response.headers.get('vary') ?? '').not.toMatch(/Accept(?!-)/)
    })
  })
})
