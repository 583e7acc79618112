import { expect, test } from 'vitest'
import { nginxHttp } from '#src/hosting/nginx.ts'
import { apacheRedirects, netlifyRedirects } from '#src/hosting/redirects.ts'

const redirects = [
  { locale: 'fr-FR', from: '/fr-fr/g/old/', to: '/fr-fr/g/new/' },
  { locale: 'fr-FR', from: '/fr-fr/g/gone/', to: 'https://example.org/x' },
  { locale: 'fr-FR', from: '/fr-fr/g/%C3%A9t%C3%A9-1.0/', to: '/fr-fr/g/%C3%A9t%C3%A9/#plage' },
]

const nginxRedirects = (some: typeof redirects, base: string) =>
  nginxHttp({ base, locales: [{ path: 'fr-fr' }], redirects: some, removed: [], headers: {} })

test('redirects for hosts stand under the base, whole addresses as they are', () => {
  expect(netlifyRedirects(redirects.slice(0, 2), '/docs/')).toBe(
    '/docs/fr-fr/g/old/ /docs/fr-fr/g/new/ 301\n/docs/fr-fr/g/gone/ https://example.org/x 301\n',
  )
})

test('nginx compares addresses decoded, and gets them by an exact look-up', () => {
  const map = nginxRedirects(redirects, '/docs/')
  expect(map).toContain('  "/docs/fr-fr/g/old/" "/docs/fr-fr/g/new/$is_args$args";\n')
  expect(map).toContain('  "/docs/fr-fr/g/été-1.0/" "/docs/fr-fr/g/%C3%A9t%C3%A9/#plage";\n')
  expect(map).toMatch(/^map \$uri \$passerelle_docs_moved \{\n {2}default "";$/m)
})

test('the map for nginx is there before the first page moves, and asks for room for long addresses', () => {
  expect(nginxRedirects([], '/')).toMatch(/map \$uri \$passerelle_moved \{\n {2}default "";\n\}\n/)
  expect(nginxRedirects(redirects, '/')).not.toContain('bucket')
  const long = { locale: 'en', from: `/en/g/${'long-'.repeat(20)}/`, to: '/en/g/' }
  expect(nginxRedirects([long], '/')).toContain('map_hash_bucket_size 256;\n')
})

test('Apache takes an address with or without its last slash, and none below it', () => {
  const lines = apacheRedirects(redirects, '/').split('\n')
  expect(lines[1]).toBe('RedirectMatch permanent "^/fr-fr/g/old/?$" "/fr-fr/g/new/"')
  expect(lines[3]).toBe('RedirectMatch permanent "^/fr-fr/g/été-1\\\\.0/?$" "/fr-fr/g/été/#plage"')
})

test('nginx answers for removed pages with the page that says so', () => {
  const some = { base: '/docs/', locales: [], redirects: [], headers: {} }
  const text = nginxHttp({ ...some, removed: ['/en/g/%C3%A9t%C3%A9/'] })
  expect(text).toContain(
    'map $uri $passerelle_docs_removed {\n  volatile;\n  default "";\n' +
      '  "/docs/en/g/été/" "/docs/en/g/été/index.html";\n}\n',
  )
})

test('a page that became a part of another one is left to itself if it had anchors', () => {
  const [redirect] = redirects
  const merged = { ...redirect!, to: '/fr-fr/g/new/#part' }
  const anchors = [{ id: 'do', to: '/fr-fr/g/new/#do', title: 'Do' }]
  expect(netlifyRedirects([merged], '/')).toContain('/fr-fr/g/new/#part')
  expect(netlifyRedirects([{ ...merged, anchors }], '/')).toBe('')
  const removed = [{ id: 'do', title: 'Do', why: 'Nobody does it' }]
  expect(netlifyRedirects([{ ...merged, removed }], '/')).toBe('')
})
