/**
 * Films and sound of a docset, `<video>` and `<audio>`: their files get the addresses that they have on the site.
 *
 * Nothing plays by itself, readers have the controls, and nothing is loaded before they use them. A film of another site
 * is a link: that site would see what is read here.
 */
import type { Element, ElementContent, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { foreignAddress } from '../foreign.ts'
import { linkAround, wordsInLink } from '../in-links.ts'
import type { LinkOptions } from '../links.ts'
import { report } from '../problems.ts'
import { SKIP, visit } from '../visit.ts'
import { videoBox } from './frames.ts'

/** Comes after sanitizing. */
export default function rehypeMedia({ resolveLink }: Readonly<LinkOptions>) {
  return (tree: Root, file: VFile): undefined => {
    const linkOf = linkAround(tree)
    visit(tree, 'element', (node, index, parent) => {
      if (!/^(?:audio|video)$/.test(node.tagName)) return
      const foreign = sourcesOf(node).find((url) => foreignAddress(url))
      if (foreign !== undefined && parent && index !== undefined) {
        const link = linkTo(foreign, node)
        const around = linkOf(node)
        const { href } = link.properties
        parent.children[index] = around
          ? wordsInLink(around, typeof href === 'string' ? href : undefined, toString(link))
          : videoBox(link, parent)
        return SKIP
      }
      // An image that is a film has one.
      const { alt: _, ...properties } = node.properties
      node.properties = { ...properties, controls: true, preload: 'none' }
      for (const part of [node, ...partsOf(node)]) resolve(part, file)
      return
    })

    function resolve(part: Element, page: VFile): void {
      for (const name of ['src', 'poster']) {
        const url = part.properties[name]
        if (typeof url !== 'string') continue
        const { target, problem } = resolveLink(url, page, part.data?.fallbackLang)
        if (problem) report(page, problem, part)
        if (target && !foreignAddress(target.href)) part.properties[name] = target.href
        else delete part.properties[name]
      }
    }
  }
}

function partsOf({ children }: Element): Element[] {
  return children.filter(
    (child): child is Element =>
      child.type === 'element' && /^(?:source|track)$/.test(child.tagName),
  )
}

/** Addresses of the film itself; its poster and titles are no film. */
function sourcesOf(node: Element): string[] {
  return [node, ...partsOf(node).filter(({ tagName }) => tagName === 'source')].flatMap(
    ({ properties: { src } }) => (typeof src === 'string' ? [src] : []),
  )
}

function linkTo(url: string, node: Element): Element {
  const foreign = foreignAddress(url)
  const { title, ariaLabel } = node.properties
  const text = toString(node).trim() || String(title ?? ariaLabel ?? url)
  const children: ElementContent[] = [{ type: 'text', value: text }]
  if (!foreign || !/^https?$/.test(foreign.scheme))
    return { type: 'element', tagName: 'span', properties: {}, children }
  return { ...node, tagName: 'a', properties: { href: foreign.href }, children }
}
