/**
 * Cross references that docfx’s engine hands on to its build as `<xref href="uid">` and `<a href="xref:uid">`.
 *
 * Each uid of a case gets a page of another site, in a map of the docset: our page has a link to it wherever docfx’s
 * has its reference, with the words that the reference asks for, else its name, which is the uid.
 */
import type { Element, ElementContent } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

const parser = unified().use(rehypeParse, { fragment: true })

/** A reference: where its uid leads, and its words. */
interface Reference {
  uid: string
  href: string
  /** Those that the reference asks for. */
  words: string | undefined
}

/** The map for the references that a page of docfx’s still has; undefined where it has none. */
export function mapOfReferences(html: string): string | undefined {
  const uids = new Set<string>()
  visit(parser.parse(html), 'element', (node) => {
    const reference = referenceOf(node)
    if (reference) uids.add(reference.uid)
  })
  if (uids.size === 0) return undefined
  const references = [...uids].map((uid) => ({ uid, name: uid, href: addressOf(uid) }))
  return JSON.stringify({ references })
}

/** The link that docfx’s build makes of a reference; `<xref …/>` holds what follows it, as HTML is parsed. */
export function resolvedReference(node: Element): Element | ElementContent[] {
  const reference = referenceOf(node)
  if (!reference) return node
  const { uid, href, words } = reference
  if (node.tagName === 'a') return { ...node, properties: { ...node.properties, href } }
  const children: ElementContent[] = [{ type: 'text', value: words ?? uid }]
  const properties = { href, ...(words === undefined && { translate: 'no' }) }
  return [{ type: 'element', tagName: 'a', properties, children }, ...node.children]
}

function referenceOf({ tagName, properties: { href } }: Element): Reference | undefined {
  const isXref = tagName === 'xref'
  if (typeof href !== 'string' || !(isXref || (tagName === 'a' && href.startsWith('xref:'))))
    return undefined
  const typed = href.replace(/^xref:/, '')
  const [, uid = '', query = '', anchor = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(typed) ?? []
  const options = new URLSearchParams(query)
  const words = options.get('text') ?? options.get('alt') ?? undefined
  return { uid, href: addressOf(uid) + anchor, words }
}

function addressOf(uid: string): string {
  return `https://xref.invalid/${encodeURIComponent(uid)}`
}
