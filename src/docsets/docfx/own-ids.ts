/** Keep the anchors of a page working when its content becomes part of another page. */
import type { Element, Root } from 'hast'
import { visit } from '#plugins/visit.ts'
import { headingOf } from './sections.ts'
import { decodePart } from '#plugins/percent-encoding.ts'

export interface Moved {
  /** Suffix of an id that is taken. */
  suffix: string
  /** The address of the original page, for links to anchors that are not in the content. */
  address: string
}

/** Attributes that hold ids, besides `href`. */
const references = ['ariaDescribedBy', 'ariaLabelledBy'] as const

/**
 * Change ids that are in `taken`, and the links to them; every id of the tree is in `taken` afterwards.
 * `sections` are those of the headings that make the new page's own anchors: they stay as they are.
 */
export function keepIdsApart(
  tree: Root,
  sections: ReadonlySet<string>,
  taken: Set<string>,
  { suffix, address }: Moved,
): void {
  const given = new Map<string, string>()
  const headings = new Set(tree.children.map(headingOf))
  visit(tree, 'element', (node) => {
    const id = node.properties['id']
    if (typeof id !== 'string') return
    const isSection = headings.has(node) && sections.has(id)
    given.set(id, isSection ? id : free(id))
    taken.add(given.get(id) ?? id)
    node.properties['id'] = given.get(id)
  })
  visit(tree, 'element', (node) => {
    const { href } = node.properties
    if (typeof href === 'string' && /^#./.test(href)) node.properties['href'] = linkTo(href)
    for (const name of references) rename(node, name)
  })

  function free(id: string): string {
    let name = id
    for (let count = 1; taken.has(name); count++) {
      name = count === 1 ? `${id}-${suffix}` : `${id}-${suffix}-${count}`
    }
    return name
  }

  function linkTo(href: string): string {
    const id = decodePart(href.slice(1))
    const name = given.get(id)
    if (name !== undefined) return name === id ? href : `#${name}`
    return sections.has(id) ? href : address + href
  }

  function rename({ properties }: Element, name: (typeof references)[number]): void {
    const ids = properties[name]
    if (!Array.isArray(ids)) return
    properties[name] = ids.map((id) => given.get(String(id)) ?? String(id))
  }
}
