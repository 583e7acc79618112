/** What a page says of the languages of its words. */
import type { Element, Nodes } from 'hast'

/** Texts with the language that is said of them; what only machines read is left out. */
export function textsIn(node: Nodes, language: string): { text: string; lang: string }[] {
  if (node.type === 'text') {
    const text = node.value.trim()
    return text ? [{ text, lang: language }] : []
  }
  if (!('children' in node)) return []
  if (node.type === 'element' && ['script', 'style', 'head', 'code'].includes(node.tagName))
    return []
  const lang = (node.type === 'element' && langOf(node)) || language
  return node.children.flatMap((child) => textsIn(child, lang))
}

/** Elements with the language that they are in. */
export function elementsIn(node: Nodes, language: string): { element: Element; lang: string }[] {
  if (!('children' in node)) return []
  const lang = (node.type === 'element' && langOf(node)) || language
  const within = node.children.flatMap((child) => elementsIn(child, lang))
  return node.type === 'element' ? [{ element: node, lang }, ...within] : within
}

function langOf({ properties: { lang } }: Element): string | undefined {
  return typeof lang === 'string' ? lang : undefined
}
