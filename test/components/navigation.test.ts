import { describe, expect, test } from 'vitest'
import { drawingOf } from '#src/components/sidebar/render-sidebar.ts'
import { countOf, readingOrderOf, neighboursOf, trailTo, unwrap } from '#src/docsets/nav-entries.ts'
import type { NavigationItem } from '#src/docsets/page.ts'

const page = (title: string, href: string, items: NavigationItem[] = []) => ({ title, href, items })
const group = (title: string, items: NavigationItem[]) => ({ title, items })

const guide = [
  page('Start', '/en/guide/'),
  group('Prepare', [
    page('Assess', '/en/guide/assess/', [page('Network', '/en/guide/network/')]),
    page('Tools', 'https://tools.example/'),
  ]),
  page('Assess again', '/en/guide/assess/'),
  page('Finish', '/en/guide/finish/#last'),
]

describe('the way to a page', () => {
  const titles = (path: string) => trailTo(guide, path).map(({ title }) => title)

  test('goes through groups that are no pages', () => {
    expect(titles('/en/guide/network/')).toEqual(['Prepare', 'Assess', 'Network'])
  })

  test('is the first one where a page is listed twice', () => {
    expect(titles('/en/guide/assess/')).toEqual(['Prepare', 'Assess'])
  })

  test('is empty for a page that the table of contents does not list', () => {
    expect(titles('/en/guide/appendix/')).toEqual([])
  })
})

describe('the reading order', () => {
  test('has every page once and none from elsewhere', () => {
    expect(readingOrderOf(guide).map(({ href }) => href)).toEqual([
      '/en/guide/',
      '/en/guide/assess/',
      '/en/guide/network/',
      '/en/guide/finish/',
    ])
  })

  test('has nothing before the first page and nothing after the last', () => {
    const entries = readingOrderOf(guide)
    expect(neighboursOf(entries, '/en/guide/')).toEqual({ next: entries[1] })
    expect(neighboursOf(entries, '/en/guide/finish/')).toEqual({ previous: entries[2] })
  })

  test('has no neighbours for a page that is not in it', () => {
    expect(neighboursOf(readingOrderOf(guide), '/en/guide/appendix/')).toEqual({})
  })
})

test('a single root becomes the title of what it holds', () => {
  const root = page('Guide', '/en/guide/', guide)
  expect(unwrap([root])).toEqual({ root, items: guide })
  expect(unwrap(guide)).toEqual({ items: guide })
  expect(unwrap([page('Only', '/en/guide/')]).root).toBeUndefined()
})

test('entries are counted on all levels', () => {
  expect(countOf(guide)).toBe(7)
})

