import { expect, test } from 'vitest'
import {
  isSearchable,
  separateWords,
  textOfBody,
  typographic,
  withFilters,
  withoutForeign,
} from '#src/search/indexed.ts'

test('words that an apostrophe or a dash joins can be found by themselves', () => {
  expect(separateWords('<p>Phase d’évaluation—fin</p>')).toBe("<p>Phase d'évaluation — fin</p>")
  expect(separateWords('<p>l’<b>offre</b> 2019–2020</p>')).toBe("<p>l'<b>offre</b> 2019 – 2020</p>")
})

test('addresses and anchors are not touched', () => {
  const html = '<a id="l’offre" href="#l’offre">x</a>'
  expect(separateWords(html)).toBe(html)
})

test('readers get the apostrophe back', () => {
  expect(typographic("d'évaluation, 'x'")).toBe("d’évaluation, 'x'")
})

test('only a page with text of its own goes into the index', () => {
  expect(isSearchable('<article class="a" data-pagefind-body data-place="">x</article>')).toBe(true)
  expect(isSearchable('<article class="a">data-pagefind-body</article>')).toBe(false)
})

test('a page tells what it is about, and its steps weigh little in it', () => {
  const html =
    '<article data-pagefind-body="" id="a"><li class="step" data-step="">x</li></article>'
  expect(withFilters(html, { guide: ['g'], phase: ['p'] }, '2000')).toBe(
    '<article data-filter-guide-0="g" data-filter-phase-0="p"' +
      ' data-pagefind-filter="guide[data-filter-guide-0], phase[data-filter-phase-0]"' +
      ' data-pagefind-sort="order:2000"' +
      ' data-pagefind-body="" id="a">' +
      '<li data-pagefind-weight="0.2" class="step" data-step="">x</li></article>',
  )
})

test('the words of a page are those of its article', () => {
  const html = '<nav>no</nav><article data-pagefind-body><p>one&nbsp;two</p></article><p>no</p>'
  expect(textOfBody(html).match(/\w+/g)?.slice(-2)).toEqual(['one', 'two'])
})

test('words that are not translated, and changes of the original, are in no index of the page’s language', () => {
  const html =
    '<article data-pagefind-body><p>Lisez.</p><p lang="en" data-state="untranslated">Then ask.</p>' +
    '<details class="change" lang="fr"><summary>Original</summary></details></article>'
  const indexed = withoutForeign(html)
  expect(indexed).toContain('<p data-pagefind-ignore="all" lang="en"')
  expect(indexed).toContain('<details data-pagefind-ignore="all" class="change"')
  expect(textOfBody(indexed).match(/\p{L}+/gu)).toEqual(['Lisez'])
})
