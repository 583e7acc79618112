import { expect, test } from 'vitest'
import { readExcerpt, splitHeading, excerptText } from '#src/search/excerpt.ts'

test('an excerpt is text with marked words, without the signs around them', () => {
  expect(readExcerpt('quatre phases : <mark>évaluation,</mark> correction')).toEqual([
    { text: 'quatre phases : ', marked: false },
    { text: 'évaluation', marked: true },
    { text: ', correction', marked: false },
  ])
})

test('markup that a page shows as text stays text', () => {
  const pieces = readExcerpt('type &lt;img src=x onerror=alert(1)&gt; and <mark>&lt;b&gt;</mark>')
  expect(excerptText(pieces)).toBe('type <img src=x onerror=alert(1)> and <b>')
  expect(pieces.filter(({ marked }) => marked)).toEqual([{ text: 'b', marked: true }])
})

test('an apostrophe comes out as readers write it, a quotation mark stays', () => {
  expect(excerptText(readExcerpt("l'offre <mark>d'aide</mark> 'x'"))).toBe("l’offre d’aide 'x'")
})

test('the heading that an excerpt begins with goes above it, with its marks', () => {
  const excerpt = readExcerpt("Phase <mark>d'évaluation.</mark> Nous <mark>évaluons</mark> tout.")
  expect(splitHeading(excerpt, "Phase d'évaluation")).toEqual({
    heading: [
      { text: 'Phase ', marked: false },
      { text: 'd’évaluation', marked: true },
    ],
    rest: [
      { text: 'Nous ', marked: false },
      { text: 'évaluons', marked: true },
      { text: ' tout.', marked: false },
    ],
  })
})

test('an excerpt from further down keeps all its text', () => {
  const excerpt = readExcerpt('… we <mark>assess</mark> it')
  const { heading, rest } = splitHeading(excerpt, 'Assess phase')
  expect(excerptText(heading)).toBe('Assess phase')
  expect(rest).toEqual(excerpt)
})
