import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { themeScript } from '#src/components/theme-select/theme-script.ts'
import { apacheDownloads } from '#src/hosting/downloads.ts'
import { hostFiles } from '#src/hosting/hosts.ts'
import { goPolicy, metaPolicy } from '#src/hosting/content-security-policy.ts'

const site = { base: '/docs/', locales: [{ path: 'en' }, { path: 'fr-fr' }] as never }
const redirects = [{ locale: 'en', from: '/en/g/old/', to: '/en/g/new/' }]

const none = { redirects: [], removed: [] }

function policyOf(name: string): string {
  const headers = hostFiles(site, none).get(name) ?? ''
  return /Content-Security-Policy:? "?([^"\n]*)/.exec(headers)?.[1] ?? ''
}

test('the policy allows files of the site and one script inside pages, by its hash', () => {
  const digest = createHash('sha256').update(themeScript).digest('base64')
  const policy = policyOf('_headers')
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' 'sha256-${digest}';`)
  expect(policy).toContain("default-src 'none';")
  expect(policy).not.toContain('unsafe-inline')
})

test('the policy is the same in each page, but for what counts in headers only', () => {
  const withoutFrames = policyOf('_headers').replace(/; frame-ancestors .*/, '')
  expect(
    metaPolicy()
      .split(';')
      .map((value) => value.trim()),
  ).toEqual(withoutFrames.split('; '))
  expect(metaPolicy()).not.toMatch(/frame-ancestors|report-uri|sandbox/)
})

test('the policy of pages under /go/ allows nothing that the policy of other pages forbids', () => {
  const all = metaPolicy().split(';')
  for (const directive of goPolicy().split(';')) {
    const [name = '', ...sources] = directive.split(' ')
    const allowed = all.find((one) => one.startsWith(`${name} `))?.split(' ')
    expect(allowed).toEqual(expect.arrayContaining(sources))
  }
  expect(goPolicy()).toContain("default-src 'none'")
})

test('no header exceeds the 4,096 bytes that nginx accepts as one parameter', () => {
  const lines = hostFiles(site, none).get('.nginx/server.conf')?.split('\n') ?? []
  const headers = lines.filter((line) => line.includes('add_header'))
  expect(headers.length).toBeGreaterThan(5)
  expect(Math.max(...headers.map((line) => Buffer.byteLength(line)))).toBeLessThan(1000)
})

test('hosts that read one file get redirects, headers and the page for dead addresses in it', () => {
  const files = hostFiles(site, { redirects, removed: [] })
  const azure: unknown = JSON.parse(files.get('staticwebapp.config.json') ?? '')
  expect(azure).toMatchObject({
    globalHeaders: { 'X-Content-Type-Options': 'nosniff' },
    routes: [
      { route: '/docs/en/g/old/', redirect: '/docs/en/g/new/', statusCode: 301 },
      { route: '/docs/_astro/*' },
      { route: '/docs/pagefind/filter/*' },
      { route: '/docs/pagefind/fragment/*' },
      { route: '/docs/pagefind/index/*' },
      { route: '/docs/pagefind/meta/*' },
      { route: '/docs/pagefind/wasm/*' },
      { route: '/docs/pagefind/words/*' },
      { route: '/docs/downloads/*', headers: { 'Content-Disposition': 'attachment' } },
    ],
    responseOverrides: { '404': { rewrite: '/docs/404.html' } },
  })
  expect(files.get('_headers')).toMatch(
    /^\/docs\/\*\n {2}Content-Security-Policy: .*\n[^]*\n\/docs\/_astro\/\*\n {2}Cache-Control: public, max-age=31536000, immutable\n/,
  )
  expect(files.get('.nojekyll')).toBe('')
})

test('dead addresses get the 404 page in their language, after all redirects', () => {
  const files = hostFiles(site, { redirects, removed: [] })
  expect(files.get('_redirects')).toBe(
    '/docs/en/g/old/ /docs/en/g/new/ 301\n' +
      '/docs/en/* /docs/en/404.html 404\n' +
      '/docs/fr-fr/* /docs/fr-fr/404.html 404\n' +
      '/docs/* /docs/404.html 404\n',
  )
  expect(files.get('.htaccess')).toMatch(
    /RedirectMatch [^]*\nErrorDocument 404 \/docs\/404\.html\n/,
  )
  // A folder without an index is forbidden, in words of the server’s own.
  for (const status of [403, 404])
    expect(files.get('fr-fr/.htaccess')).toContain(`ErrorDocument ${status} /docs/fr-fr/404.html\n`)
})

test('Apache sends the headers that nginx sends', () => {
  const files = hostFiles(site, none)
  const [nginx = '', apache = ''] = [files.get('.nginx/server.conf'), files.get('.htaccess')]
  const server = nginx.replace(/location \^~ \/docs\/downloads\/ \{[^}]*\}/, '')
  const sent = [...server.matchAll(/^ {2}add_header (\S+) (".*") always;$/gm)].map(
    ([, name, value]) => `${name} ${value}`,
  )
  expect(sent.join('\n')).toContain('Content-Security-Policy "')
  const set = [...apache.matchAll(/^ {2}Header always set (.*)$/gm)].map(([, header]) => header)
  expect(set).toEqual(sent)
})

describe('files that a browser could run are downloads, and have no rights', () => {
  const files = hostFiles(site, none)
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
