import { describe, expect, test } from 'vitest'
import type { SafeHtml } from '#plugins/safe-html.ts'
import {
  guidePages,
  newestDay,
  sectionId,
  type GuideSection,
} from '#src/components/whole-guide/pages.ts'
import { joinPages } from '#src/components/whole-guide/whole-guide.ts'
import type { GuidePage, Page } from '#src/docsets/page.ts'
import { process } from './move-example.ts'

const place = { url: 'https://guides.example', base: '/docs/' }

function guidePage(slug: string): GuideSection {
  const path = slug ? `/en/move/${slug}/` : '/en/move/'
  return { slug, path, title: slug, headingId: `${slug}-title`, headings: [], startsPhase: false }
}

const pages = [guidePage(''), guidePage('pack'), guidePage('big/piano')]

/** The HTML of the first page, whose content is `html`; the other pages have a heading each. */
function joined(html: string): string | undefined {
  const others = `<div data-page="pack"><h2 id="boxes">Boxes</h2></div><div data-page="big/piano"><h2 id="ask">Ask</h2></div>`
  return joinPages(`<div data-page="">${html}</div>${others}` as SafeHtml, pages, place).get('')
}

describe('a page in the whole guide', () => {
  test('has a name that no other page has', () => {
    expect(pages.map(sectionId)).toEqual(['index', 'pack', 'big.piano'])
  })

  test('has its name before every id, and before whatever refers to an id', () => {
    expect(
      joined(
        '<p id="a">x</p><ul aria-labelledby="a b"><li id="b"></li></ul><label for="a"></label>' +
          '<table><tbody><tr><td headers="a b"></td></tr></tbody></table><a href="#a">A</a>',
      ),
    ).toBe(
      '<p id="index--a">x</p><ul aria-labelledby="index--a index--b"><li id="index--b"></li></ul>' +
        '<label for="index--a"></label><table><tbody><tr><td headers="index--a index--b"></td></tr>' +
        '</tbody></table><a href="#index--a">A</a>',
    )
  })

  test('keeps drawings whole, whose parts refer to each other', () => {
    expect(
      joined(
        '<svg viewBox="0 0 9 9"><defs><path id="p"></path></defs><use href="#p"></use>' +
          '<rect fill="url(#p)" stroke-width="2" clip-path="url(#p)"></rect></svg>',
      ),
    ).toBe(
      '<svg viewBox="0 0 9 9"><defs><path id="index--p"></path></defs><use href="#index--p"></use>' +
        '<rect fill="url(#index--p)" stroke-width="2" clip-path="url(#index--p)"></rect></svg>',
    )
  })

  test.each([
    ['/docs/en/move/pack/#boxes', '#pack--boxes'],
    ['/docs/en/move/pack/?party=client#boxes', '#pack--boxes'],
    ['/docs/en/move/pack/', '#pack'],
    ['/docs/en/move/pack/#pack-title', '#pack'],
    ['/docs/en/move/big/piano/#ask', '#big.piano--ask'],
    ['https://guides.example/docs/en/move/pack/', '#pack'],
    ['#nowhere', '#index'],
  ])('leads by %s to %s', (from, to) => {
    expect(joined(`<a href="${from}">x</a>`)).toBe(`<a href="${to}">x</a>`)
  })

  test('keeps a link to elsewhere, with the whole address for paper', () => {
    expect(joined('<a href="/docs/en/other/#a">x</a>')).toBe(
      '<a href="/docs/en/other/#a" data-paper="https://guides.example/docs/en/other/#a">x</a>',
    )
    expect(joined('<a href="https://x.example/a?b#c">x</a>')).toBe(
      '<a href="https://x.example/a?b#c">x</a>',
    )
    expect(joined('<a href="mailto:a@x.example">x</a>')).toBe('<a href="mailto:a@x.example">x</a>')
  })

  test('has its headings one level down, what folds open, and nothing that needs script', () => {
    expect(
      joined(
        '<h2 id="a">A</h2><h6>B</h6><details><summary>C</summary>D</details>' +
          '<div class="filter" hidden><select></select></div><script>x</script><p role="status"></p>',
      ),
    ).toBe('<h3 id="index--a">A</h3><h6>B</h6><details open><summary>C</summary>D</details>')
  })
})

describe('the pages of the whole guide', () => {
  const page = (slug: string, rest: Partial<GuidePage> = {}): GuidePage => ({
    kind: 'guide',
    docset: 'move',
    locale: 'fr-FR',
    contentLocale: 'fr-FR',
    slug,
    path: `/fr-fr/move/${slug}/`,
    title: slug,
    heading: { id: '', text: slug },
    description: '',
    headings: [
      { depth: 2, id: 'h2', text: 'Two' },
      { depth: 3, id: 'h3', text: 'Three' },
    ],
    alternates: [],
    ...rest,
  })
  const entries = ['start', 'rest', 'prepare', 'leave', 'gone'].map((slug) => ({
    title: slug,
    href: `/fr-fr/move/${slug}/`,
  }))
  const all = [
    page('leave', { updated: '2026-02-01' }),
    page('prepare', { phase: 'prepare', updated: '2026-10-01' }),
    page('start'),
    page('rest', { phase: 'rest', service: 'piano' }),
    { ...page('gone'), kind: 'missing' as const },
  ]
  const { shown, missing } = guidePages(entries, all, process)

  test('come in the order of the table of contents, without those that the language lacks', () => {
    expect(shown.map(({ slug }) => slug)).toEqual(['start', 'rest', 'prepare', 'leave'])
    expect(missing.map(({ title }) => title)).toEqual(['gone'])
  })

  test('are those of a docset without steps, too, but for pages of nothing but links', () => {
    const docfx: Page[] = [
      { ...page('start'), kind: 'hub', cards: [] },
      { ...page('rest'), kind: 'docfx' },
    ]
    const result = guidePages(entries.slice(0, 2), docfx, undefined)
    expect(result.shown.map(({ slug, startsPhase }) => [slug, startsPhase])).toEqual([
      ['rest', false],
    ])
    expect(result.missing).toEqual([])
  })

  test('begin a phase where the first page about it is, or the first one with a step of it', () => {
    expect(shown.filter(({ startsPhase }) => startsPhase).map(({ slug }) => slug)).toEqual([
      'rest',
      'prepare',
      'leave',
    ])
  })

  test('are listed with their headings of level two', () => {
    expect(shown[0]?.headings.map(({ text }) => text)).toEqual(['Two'])
  })

  test('are as new as the newest of them', () => {
    expect(newestDay(all)).toBe('2026-10-01')
    expect(newestDay([{}])).toBeUndefined()
  })
})
