/** Functions for hosts that cannot choose by `Accept` in their files, with requests as those hosts give them. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { onRequest } from '../../examples/negotiation/functions/_middleware.js'
import vercel from '../../examples/negotiation/middleware.js'
import netlify from '../../examples/negotiation/netlify/edge-functions/markdown.js'

const files: Readonly<Record<string, string>> = {
  '/docs/fr-fr/g/': '<h1>Guide</h1>',
  '/docs/fr-fr/g/index.md': '# Été',
  '/docs/fr-fr/g/plain/': '<h1>Sans Markdown</h1>',
  '/docs/a.css': 'a{}',
}

async function file(address: string | URL | Request): Promise<Response> {
  const { pathname } = new URL(address instanceof Request ? address.url : address)
  const text = files[pathname]
  const type = pathname.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8'
  return new Response(text ?? 'Not found', {
    status: text === undefined ? 404 : 200,
    headers: { 'Content-Type': type, 'X-Frame-Options': 'DENY' },
  })
}

type Host = (request: Request) => Promise<Response>

const hosts: Readonly<Record<string, Host>> = {
  cloudflare: (request) =>
    onRequest({ request, env: { ASSETS: { fetch: file } }, next: () => file(request) }),
  netlify: (request) => netlify(request, { next: () => file(request) }),
  vercel: async (request) => (await vercel(request)) ?? file(request),
}

describe.each(Object.entries(hosts))('%s', (name, host) => {
  const get = (path: string, accept?: string) => {
    const before = globalThis.fetch
    globalThis.fetch = file
    onTestFinished(() => void (globalThis.fetch = before))
    const headers = accept === undefined ? {} : { Accept: accept }
    return host(new Request(`https://g.example/docs/${path}`, { headers }))
  }

  test.each([
    'text/markdown',
    'Text/Markdown',
    'text/markdown, text/html, */*',
    'text/markdown, text/html;q=0.9, */*;q=0.1',
    'text/html;q=0.5, text/markdown',
    'application/json, text/markdown;q=0.5',
    'text/markdown; q=0.8, text/html; q=0.8',
  ])('sends Markdown to who prefers it: %s', async (accept) => {
    const response = await get('fr-fr/g/', accept)
    expect(await response.text()).toBe('# Été')
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(response.headers.get('vary')).toBe('Accept')
    expect(response.headers.get('x-frame-options')).toBe('DENY')
  })

  test.each([
    undefined,
    '*/*',
    'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'text/markdown;q=0.5, text/html',
    'text/markdown;q=0',
    'text/markdown;q=0.5, */*',
    'text/markdownish',
  ])('sends the page to all others: %s', async (accept) => {
    const response = await get('fr-fr/g/', accept)
    expect(await response.text()).toBe('<h1>Guide</h1>')
    expect(response.headers.get('vary')).toBe(name === 'vercel' ? null : 'Accept')
  })

  test('sends what there is where a page has no Markdown, and files as they are', async () => {
    expect(await (await get('fr-fr/g/plain/', 'text/markdown')).text()).toContain('Sans Markdown')
    expect((await get('fr-fr/gone/', 'text/markdown')).status).toBe(404)
    const styles = await get('a.css', 'text/markdown')
    expect([await styles.text(), styles.headers.get('vary')]).toEqual(['a{}', null])
  })
})
