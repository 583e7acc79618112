/**
 * Put a link to itself at every heading and step of a page: an ordinary link, which a script of the
 * site makes copy an address. It says its words only to those who do not see it.
 */
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'

export interface AnchorLinkOptions {
  /**
   * The link's name, with the title of the step that it leads to in it. A heading says its title itself,
   * and its name has the link's in it: there is no title, which would be heard twice.
   */
  anchorLabel: (title: string | undefined, file: VFile) => string | undefined
  /** The language of the name, where it is not that of the page. */
  interfaceLanguage: (file: VFile) => string | undefined
}

/** Comes after all that reads headings; without words there are no links. */
export default function rehypeAnchorLinks({
  anchorLabel,
  interfaceLanguage,
}: Readonly<Partial<AnchorLinkOptions>>) {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'element', (node) => {
      const { id } = node.properties
      if (typeof id !== 'string') return
      const isStep = classesOf(node).includes('step')
      // A heading that is not seen is for screen readers only.
      const isHeading =
        /^h[1-6]$/.test(node.tagName) && !/unseen|sr-only/.test(String(classesOf(node)))
      if (!isStep && !isHeading) return
      const title = isStep ? titleOfStep(node) : undefined
      const label = anchorLabel?.(title, file)
      if (label === undefined) return
      if (isStep) node.children.unshift(link(id, label))
      // The name of a step’s link has a title of the page in it.
      else node.children.push(link(id, label, interfaceLanguage?.(file)))
    })
  }
}

function link(id: string, label: string, lang?: string): Element {
  const properties = {
    className: ['anchor'],
    href: `#${encodeURI(id)}`,
    ariaLabel: label,
    ...(lang && { lang }),
  }
  return { type: 'element', tagName: 'a', properties, children: [] }
}

/** Its bold beginning, else its first words. */
function titleOfStep(step: Element): string {
  let title: string | undefined
  visit(step, 'element', (node) => {
    if (classesOf(node).includes('step__title')) title ??= toString(node)
  })
  const [first = ''] = (title ?? toString(step)).trim().split(/(?<=[.!?…])\s/u)
  return first.replace(/[\s.:;,]+$/u, '')
}

function classesOf({ properties: { className } }: Element): readonly (string | number)[] {
  return Array.isArray(className) ? className : []
}