describe('a drawing of the table of contents', () => {
  const options = {
    address: (path: string) => path.replace(/^\//, '/base/'),
    branchLabel: (title: string) => `Under ${title}`,
  }
  const draw = drawingOf(guide, options)

  test('marks the page once and opens only what is above it', () => {
    const html = draw('/en/guide/assess/')
    expect(html.match(/aria-current/g)).toHaveLength(1)
    expect(html).toContain('<a href="/base/en/guide/assess/" aria-current="page">Assess</a>')
    expect(html).toContain('<details open><summary>Prepare</summary>')
  })

  test('leaves every branch closed on a page that is not listed', () => {
    const html = draw('/en/guide/appendix/')
    expect(html).not.toContain('aria-current')
    expect(html).not.toContain(' open')
  })

  test('is the same from a page after another page was drawn', () => {
    const before = draw('/en/guide/network/')
    draw('/en/guide/finish/')
    expect(draw('/en/guide/network/')).toBe(before)
  })

  test('shows titles as text, never as markup', () => {
    const risky = drawingOf([page('A & B <script>"', '/en/"x"/')], options)
    expect(risky('/')).toBe(
      '<ul><li><a href="/base/en/&quot;x&quot;/">A &amp; B &lt;script&gt;&quot;</a></ul>',
    )
  })

  test('says which titles are in another language, and so does the pager', () => {
    const foreign = { ...page('Évaluer', '/en/evaluer/'), lang: 'fr-FR' }
    const items = [foreign, { ...group('Préparer', [foreign]), lang: 'fr-FR' }, group('Ici', [])]
    expect(drawingOf(items, options)('/en/evaluer/')).toBe(
      '<ul><li><a href="/base/en/evaluer/" lang="fr-FR" aria-current="page">Évaluer</a>' +
        '<li><details><summary lang="fr-FR">Préparer</summary>' +
        '<ul><li><a href="/base/en/evaluer/" lang="fr-FR">Évaluer</a></ul></details>' +
        '<li><span>Ici</span></ul>',
    )
    expect(readingOrderOf(items)).toEqual([
      { title: 'Évaluer', lang: 'fr-FR', href: '/en/evaluer/' },
    ])
  })

  test('shows branches that are always open, and the versions of a page', () => {
    const open = {
      ...group('Prepare', [page('Network', '/en/network/')]),
      isExpanded: true as const,
    }
    const older = { ...page('Old', '/en/old/'), appliesTo: 'tool < 2.0' }
    const html = String(drawingOf([open, older], options)('/'))
    expect(html).toContain('<details open><summary>Prepare</summary>')
    expect(html).toContain('>Old <small>tool &lt; 2.0</small></a>')
  })

  test('names the button of a branch in words that each say their language', () => {
    const branch = {
      ...page('Évaluer', '/en/evaluer/', [page('Lire', '/en/lire/')]),
      lang: 'fr-FR',
    }
    expect(drawingOf([branch], options)('/')).toContain(
      '<summary><span class="unseen">Under <span lang="fr-FR">Évaluer</span></span></summary>',
    )
    const borrowed = { ...options, lang: 'ja', interfaceLang: 'en' }
    const items = [page('第一', '/ja/one/', [page('第二', '/ja/two/')])]
    expect(drawingOf(items, borrowed)('/')).toContain(
      '<summary lang="en"><span class="unseen">Under <span lang="ja">第一</span></span></summary>',
    )
    expect(drawingOf(items, options)('/')).toContain('<summary aria-label="Under 第一"></summary>')
  })
})

describe('a drawing of a large table of contents', () => {
  const forms = {
    pages: (count: number) => `${count} pages`,
    more: (count: number) => `${count} more`,
  }
  const options = {
    address: (path: string) => path.replace(/^\//, '/base/'),
    branchLabel: (title: string) => `Under ${title}`,
    cut: { contents: '/en/guide/contents/', lang: 'en', most: 40, ...forms },
  }
  const pages = Array.from({ length: 100 }, (_, index) => page(`P${index}`, `/en/guide/${index}/`))
  const large = [group('Many', pages), ...guide]
  const draw = drawingOf(large, options)

  test('says of a branch how many pages it has, and leads to the first of them', () => {
    expect(draw('/en/guide/finish/')).toContain(
      '<li><a href="/base/en/guide/0/">Many <small>100 pages</small></a>',
    )
  })

  test('says how many pages are left out, and leads to them in the whole table', () => {
    const html = draw('/en/guide/50/')
    expect(html).toContain('aria-current="page">P50</a>')
    expect(html).toContain('<a href="/base/en/guide/51/">P51</a>')
    const [before, after] = [...html.matchAll(/href="([^"]*#[^"]*)">(\d+) more/g)]
    expect(before?.[1]).toBe('/base/en/guide/contents/#_0.0')
    const shown = [...html.matchAll(/>P\d+</g)].length
    expect(after?.[1]).toMatch(/^\/base\/en\/guide\/contents\/#_0\.\d+$/)
    expect(shown + Number(before?.[2]) + Number(after?.[2])).toBe(100)
  })

  test('weighs the same on a page of a hundred and of ten thousand, at most 2 kB', () => {
    const { cut: _, ...whole } = options
    const cut = { contents: '/en/guide/contents/', lang: 'en', ...forms }
    const weights = [100, 10_000].map((count) => {
      const all = Array.from({ length: count }, (_one, at) =>
        page(`Page ${at}`, `/en/docs/p-${at}/`),
      )
      return String(drawingOf([group('All', all), ...guide], { ...whole, cut })('/en/docs/p-55/'))
        .length
    })
    expect(Math.max(...weights)).toBeLessThan(2000)
    expect(Math.abs(weights[0]! - weights[1]!)).toBeLessThan(20)
  })

  test('says which words of it are the interface’s, where titles are in another language', () => {
    const foreign = { ...group('Beaucoup', pages), lang: 'fr-FR' }
    expect(drawingOf([foreign, ...guide], options)('/en/guide/finish/')).toContain(
      '<a href="/base/en/guide/0/" lang="fr-FR">Beaucoup <small lang="en">100 pages</small></a>',
    )
  })
})

describe('a branch that is open on every page', () => {
  const options = { address: (path: string) => path, branchLabel: (title: string) => title }
  const pageOf = (title: string): NavigationItem => ({ title, href: `/en/${title}/`, items: [] })
  const branch = (title: string, size: number): NavigationItem => ({
    ...pageOf(title),
    isExpanded: true,
    items: Array.from({ length: size }, (_, index) => pageOf(`${title}-${index}`)),
  })
  const many = Array.from({ length: 100 }, (_, index) => pageOf(`p${index}`))
  const cut = {
    contents: '/en/contents/',
    lang: 'en',
    most: 40,
    mostOpen: 80,
    pages: String,
    more: String,
  }
  const at = drawingOf([branch('few', 6), branch('lots', 90), ...many], { ...options, cut })(
    '/en/few/',
  )

  test('is open in a table that is cut, as long as there is room for it', () => {
    expect(at).toMatch(/<a href="[^"]*few\/" aria-current/)
    const elsewhere = drawingOf([branch('few', 6), pageOf('here'), ...many], { ...options, cut })
    expect(elsewhere('/en/here/')).toMatch(/<details open>.*few-5/)
  })

  test('is a link with the number of its pages where it would be too long', () => {
    expect(at).not.toContain('lots-0')
    expect(at).toMatch(/lots <small>90<\/small>/)
  })

  test('leaves a page no more rows than it may have', () => {
    const branches = Array.from({ length: 30 }, (_, index) => branch(`b${index}`, 5))
    const html = drawingOf([...branches, ...many], { ...options, cut })('/en/b3/')
    expect(html.match(/<a /g)?.length).toBeLessThanOrEqual(80)
    expect(html.match(/<details/g)?.length).toBeGreaterThan(5)
  })
})
