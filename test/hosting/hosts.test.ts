import { describe, expect, test } from 'vitest'
import { apacheDownloads } from '#src/hosting/downloads.ts'
import { hostFiles } from '#src/hosting/hosts.ts'
import { inlineParts } from '#src/hosting/policy.ts'

const site = { base: '/docs/', locales: [{ path: 'en' }, { path: 'fr-fr' }] as never }
const redirects = [{ locale: 'en', from: '/en/g/old/', to: '/en/g/new/' }]

/** Of `alert(1)`, worked out with `openssl dgst -sha256 -binary | base64`. */
const alertHash = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"

function policyOf(html: string): string {
  const headers = hostFiles(site, none, inlineParts([html])).get('_headers') ?? ''
  return /Content-Security-Policy: (.*)/.exec(headers)?.[1] ?? ''
}

const none = { redirects: [], removed: [] }

test('a script inside a page is allowed by its hash, and nothing else that is inside', () => {
  const policy = policyOf('<script type="module">alert(1)</script>')
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${alertHash};`)
  expect(policy).not.toContain('unsafe-inline')
})

test('data and scripts of their own file need no hash', () => {
  const policy = policyOf(
    '<script type="application/json">{"a":1}</script><script src="/docs/x.js"></script>',
  )
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
})

test('style attributes are allowed only where a page has some', () => {
  expect(policyOf('<p style="color:red">x</p>')).toContain("style-src-attr 'unsafe-inline'")
  expect(policyOf('<p data-style="x">style="x"</p>')).not.toContain('style-src-attr')
})

test('hosts that read one file get redirects, headers and the page for dead addresses in it', () => {
  const files = hostFiles(site, { redirects, removed: [] }, inlineParts([]))
  const azure: unknown = JSON.parse(files.get('staticwebapp.config.json') ?? '')
  expect(azure).toMatchObject({
    globalHeaders: { 'X-Content-Type-Options': 'nosniff' },
    routes: [
      { route: '/docs/en/g/old/', redirect: '/docs/en/g/new/', statusCode: 301 },
      { route: '/docs/_astro/*' },
      {},
      {},
      {},
      { route: '/docs/downloads/*', headers: { 'Content-Disposition': 'attachment' } },
    ],
    responseOverrides: { '404': { rewrite: '/docs/404.html' } },
  })
  expect(files.get('_headers')).toMatch(
    /^\/docs\/\*\n {2}Content-Security-Policy: .*\n[^]*\n\/docs\/_astro\/\*\n {2}Cache-Control: public, max-age=31536000, immutable\n/,
  )
  expect(files.get('.nojekyll')).toBe('')
})

test('a site without redirects has no file of them', () => {
  const files = hostFiles(site, none, inlineParts([]))
  expect([...files.keys()]).not.toContain('_redirects')
  expect([...files.keys()]).not.toContain('.htaccess')
})

describe('files that a browser may run are saved, and have no rights', () => {
  const files = hostFiles(site, none, inlineParts([]))
  const strict = "default-src 'none'; sandbox"

  test('by hosts that read `_headers`', () => {
    expect(files.get('_headers')).toContain(
      `/docs/downloads/*\n  Content-Security-Policy: ${strict}\n  Content-Disposition: attachment\n`,
    )
  })

  test('by nginx, whose location inherits no header of the others', () => {
    const [, location = ''] =
      /location \^~ \/docs\/downloads\/ \{\n([^}]*)\}/.exec(
        files.get('.nginx/server.conf') ?? '',
      ) ?? []
    expect(location).toContain(`add_header Content-Security-Policy "${strict}" always;`)
    expect(location).toContain('add_header Content-Disposition "attachment" always;')
    expect(location).toContain('add_header X-Content-Type-Options "nosniff" always;')
  })

  test('by Apache, or not at all where it cannot send headers', () => {
    expect(apacheDownloads()).toContain(`Header always set Content-Security-Policy "${strict}"`)
    expect(apacheDownloads()).toMatch(/<IfModule !mod_headers\.c>\n {2}Require all denied/)
  })
})
