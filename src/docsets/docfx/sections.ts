/** Split the content of pages into sections, and merge the order of sections of several pages. */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { toString } from 'hast-util-to-string'

/** The content under a level-two heading that has an anchor. */
export interface Section {
  id: string
  heading: ElementContent[]
  /** The link of the heading to itself. */
  link: Element | undefined
  content: RootContent[]
}

export interface Sections {
  /** The content before the first heading. */
  before: RootContent[]
  sections: Section[]
}

/** Split a page; headings inside other elements split nothing. */
export function readSections({ children }: Root): Sections {
  const before: RootContent[] = []
  const sections: Section[] = []
  for (const node of children) {
    const heading = headingOf(node)
    if (heading) {
      const { children, properties } = heading
      const link = node === heading ? undefined : linkAfter(heading, node)
      sections.push({ id: String(properties['id']), heading: children, link, content: [] })
    } else (sections.at(-1)?.content ?? before).push(node)
  }
  return withPageNote({ before, sections })
}

/**
 * The sections of all pages in one order, each once.
 *
 * The first page's order holds; what only a later page has comes after the last common section that
 * comes before it there.
 */
export function alignSections(pages: readonly (readonly string[])[]): string[] {
  const order: string[] = []
  for (const ids of pages) {
    let index = -1
    for (const id of ids) {
      const result = order.indexOf(id)
      if (result >= 0) index = result
      else order.splice(++index, 0, id)
    }
  }
  return order
}

/** Whether a node shows nothing. */
export function isEmpty(content: readonly RootContent[]): boolean {
  return content.every((node) =>
    node.type === 'element'
      ? node.tagName !== 'img' && !toString(node).trim() && isEmpty(node.children)
      : !toString(node).trim(),
  )
}

/**
 * A note to the words at the beginning of a page is at its end, behind the same mark: `\*See …`.
 * It is about the whole page, not about the section that happens to be the last one.
 */
function withPageNote({ before, sections }: Sections): Sections {
  const last = sections.at(-1)
  const mark = before.map((node) => /[*†‡]+$/.exec(toString(node).trimEnd())?.[0]).find(Boolean)
  const note = last?.content.findLast((node) => isNote(node, mark))
  if (!last || !note) return { before, sections }
  const content = last.content.filter((node) => node !== note)
  return { before: [...before, note], sections: [...sections.slice(0, -1), { ...last, content }] }
}

function isNote(node: RootContent, mark: string | undefined): boolean {
  if (!mark || node.type !== 'element' || node.tagName !== 'p') return false
  return /^[*†‡]+/.exec(toString(node).trimStart())?.[0] === mark
}

/** The level-two heading that a node of a page is, or holds together with the link to it. */
export function headingOf(node: RootContent): Element | undefined {
  if (node.type !== 'element') return undefined
  const { className } = node.properties
  if (Array.isArray(className) && className.includes('heading')) {
    const [first] = node.children
    return first && headingOf(first)
  }
  return node.tagName === 'h2' && node.properties['id'] ? node : undefined
}

function linkAfter(heading: Element, box: RootContent): Element | undefined {
  const nodes = box.type === 'element' ? box.children : []
  return nodes.find((node): node is Element => node.type === 'element' && node !== heading)
}
