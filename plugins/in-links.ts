/** Elements that stand in a link: they cannot become links themselves, for browsers tear a link in a link apart. */
import type { Element, Root } from 'hast'
import { SKIP, visit } from './visit.ts'

/** Each element that stands in an `<a>`, with that `<a>`; looked up when the first is asked for. */
export function linkAround(tree: Root): (node: Element) => Element | undefined {
  let links: Map<Element, Element> | undefined
  return (node) => (links ??= elementsInLinks(tree)).get(node)
}

function elementsInLinks(tree: Root): Map<Element, Element> {
  const links = new Map<Element, Element>()
  visit(tree, 'element', (link) => {
    if (link.tagName !== 'a') return
    visit(link, 'element', (node) => {
      if (node !== link) links.set(node, link)
    })
    return SKIP
  })
  return links
}

/** What an element of another site in a link leaves there: its words. An `<a>` that leads nowhere leads to it. */
export function wordsInLink(link: Element, href: string | undefined, value: string) {
  if (href !== undefined) link.properties['href'] ??= href
  return { type: 'text' as const, value }
}
