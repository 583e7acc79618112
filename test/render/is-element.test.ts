/** The compiled theme asks this module in place of a package. */
import { expect, test } from 'vitest'
import { convertElement, isElement } from '#src/render/is-element.ts'

const paragraph = { type: 'element', tagName: 'p', children: [{ type: 'text', value: 'a' }] }
const picture = { type: 'element', tagName: 'img', children: [] }
const hasChildren = (node: unknown) => (node as typeof picture).children.length > 0

test.each([
  { given: undefined, found: [paragraph, picture] },
  { given: null, found: [paragraph, picture] },
  { given: 'p', found: [paragraph] },
  { given: ['table', 'img'], found: [picture] },
  { given: [], found: [] },
  { given: hasChildren, found: [paragraph] },
  { given: ['img', hasChildren], found: [paragraph, picture] },
])('elements that pass $given', ({ given, found }) => {
  // The second time a list is known already.
  for (const time of [1, 2]) {
    const passing = [paragraph, picture].filter((node) => isElement(node, given))
    expect([time, passing]).toEqual([time, found])
    expect([paragraph, picture].filter((node) => convertElement(given)(node))).toEqual(found)
  }
})

test('a node that is not an element passes no test', () => {
  const others = [{ type: 'text', value: 'p' }, { type: 'element' }, null, undefined]
  expect(others.filter((node) => isElement(node, ['p', () => true]))).toEqual([])
})

test('a function gets the index, the parent and the context', () => {
  const asked: unknown[] = []
  const parent = { type: 'root', children: [picture] }
  function check(this: unknown, ...given: unknown[]): boolean {
    asked.push([this, ...given])
    return true
  }
  expect(isElement(picture, [check], 0, parent, 'here')).toBe(true)
  expect(asked).toEqual([['here', picture, 0, parent]])
})
