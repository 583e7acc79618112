import { expect, test } from 'vitest'
import {
  separateWords,
  textOfArticle,
  typographic,
  filterProperties,
  withoutForeign,
  withPictureWords,
  withStepWeights,
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

test('a page has the values that it can be filtered by', () => {
  expect(filterProperties({ guide: ['g'], phase: ['p', 'q'] })).toEqual({
    'data-filter-guide-0': 'g',
    'data-filter-phase-0': 'p',
    'data-filter-phase-1': 'q',
    'data-pagefind-filter':
      'guide[data-filter-guide-0], phase[data-filter-phase-0], phase[data-filter-phase-1]',
  })
})

test('the steps of a page weigh little in it', () => {
  expect(withStepWeights('<li class="step" data-step="">x</li>')).toBe(
    '<li data-pagefind-weight="0.2" class="step" data-step="">x</li>',
  )
})

test('a page is found by the words of its first picture', () => {
  expect(withPictureWords('<p><img src="a.png" alt="A > B"><img src="b.png" alt="C"></p>')).toBe(
    '<p><img data-pagefind-meta="image_alt[alt]" src="a.png" alt="A > B"><img src="b.png" alt="C"></p>',
  )
  const mark = JSON.stringify({ src: 'a.png', alt: 'A & "B"' }).replaceAll('"', '&#x22;')
  expect(withPictureWords(`<img passerelle-image="${mark.replace(' & ', ' &#x26; ')}">`)).toContain(
    ' alt="A &amp; &quot;B&quot;" ',
  )
})

test('the words of a page are those between its tags', () => {
  const html = '<article data-pagefind-body><p title="no">one&nbsp;two</p></article>'
  expect(textOfArticle(html).match(/\w+/g)).toEqual(['one', 'two'])
})

test('words that are not translated, and changes of the original, are in no index of the page’s language', () => {
  const html =
    '<article data-pagefind-body><p>Lisez.</p><p lang="en" data-state="untranslated">Then ask.</p>' +
    '<details class="change" lang="fr"><summary>Original</summary></details></article>'
  const indexed = withoutForeign(html)
  expect(indexed).toContain('<p data-pagefind-ignore="all" lang="en"')
  expect(indexed).toContain('<details data-pagefind-ignore="all" class="change"')
  expect(textOfArticle(indexed).match(/\p{L}+/gu)).toEqual(['Lisez'])
})
