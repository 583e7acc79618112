import type { Nodes, Root, Table } from 'mdast'
import { toString } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { docfxSyntax } from '#plugins/docfx/syntax.ts'
import { visit } from '#plugins/visit.ts'
import { randomOf } from '../../support/random.ts'

const processor = unified().use(remarkParse).use(docfxSyntax).freeze()

function tablesIn(tree: Root): Table[] {
  const tables: Table[] = []
  visit(tree, 'table', (table) => {
    tables.push(table)
  })
  return tables
}

describe('a table made at random', () => {
  test('has every cell that was typed, at its place, whatever its delimiter row has', () => {
    for (let seed = 0; seed < 300; seed++) {
      const { text, cells } = randomTable(seed)
      const [table, ...others] = tablesIn(processor.parse(text))
      const read = (table?.children ?? []).map((row) => row.children.map((cell) => toString(cell)))
      const places = (table?.children ?? []).flatMap((row) =>
        row.children.flatMap(({ children }) => placesOf(children, text)),
      )
      expect({ seed, text, read, others }).toEqual({ seed, text, read: cells, others: [] })
      for (const { typed, value } of places) expect(typed).toContain(value)
    }
  })

  test('in a block of code is as it was typed', () => {
    for (let seed = 0; seed < 100; seed++) {
      const { text } = randomTable(seed)
      const { children } = processor.parse(`~~~~\n${text}\n~~~~\n\n${text}`)
      expect(children[0]).toMatchObject({ type: 'code', value: text })
      expect(children[1]?.type).toBe('table')
    }
  })
})

function placesOf(nodes: readonly Nodes[], text: string): { typed: string; value: string }[] {
  return nodes.flatMap((node) =>
    node.type === 'text' || node.type === 'inlineCode'
      ? [
          {
            typed: text.slice(node.position?.start.offset, node.position?.end.offset),
            value: node.value,
          },
        ]
      : [],
  )
}

/** A table, and the text of its cells. */
function randomTable(seed: number): { text: string; cells: string[][] } {
  const { int: below } = randomOf(seed)
  let count = 0
  const word = () => `w${++count}`
  const kinds = [
    () => [word()],
    () => [`${word()} ${word()}`],
    () => {
      const code = `${word()} | ${word()}`
      return [`\`${code}\``, code]
    },
    () => {
      const label = `${word()}|${word()}`
      return [`[${label}](a.md)`, label]
    },
    () => {
      const [before, bold] = [word(), word()]
      return [`${before} **${bold}**`, `${before} ${bold}`]
    },
  ]
  const row = (length: number) =>
    Array.from({ length }, () => {
      const [typed = '', shown = typed] = kinds[below(kinds.length)]?.() ?? []
      return { typed, shown }
    })
  const header = row(2 + below(4))
  const rows = Array.from({ length: 1 + below(3) }, () => row(1 + below(6)))
  const delimiter = Array.from({ length: 1 + below(6) }, () => [':-', '---', ':-:', '-:'][below(4)])
  const line = (cells: readonly (string | undefined)[]) => `| ${cells.join(' | ')} |`
  const typed = [header, ...rows].map((cells) => line(cells.map((cell) => cell.typed)))
  const [first = '', ...others] = typed
  return {
    text: [first, line(delimiter), ...others].join('\n'),
    cells: [header, ...rows].map((cells) => cells.map(({ shown }) => shown)),
  }
}
