/** What stands where a language lacks a page. */
import { expect, test } from 'vitest'
import { htmlOf } from '#plugins/safe-html.ts'
import { pageContentOf, type PageDocument } from '#src/docsets/document.ts'
import type { Page } from '#src/docsets/page.ts'
import { fallbackContent, fallbackPagesOf } from '#src/render/fallback-pages.ts'
import type { Site } from '#src/site.ts'

const site = {
  base: '/docs/',
  docsets: [{ id: 'g', sourceLocale: 'en' }],
  locales: [
    { tag: 'en', path: 'en' },
    { tag: 'fr-FR', path: 'fr-fr' },
    { tag: 'de', path: 'de' },
  ],
} as unknown as Site

const page = (locale: string, kind: 'guide' | 'missing', more: Partial<Page> = {}) =>
  ({
    kind,
    docset: 'g',
    locale,
    contentLocale: kind === 'guide' ? locale : 'en',
    slug: 'a',
    path: `/${locale.toLowerCase()}/g/a/`,
    title: `A ${locale}`,
    alternates: ['de', 'en'].map((tag) => ({ locale: tag, path: `/${tag}/g/a/` })),
    ...more,
  }) as Page
const documentOf = (one: Page, name?: string) =>
  ({ page: one, ...(name && { name }) }) as PageDocument

const english = page('en', 'guide', { bilingual: { missing: [] }, file: 'a.mdx' })
const german = page('de', 'guide')
const french = page('fr-FR', 'missing')
const pages = [german, english, french]

test('is the original of the docset at the address of the page, and not a translation', () => {
  const [only, ...others] = fallbackPagesOf(
    pages.map((one) => documentOf(one)),
    pages,
    site,
  )
  expect(others).toEqual([])
  expect(only?.page).toMatchObject({
    kind: 'guide',
    locale: 'fr-FR',
    contentLocale: 'en',
    path: '/fr-fr/g/a/',
    title: 'A en',
  })
  expect(only?.page).not.toHaveProperty('bilingual')
  expect(only?.page).not.toHaveProperty('file')
})

test('is in another language if the original is missing', () => {
  const alternates = [{ locale: 'de', path: '/de/g/a/' }]
  const missing = { ...french, alternates }
  const [only] = fallbackPagesOf([documentOf(missing)], [german, missing], site)
  expect(only?.page.title).toBe('A de')
})

test.each([
  ['a file that cannot be read', documentOf(french, 'content/docs/fr-FR/g/a.mdx')],
  ['a page that no language has', documentOf(page('fr-FR', 'missing', { alternates: [] }))],
])('is nothing for %s', (_, document) => {
  expect(fallbackPagesOf([document], pages, site)).toEqual([])
})

test('links to pages of the reader’s language where they exist', () => {
  const link = (href: string) => ({
    type: 'element' as const,
    tagName: 'a',
    properties: { title: 'href="/docs/en/g/b/"', href },
    children: [{ type: 'text' as const, value: '<a href="/docs/en/g/b/">' }],
  })
  const hrefs = ['/docs/en/g/b/#x', '/docs/en/h/', 'https://x.example/docs/en/g/b/', '#y']
  const html = htmlOf({ type: 'root', children: hrefs.map(link) })
  const content = pageContentOf([
    html,
    { component: 'PhaseDiagram', props: { docset: 'g', locale: 'en' } },
  ])
  const paths = new Set(['/fr-fr/g/b/', '/en/g/b/', '/en/h/'])
  const fallback = { page: french, original: english }
  const [text, opening, diagram] = fallbackContent(fallback, content, site, paths).parts()
  expect(text).toBe(html.replace(' href="/docs/en/g/b/#x"', ' href="/docs/fr-fr/g/b/#x"'))
  expect(opening).toBe('<div lang="fr-FR" dir="ltr">')
  expect(diagram).toMatchObject({ props: { docset: 'g', locale: 'fr-FR' } })
})
