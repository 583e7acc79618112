import { expect, test } from 'vitest'
import { markup } from '#src/components/markup.ts'
import { goPage } from '#src/components/go-links/go-page.ts'
import { goPolicy } from '#src/hosting/content-security-policy.ts'
import { siteLocales, withInterfaceStrings } from '#src/i18n/strings.ts'
import type { GoLinkPage } from '#src/permalinks/go-link-pages.ts'
import type { Site } from '#src/site.ts'

const titles = { en: 'Guides', 'fr-FR': 'Guides' }
const site: Site = {
  url: 'https://guides.example',
  base: '/docs/',
  locales: siteLocales(['en', 'fr-FR'], titles, withInterfaceStrings(new Map())),
  docsets: [{ id: 'move', sourceLocale: 'en' }],
}
const style = '/docs/_astro/go-page.C-7OY_zy.css'
const script = markup`<script type="module" src="/docs/_astro/cards.DJ55kXer.js"></script>`
const frame = { site, style, script, policy: goPolicy() }

const step: GoLinkPage = {
  id: 'move/gather-data',
  kind: 'step',
  isOld: false,
  parts: [],
  place: {
    anchors: [],
    targets: [
      {
        locale: 'en',
        path: '/en/move/assess/#gather-data',
        title: 'Gather <data> & "more"',
        number: 3,
        page: 'Assess',
        above: ['Moving to Microsoft 365'],
      },
      {
        locale: 'fr-FR',
        path: '/fr-fr/move/assess/#gather-data',
        title: 'Recueillez les données',
        number: 3,
        page: 'Données',
        above: ['Passer à Microsoft 365', 'Évaluation'],
      },
    ],
  },
}
const html = goPage(step, frame)

test('a page of a step in two languages has at most 1.5 kB', () => {
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(1500)
})

test('it names the place in every language, each with its number, guide, phase and page', () => {
  expect(html).toContain(
    '<li><a href="/docs/en/move/assess/#gather-data" hreflang="en"><b>English</b>' +
      '<span>Step 3: Gather &lt;data&gt; &amp; &quot;more&quot;</span>',
  )
  expect(html).toContain('<small>Passer à Microsoft 365 · Évaluation · Données</small>')
  expect(html).toContain('<meta name="robots" content="noindex">')
})

test('it runs nothing but the script of the theme and its own file', () => {
  const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
  expect(scripts).toEqual([
    '<script>',
    '<script type="module" src="/docs/_astro/cards.DJ55kXer.js">',
  ])
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script>'))
})

test('each part of a page has its anchors, old ones too, and its title only', () => {
  const [target] = step.place.targets
  const heading = { ...target!, title: 'What to bring', path: '/en/move/assess/#bring' }
  const { number: _, ...part } = heading
  const page = { ...step, parts: [{ anchors: ['bring', 'take'], targets: [part] }] }
  expect(goPage(page, frame)).toContain(
    '<div id="bring"><span class="alias" id="take"></span><ul><li>' +
      '<a href="/docs/en/move/assess/#bring" hreflang="en"><b>English</b><span>What to bring</span></a></ul></div>',
  )
})

test('the title of a page is the page: its anchors are those of the whole', () => {
  const part = { anchors: ['bring'], targets: step.place.targets }
  const place = { ...step.place, anchors: ['assess', 'éval'] }
  const text = goPage({ ...step, kind: 'page', place, parts: [part] }, frame)
  expect(text).toContain(
    '<div><span class="alias" id="assess"></span><span class="alias" id="éval"></span><ul>',
  )
})

test('names of the site in several languages are one text beside its logo', () => {
  const named = (titles: Record<string, string>) => {
    const locales = siteLocales(['en', 'fr-FR'], titles, withInterfaceStrings(new Map()))
    return goPage(step, { ...frame, site: { ...site, locales } })
  }
  expect(named(titles)).toContain('<a href="/docs/"><span>Guides</span></a>')
  expect(named({ en: 'Guide', 'fr-FR': 'Guides' })).toContain(
    '<a href="/docs/"><span><span>Guide</span> · <span lang="fr-FR">Guides</span></span></a>',
  )
})

test('on a site in one language there is nothing to choose: each link is a title', () => {
  const alone = { ...frame, site: { ...site, locales: site.locales.slice(0, 1) } }
  const [target] = step.place.targets
  const { number: _, page: __, ...part } = { ...target!, title: 'What to bring' }
  const place = { ...step.place, targets: [target!] }
  const text = goPage({ ...step, place, parts: [{ anchors: ['bring'], targets: [part] }] }, alone)
  expect(text).toContain('<h1>Gather &lt;data&gt; &amp; &quot;more&quot;</h1>')
  expect(text).toContain(
    '<div id="bring"><ul><li><a href="/docs/en/move/assess/#gather-data">What to bring</a></ul></div>',
  )
  expect(text).toContain('<small>Moving to Microsoft 365 · Assess</small>')
  expect(text).not.toMatch(/hreflang|English|language/)
})

test('an anchor is written as it is, unless that would be no address', () => {
  const [target] = step.place.targets
  const to = (anchor: string) => {
    const targets = [{ ...target!, path: `/en/move/assess/#${anchor}` }]
    return goPage({ ...step, place: { anchors: [], targets } }, frame)
  }
  expect(to('%C3%A9t%C3%A9')).toContain('href="/docs/en/move/assess/#été"')
  expect(to('a%20b')).toContain('#a%20b"')
  expect(to('%E0%A4%A')).toContain('#%E0%A4%A"')
  expect(to('%22%3E%3Cb%3E')).toContain('#&quot;&gt;&lt;b&gt;"')
})

test('of what was removed it says what it was, and why, in each language', () => {
  const removed = [
    { locale: 'en', title: 'Old', why: 'No longer sold' },
    { locale: 'fr-FR', title: 'Old', lang: 'en', why: 'No longer sold', whyLang: 'en' },
  ]
  const text = goPage({ ...step, place: { ...step.place, removed } }, frame)
  expect(text).toContain('<div class="notice" lang="en"><p>')
  expect(text).toContain('<strong lang="en">Old</strong>')
  expect(text.match(/<span lang="en">No longer sold<\/span>/g)).toHaveLength(2)
  expect(text).toContain('<title>Old</title>')
})

test('a language without strings of its own says which words are whose', () => {
  const locales = siteLocales(['en', 'ja'], {}, withInterfaceStrings(new Map()))
  const targets = [{ locale: 'ja', path: '/ja/move/#x', title: '第一', number: 1, page: '評価' }]
  const text = goPage(
    { ...step, place: { anchors: [], targets } },
    { ...frame, site: { ...site, locales } },
  )
  expect(text).toContain(
    '<span lang="en">Step 1: <span lang="ja">第一</span></span><small>評価</small>',
  )
})
