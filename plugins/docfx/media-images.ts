/**
 * `![words](film.mp4)`: a film or sound written as an image, as Markdig’s MediaLinks reads it by the end of its
 * address.
 *
 * `media.ts` gives it its address and its controls. Of the many ends that Markdig knows, those are read that browsers
 * play; none of them is an image.
 */
import type { Root } from 'mdast'
import { visit } from '../visit.ts'

const media = /^[^?#]*\.(?:(m4v|mp4|ogv|webm)|(aac|mp3|oga|ogg|wav|weba))(?:[?#]|$)/i

export default function remarkMediaImages() {
  return (tree: Root): undefined => {
    visit(tree, 'image', (node) => {
      const [isMedia, film] = media.exec(node.url) ?? []
      if (!isMedia) return
      const hProperties = { ...node.data?.hProperties, ...(node.alt && { ariaLabel: node.alt }) }
      node.data = { ...node.data, hName: film ? 'video' : 'audio', hProperties }
    })
  }
}
