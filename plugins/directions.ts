/**
 * Write beside `lang` which way a text is written, where that is not the way of the text around it; and
 * keep code from the left in a page from the right, where its brackets and dots would change places.
 */
import type { Element, ElementContent, Nodes, Root } from 'hast'
import type { VFile } from 'vfile'
import { element } from './element.ts'
import { directionOf, type WritingDirection } from './writing-direction.ts'

export interface DirectionOptions {
  /** The language of the page. */
  pageLanguage: (file: VFile) => string | undefined
}

const code = new Set(['code', 'pre', 'samp'])
const blocks = /^(?:aside|blockquote|details|div|dl|figure|h[1-6]|ol|p|pre|section|table|ul)$/

/** Comes last: other plugins put words of other languages in. */
export default function rehypeDirections({ pageLanguage }: Readonly<Partial<DirectionOptions>>) {
  return (tree: Root, file: VFile): undefined => {
    walk(tree, directionOf(pageLanguage?.(file) ?? ''))
  }
}

function walk(node: Nodes, around: WritingDirection): void {
  if (!('children' in node)) return
  if (node.type !== 'element') {
    for (const child of node.children) walk(child, around)
    return
  }
  const own = directionIn(node, around)
  // The number of an item stays where those of the others are.
  if (own !== around && node.tagName === 'li') node.children = inDirection(node.children, own)
  else if (own !== around) node.properties['dir'] = own
  else if (own === 'rtl' && node.tagName === 'kbd') node.properties['dir'] = 'auto'
  // Code is one text.
  if (code.has(node.tagName)) return
  for (const child of node.children) walk(child, node.tagName === 'li' ? around : own)
}

/** The direction of the text in an element. */
function directionIn({ tagName, properties }: Element, around: WritingDirection): WritingDirection {
  const { dir, lang } = properties
  if (dir === 'ltr' || dir === 'rtl') return dir
  if (dir !== undefined) return around
  if (code.has(tagName)) return 'ltr'
  return typeof lang === 'string' ? directionOf(lang) : around
}

/** What is in an item of a list: its blocks as they are, words between them in an element of their own. */
function inDirection(children: readonly ElementContent[], dir: WritingDirection): ElementContent[] {
  const parts: ElementContent[] = []
  let words: Element | undefined
  for (const child of children) {
    if (isApart(child)) {
      words = undefined
      if (child.type === 'element' && child.properties['lang'] === undefined)
        child.properties['dir'] ??= dir
      parts.push(child)
    } else if (words) {
      words.children.push(child)
    } else {
      words = element('span', { dir }, [child])
      parts.push(words)
    }
  }
  return parts
}

/** Whether a child is a block, in a language of its own, or no more than the space between blocks. */
function isApart(child: ElementContent): boolean {
  if (child.type === 'text') return /^\s*$/.test(child.value)
  if (child.type !== 'element') return true
  return blocks.test(child.tagName) || child.properties['lang'] !== undefined
}
