/**
 * Remove empty header cells from tables.
 *
 * Markdown has no table without a header row, so authors leave it empty; a screen reader would
 * announce it before every cell (WCAG 1.3.1).
 */
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from './visit.ts'

export default function rehypeTables() {
  return (tree: Root): undefined => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'table') return
      for (const head of childrenOf(node, 'thead')) {
        const cells = childrenOf(head, 'tr').flatMap((row) => childrenOf(row, 'th'))
        const empty = cells.filter(isEmpty)
        if (empty.length === cells.length) remove(node, head)
        else for (const cell of empty) cell.tagName = 'td'
      }
    })
  }
}

function childrenOf(parent: Element, name: string): Element[] {
  return parent.children
    .filter((child) => child.type === 'element')
    .filter(({ tagName }) => tagName === name)
}

function isEmpty(cell: Element): boolean {
  let hasImage = false
  visit(cell, 'element', ({ tagName }) => {
    hasImage ||= tagName === 'img'
  })
  return !hasImage && !toString(cell).trim()
}

function remove(parent: Element, child: Element): void {
  parent.children = parent.children.filter((item) => item !== child)
}
