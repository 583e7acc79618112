/**
 * Mark the images that stand in a sentence, or beside others: a style sheet cannot see the words around them.
 *
 * An image that is alone in its paragraph is a figure, on a line of its own; an icon in a sentence is part of it.
 */
import type { Element, Parents, Root } from 'hast'
import { append } from './large-arrays.ts'
import { SKIP, visit } from './visit.ts'

/** Elements whose content is a sentence. */
const holders = new Set('p li td th dd dt h1 h2 h3 h4 h5 h6 figcaption caption summary'.split(' '))
/** What may be in a sentence; all others begin a block. */
const phrasing = new Set(
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup u var'.split(
    ' ',
  ),
)

/** Comes before `rehypeLinks`, which hands images on with their attributes. */
export default function rehypeSentenceImages() {
  return (tree: Root): undefined => {
    visit(tree, 'element', (node) => {
      if (node.tagName === 'img') return SKIP
      if (!holders.has(node.tagName)) return undefined
      const { images, hasWords } = sentenceOf(node)
      if (hasWords || images.length > 1) {
        for (const image of images) image.properties['dataInline'] = ''
      }
      return undefined
    })
  }
}

function sentenceOf(parent: Parents): { images: Element[]; hasWords: boolean } {
  const images: Element[] = []
  let hasWords = false
  for (const child of parent.children) {
    if (child.type === 'text') hasWords ||= child.value.trim() !== ''
    if (child.type !== 'element' || !phrasing.has(child.tagName)) continue
    if (child.tagName === 'img') images.push(child)
    const inside = sentenceOf(child)
    append(images, inside.images)
    hasWords ||= inside.hasWords
  }
  return { images, hasWords }
}
