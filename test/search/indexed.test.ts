import { expect, test } from 'vitest'
import { isSearchable, separateWords, typographic } from '#src/search/indexed.ts'

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
