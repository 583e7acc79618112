/** Our walk visits what unist-util-visit visits, in the same order, whatever a visitor answers. */
import type { Nodes, Root } from 'mdast'
import { visit as original } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { EXIT, SKIP, visit } from '#plugins/visit.ts'
import { parsePage } from '#src/translation/blocks/parse.ts'

const page = '# A *b*\n\n> c\n>\n> - d **e**\n> - f\n\n| g | h |\n| - | - |\n| i | `j` |\n\nk\n'

type Walk = (tree: Root, visitor: (node: Nodes, index?: number, parent?: Nodes) => unknown) => void

/** Types and places in the order of the visits. */
function visited(walk: typeof visit, answer: (node: Nodes, index?: number) => unknown): string[] {
  const result: string[] = []
  ;(walk as Walk)(parsePage(page, 'docfx'), (node, index, parent) => {
    result.push(`${parent?.type} ${index} ${node.type}`)
    return answer(node, index)
  })
  return result
}

test.each<[string, (node: Nodes, index?: number) => unknown]>([
  ['nothing', () => undefined],
  ['true', () => true],
  ['to leave out the children of quotes', ({ type }) => (type === 'blockquote' ? SKIP : undefined)],
  ['to stop at a table', ({ type }) => (type === 'table' ? EXIT : undefined)],
  ['to stop in a list', ({ type }) => (type === 'strong' ? [EXIT] : undefined)],
  ['which sibling is next', ({ type }, index = 0) => (type === 'heading' ? index + 2 : undefined)],
  ['both', ({ type }, index = 0) => (type === 'heading' ? [SKIP, index + 2] : undefined)],
])('a visitor that answers %s sees the same nodes', (_, answer) => {
  expect(visited(visit, answer)).toEqual(visited(original, answer))
})

test('a visitor of one type may take out the node that it is at', () => {
  const results = [visit, original].map((walk) => {
    const tree = parsePage(page, 'docfx')
    walk(tree, 'text', (_node, index, parent) => {
      parent?.children.splice(index ?? 0, 1)
      return [SKIP, index ?? 0]
    })
    return tree
  })
  expect(results[0]).toEqual(results[1])
})
