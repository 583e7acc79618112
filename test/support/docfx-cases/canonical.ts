/**
 * Bring a page of docfx, or of ours, to one form that can be compared line by line.
 *
 * The form has every element, every attribute that is not in a list of `equivalences.ts`, every text and every
 * address. White space is what a reader sees of it: outside `<pre>` one space, and none at the edges of blocks.
 */
import type { Element, ElementContent, Nodes, Root, Text } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { canonicalAddress } from './addresses.ts'
import type { ComparedPage } from './compared-page.ts'
import { equivalences } from './equivalences.ts'
import { ignoredAttributes } from './ignored-attributes.ts'

const parser = unified().use(rehypeParse, { fragment: true })

/** The page, line by line; `hasTitle` says whether the HTML has a level-one heading. */
export function canonicalPage(page: ComparedPage) {
  const tree = parser.parse(page.html.trim())
  const titles = page.from === 'docfx' ? takeTitle(tree) : page.title && [page.title]
  const ids = new Set<string>()
  const content = childrenOf(tree, page, ids)
  const lines = [
    ...(titles ?? []).map(({ id, text }) => `title ${id} ${JSON.stringify(text.trim())}`),
    ...linesOf(tidy(content, true, page), ''),
  ]
  return { lines, ids, hasTitle: Boolean(titles?.length) }
}

/** The first level-one heading; later ones are level two on a page of ours. */
function takeTitle(tree: Root): { id: string; text: string }[] {
  const titles: { id: string; text: string }[] = []
  walk(tree)
  return titles

  function walk(parent: Root | Element): void {
    parent.children = (parent.children as ElementContent[]).filter((child) => {
      if (child.type !== 'element') return true
      if (child.tagName !== 'h1') {
        walk(child)
        return true
      }
      if (titles.length > 0) child.tagName = 'h2'
      else titles.push({ id: String(child.properties['id'] ?? ''), text: toString(child) })
      return child.tagName !== 'h1'
    })
  }
}

/** The children in the common form, as far as it does not depend on what is around them. */
function childrenOf(parent: Root | Element, page: ComparedPage, ids: Set<string>): Nodes[] {
  return (parent.children as Nodes[]).flatMap((child): Nodes[] => {
    if (child.type === 'text') return [{ type: 'text', value: child.value }]
    if (child.type !== 'element') return []
    const result = equivalences.reduce<Element | Element['children']>(
      (node, { apply, from }) =>
        Array.isArray(node) || (from && from !== page.from) ? node : apply(node),
      child,
    )
    if (Array.isArray(result)) return childrenOf({ ...child, children: result }, page, ids)
    const properties = propertiesOf(result, page)
    const { id } = properties
    if (id) ids.add(id)
    const children = childrenOf(result, page, ids) as ElementContent[]
    return [{ type: 'element', tagName: result.tagName, properties, children }]
  })
}

/** Attributes by their names in HTML, each as one string. */
function propertiesOf({ tagName, properties }: Element, page: ComparedPage) {
  const entries = Object.entries(properties).flatMap(([name, value]): [string, string][] => {
    if (value === false || value === null || value === undefined) return []
    const isArray = Array.isArray(value)
    const text = isArray ? value.map(String).toSorted().join(' ') : String(value)
    if (isArray && text === '') return []
    if (name === 'id' && page.ids && !page.ids.has(text)) return []
    if (ignoredAttributes.some((rule) => rule.matches(name, tagName, page.from))) return []
    const isAddress = name === 'href' || name === 'src'
    return [[name, isAddress ? canonicalAddress(text, page) : text]]
  })
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const inline = new Set(
  (
    'a abbr audio b bdi bdo br button cite code data del dfn em font i iframe img input ins kbd label map ' +
    'mark math mi mn mo mrow nobr output q s samp select small span strike strong sub sup svg time tt u var ' +
    'video wbr xref'
  ).split(' '),
)

/** White space as a reader sees it; empty paragraphs, which browsers make around blocks, are gone. */
function tidy(nodes: readonly Nodes[], isBlock: boolean, page: ComparedPage): Nodes[] {
  const hasWords = nodes.some((node) => node.type === 'text' && node.value.trim() !== '')

  const children = joined(nodes).map((node): Nodes => {
    if (node.type !== 'element') return node
    if (node.tagName === 'pre') return { ...node, children: code(node) }
    const children = tidy(node.children, !inline.has(node.tagName), page) as ElementContent[]
    return { ...node, children }
  })
  return children.flatMap((node, index): Nodes[] => {
    if (node.type !== 'text') return isEmptyParagraph(node) ? [] : [node]
    // In `<span> <img> </span>`, spaces separate nothing.
    const isLoose = !page.hasOwnSpaces || (!isBlock && !hasWords)
    const startsAtEdge = isLoose || isEdge(children[index - 1], isBlock)
    const endsAtEdge = isLoose || isEdge(children[index + 1], isBlock)
    let value = node.value.replace(/[ \t\r\n]+/g, ' ')
    if (startsAtEdge) value = value.replace(/^ /, '')
    if (endsAtEdge) value = value.replace(/ $/, '')
    return value ? [{ type: 'text', value }] : []
  })
}

function isEdge(node: Nodes | undefined, isBlock: boolean): boolean {
  if (!node) return isBlock
  return node.type === 'element' && (node.tagName === 'br' || !inline.has(node.tagName))
}

function isEmptyParagraph(node: Nodes): boolean {
  return (
    node.type === 'element' &&
    node.tagName === 'p' &&
    node.children.length === 0 &&
    Object.keys(node.properties).length === 0
  )
}

/** Line feeds at both ends of code do not count: docfx’s tests trim them. */
function code(pre: Element): ElementContent[] {
  const children = joined(pre.children).filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  )
  return children.map((child): ElementContent => {
    if (child.type === 'text') return { ...child, value: child.value.replace(/\n$/, '') }
    const inner = joined((child as Element).children)
    const last = inner.at(-1)
    if (last?.type === 'text') last.value = last.value.replace(/\r?\n$/, '')
    const [first] = inner
    if (first?.type === 'text') first.value = first.value.replace(/^\r?\n/, '')
    return { ...(child as Element), children: inner as ElementContent[] }
  })
}

function joined(nodes: readonly Nodes[]): Nodes[] {
  const result: Nodes[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else result.push(node.type === 'text' ? { ...node } : node)
  }
  return result.filter((node) => node.type !== 'text' || node.value !== '')
}

function linesOf(nodes: readonly Nodes[], indent: string): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.type === 'text') return textLines(node, indent)
    if (node.type !== 'element') return []
    const attributes = Object.entries(node.properties).map(
      ([name, value]) => ` ${name}=${JSON.stringify(value)}`,
    )
    return [
      `${indent}<${node.tagName}${attributes.join('')}>`,
      ...linesOf(node.children, `${indent}  `),
    ]
  })
}

function textLines({ value }: Text, indent: string): string[] {
  return value.split('\n').map((line) => indent + JSON.stringify(line))
}
