/** The forms that two elements are brought to before they are compared. */
import type { Element, ElementContent, Text } from 'hast'

/** Where a picture of another site is, and its words; undefined for anything else. */
export function foreignImage(node: ElementContent): { href: string; words: Text } | undefined {
  if (node.type !== 'element' || node.tagName !== 'img') return undefined
  const { src, alt } = node.properties
  const href = String(src)
  if (!/^https?:/.test(href)) return undefined
  return { href, words: { type: 'text', value: String(alt ?? '') || href } }
}

export function alert(dataKind: string, title: string, children: ElementContent[]): Element {
  const properties = { kind: dataKind, title: title.trim() }
  return { type: 'element', tagName: 'alert', properties, children }
}

/** docfx’s list of links, and sections that are hidden, as sections that have the link’s words as heading. */
export function tabSections(group: Element): Element {
  const [list, ...panels] = group.children.filter(isElement)
  const titles = (list?.children ?? []).filter(isElement).flatMap((item) => item.children)
  const links = new Map(
    titles
      .filter(isElement)
      .map((link) => [String(link.properties['ariaControls']), link.children] as const),
  )
  return tabs(
    panels.map((panel) => {
      const { id } = panel.properties
      return tab(String(id), links.get(String(id)) ?? [], panel.children)
    }),
  )
}

export function plainTabs(node: Element): Element {
  if (classesOf(node).includes('tabs')) return tabs(node.children)
  if (!classesOf(node).includes('tabs__panel')) return node
  const [title, ...rest] = node.children.filter(isNoSpace)
  const words = title?.type === 'element' ? title.children : []
  return tab(String(node.properties['id']), words, rest)
}

function tabs(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'tabs', properties: {}, children }
}

function tab(id: string, title: ElementContent[], children: ElementContent[]): Element {
  const heading: Element = {
    type: 'element',
    tagName: 'tab-title',
    properties: {},
    children: title,
  }
  return { type: 'element', tagName: 'tab', properties: { id }, children: [heading, ...children] }
}

/** The element without line ends that follow another; its words may be in elements of their own. */
export function withoutEmptyLines(code: Element): Element {
  let isLineStart = false
  return shorter(code)

  function shorter(node: Element): Element {
    const children = node.children.map((child): ElementContent => {
      if (child.type === 'element') return shorter(child)
      if (child.type !== 'text') return child
      const value = [...child.value].filter((sign) => {
        const isRepeated = sign === '\n' && isLineStart
        isLineStart = sign === '\n'
        return !isRepeated
      })
      return { ...child, value: value.join('') }
    })
    return { ...node, children }
  }
}

export function isElement(node: ElementContent): node is Element {
  return node.type === 'element'
}

export function isNoSpace(node: ElementContent): boolean {
  return node.type !== 'text' || node.value.trim() !== ''
}

export function classesOf({ properties }: Element): string[] {
  const { className } = properties
  return Array.isArray(className) ? className.map(String) : []
}

export function withClasses(node: Element, change: (name: string) => string): Element {
  return {
    ...node,
    properties: { ...node.properties, className: classesOf(node).map(change).filter(Boolean) },
  }
}
