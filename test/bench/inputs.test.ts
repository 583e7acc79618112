/** The pages that measurements build. */
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { withSentence } from '../../bench/inputs/edit.ts'
import { generatedPages, textOfPage } from '../../bench/inputs/pages.ts'

test('generated pages are the same each time, half of them below 6,000 bytes', () => {
  const pages = generatedPages(1)
  expect(generatedPages(1)).toEqual(pages)
  expect(pages).toHaveLength(1001)
  const lengths = pages.map((page) => Buffer.byteLength(textOfPage(page))).toSorted((a, b) => a - b)
  expect(lengths[500]).toBeGreaterThan(5500)
  expect(lengths[500]).toBeLessThan(6500)
})

test('every link of a generated page leads to a page', () => {
  const pages = generatedPages(1, [30, 10])
  const paths = pages.map(({ path }) => path)
  const links = pages.flatMap(({ path, body }) =>
    [...body.matchAll(/\]\((.+?)\)/g)].map(([, to]) => posix.join(posix.dirname(path), to!)),
  )
  expect(links.length).toBeGreaterThan(100)
  expect(links.filter((link) => !paths.includes(link))).toEqual([])
})

test.each([
  ['a paragraph', '# A\n\nOne.\n\nTwo.\n\nThree.\n', '# A\n\nOne.\n\nTwo. New.\n\nThree.\n'],
  [
    'no front matter',
    '---\ntitle: A\n\nb.\n\n---\n\nOne.\n',
    '---\ntitle: A\n\nb.\n\n---\n\nOne. New.\n',
  ],
  ['no code', 'One.\n\n```\n\nTwo.\n\n```\n', 'One. New.\n\n```\n\nTwo.\n\n```\n'],
  ['no list', '- One.\n\nTwo.\n', '- One.\n\nTwo. New.\n'],
])('an edit changes the middle: %s', (_, before, after) => {
  expect(withSentence(before, 'New.')).toBe(after)
})

test('a page without a paragraph cannot be edited', () => {
  expect(() => withSentence('# A\n', 'New.')).toThrow('without a paragraph')
})
