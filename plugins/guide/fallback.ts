/**
 * Content that a translation lacks, as its source page has it: it is in the source’s language, is marked as
 * untranslated, and everything in it means what it means on the source page.
 */
import type { ContainerDirective } from './directives.ts'
import type { Root as HtmlRoot } from 'hast'
import type { Definition, FootnoteDefinition, Nodes, Parents, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { SKIP, visit } from '../visit.ts'

/** A copy that needs nothing of its page: references to definitions are links, footnotes are words. */
export function copyContainer(container: ContainerDirective, tree: Root): ContainerDirective {
  const copy = structuredClone(container)
  const definitions = new Map<string, Definition>()
  const footnotes = new Map<string, FootnoteDefinition>()
  visit(tree, (node) => {
    if (node.type === 'definition') definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition') footnotes.set(node.identifier, node)
  })
  visit(copy, (node, index, parent: Parents | undefined) => {
    if (!parent || index === undefined) return undefined
    if (node.type === 'footnoteReference') {
      const note = footnotes.get(node.identifier)
      const value = note ? ` (${toString(note).trim()})` : ''
      parent.children.splice(index, 1, { type: 'text', value })
      return [SKIP, index + 1]
    }
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined
    const { url = '', title } = definitions.get(node.identifier) ?? {}
    const type = node.type === 'linkReference' ? 'link' : 'image'
    Object.assign(node, { type, url, title })
    return undefined
  })
  return copy
}

/** Note on nodes, and on all in them, the language that they are in; their places are of another file. */
export function markFallback(nodes: readonly Nodes[], lang: string): void {
  for (const root of nodes) {
    visit(root, (node) => {
      delete node.position
      node.data = { ...node.data, fallbackLang: lang }
    })
    setProperties(root, { lang, dataFallback: lang })
  }
}

/**
 * Mark the text of fallback blocks as untranslated: all of it for search, the first block for readers.
 */
export function markUntranslated(nodes: readonly Nodes[], lang: string): void {
  let isFirst = true
  for (const node of nodes) {
    visit(node, (inner, _index, parent) => {
      if (inner.type !== 'paragraph' && inner.type !== 'heading' && inner.type !== 'tableCell')
        return
      // The first paragraph of a list without blank lines is drawn without an element of its own.
      const isTight =
        parent?.type === 'listItem' &&
        !parent.spread &&
        parent.children.indexOf(inner as never) === 0
      const dataState = isFirst ? 'untranslated' : 'untranslated-start'
      setProperties(isTight ? parent : inner, { dataState, lang })
      isFirst = false
      return SKIP
    })
  }
}

function setProperties(node: Nodes, properties: Record<string, string>): void {
  const data = node.data as { hProperties?: Record<string, unknown> } | undefined
  node.data = { ...data, hProperties: { ...data?.hProperties, ...properties } }
}

/** Copy the marks of Markdown nodes to the HTML tree; before links are resolved. */
export default function rehypeFallback() {
  return (tree: HtmlRoot): undefined => {
    visit(tree, 'element', (root) => {
      const lang = root.properties['dataFallback']
      if (typeof lang !== 'string') return
      visit(root, (node) => {
        node.data = { ...node.data, fallbackLang: lang }
        if (node.type === 'element') delete node.properties['dataFallback']
      })
    })
  }
}
