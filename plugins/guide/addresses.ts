/**
 * Take off addresses that could run in the reader’s browser.
 *
 * The links plugin has reported them and left them as typed; a page that is published in spite of its
 * errors must not carry them.
 */
import type { Root } from 'hast'
import { visit } from '../visit.ts'
import { schemeOf } from './elements.ts'

const safe = new Set(['http', 'https', 'mailto', 'tel'])

export default function rehypeSafeAddresses() {
  return (tree: Root): undefined => {
    visit(tree, 'element', ({ properties }) => {
      for (const name of ['href', 'src']) {
        const scheme = schemeOf(String(properties[name] ?? ''))
        if (scheme && !safe.has(scheme)) delete properties[name]
      }
    })
  }
}
