/** `lint`: links say where they lead. */
import type { PasserellePlugin } from 'passerelle'

type Tree = { type: string; value?: string; children?: Tree[] }

const empty = new Set(['here', 'click here', 'this page', 'ici', 'cliquez ici', 'cette page'])

export const noClickHere: PasserellePlugin = {
  name: 'no-click-here',
  hooks: {
    lint({ tree }, report) {
      visit(tree)

      function visit(node: Tree): void {
        const text = textOf(node).trim().toLowerCase()
        if (node.type === 'link' && empty.has(text)) {
          const reason = `Link text “${textOf(node)}” does not say where the link leads. Name the page.`
          report({ rule: 'link-text', reason, place: node })
        }
        node.children?.forEach(visit)
      }
    },
  },
}

function textOf({ value = '', children = [] }: Tree): string {
  return value + children.map(textOf).join('')
}
