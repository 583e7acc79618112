/**
 * Draw a matrix that was written by hand as a real table: caption, scopes, and in every cell the name
 * of its column, which a phone shows when each row becomes a card.
 *
 * The roles say what the elements are anyway: browsers forget it as soon as a style sheet draws a table
 * as blocks.
 */
import type { Element, ElementContent, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from '../visit.ts'
import type { VFile } from 'vfile'
import { element } from '../element.ts'
import { hasWords } from '../words.ts'

export interface MatrixTableOptions {
  /** Words in the language of the content. */
  matrixText: (key: 'matrix.caption' | 'matrix.yes' | 'matrix.no', file: VFile) => string
}

export default function rehypeMatrixTables({ matrixText }: Readonly<MatrixTableOptions>) {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'element', (box) => {
      if (box.properties['dataMatrix'] !== 'hand') return
      const label = box.children.find(isLabel)
      const table = elements(box.children).find(({ tagName }) => tagName === 'table')
      if (!table) return
      box.children = box.children.filter((child) => child !== label)
      const content = label ? label.children : [text(matrixText('matrix.caption', file))]
      drawTable(table, content)
    })

    function drawTable(table: Element, content: ElementContent[]): void {
      const rows = elements(table.children).flatMap((part) => elements(part.children))
      const names = elements(rows[0]?.children ?? []).map((cell) => toString(cell).trim())
      table.properties['role'] = 'table'
      for (const part of elements(table.children)) part.properties['role'] = 'rowgroup'
      for (const [index, row] of rows.entries()) {
        row.properties['role'] = 'row'
        for (const [column, cell] of elements(row.children).entries()) {
          if (index === 0 && cell.tagName === 'td') cell.properties['role'] = 'cell'
          else if (index === 0)
            Object.assign(cell.properties, { scope: 'col', role: 'columnheader' })
          else if (column === 0) {
            cell.tagName = 'th'
            Object.assign(cell.properties, { scope: 'row', role: 'rowheader' })
          } else {
            Object.assign(cell.properties, { role: 'cell', dataLabel: names[column] ?? '' })
            markCell(cell)
          }
        }
      }
      table.children.unshift(element('caption', {}, content))
    }

    function markCell(cell: Element): void {
      const typed = toString(cell).trim()
      // An image is neither.
      if (typed === '' && hasWords(cell)) return
      const isYes = /^[x✓✔]$/i.test(typed)
      if (!isYes && !/^[-–—]?$/.test(typed)) return
      const sign = element('span', { ariaHidden: 'true' }, [text(isYes ? '✓' : '–')])
      const word = matrixText(isYes ? 'matrix.yes' : 'matrix.no', file)
      cell.properties['className'] = [isYes ? 'matrix__yes' : 'matrix__no']
      cell.children = [sign, element('span', { className: ['unseen'] }, [text(word)])]
    }
  }
}

function isLabel(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'p' && node.properties['dataLabel'] === 'title'
}

function elements(nodes: readonly (ElementContent | Root['children'][number])[]): Element[] {
  return nodes.filter((node) => node.type === 'element')
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
