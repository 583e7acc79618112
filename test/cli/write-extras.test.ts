import { expect, test } from 'vitest'
import { redirectsFile } from '#src/cli/write-extras.ts'

test('redirects for hosts stand under the base, whole addresses as they are', () => {
  const redirects = [
    { locale: 'fr-FR', from: '/fr-fr/g/old/', to: '/fr-fr/g/new/' },
    { locale: 'fr-FR', from: '/fr-fr/g/gone/', to: 'https://example.org/x' },
  ]
  expect(redirectsFile(redirects, '/docs/')).toBe(
    '/docs/fr-fr/g/old/ /docs/fr-fr/g/new/ 301\n/docs/fr-fr/g/gone/ https://example.org/x 301\n',
  )
})
