/** The content of a page as a tree, to become part of a page in another folder. */
import { posix } from 'node:path'
import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { markAttribute } from '#plugins/image-marks.ts'
import { htmlIn } from '#plugins/content.ts'
import { visit } from '#plugins/visit.ts'
import type { PageDocument } from '../document.ts'

const parser = unified().use(rehypeParse, { fragment: true }).freeze()

/** The page's content and its images, their addresses relative to `folder`. */
export function bodyPart(
  { content, absolute = '', images }: Pick<PageDocument, 'content' | 'absolute' | 'images'>,
  folder: string,
): { tree: Root; images: string[] } {
  const from = posix.relative(folder, posix.dirname(absolute))
  const tree = parser.parse(htmlIn(content?.parts() ?? []))
  visit(tree, 'element', (node) => {
    if (node.tagName === 'img') moveImage(node)
  })
  return { tree, images: images.map(move) }

  function move(src: string): string {
    const path = posix.join(from, src)
    return path.startsWith('.') ? path : `./${path}`
  }

  function moveImage({ properties }: Element): void {
    const { src, [markAttribute]: attributes } = properties
    if (typeof src === 'string' && images.includes(src)) properties['src'] = move(src)
    if (typeof attributes !== 'string') return
    const given = JSON.parse(attributes) as { src: string }
    properties[markAttribute] = JSON.stringify({ ...given, src: move(given.src) })
  }
}
