/** The alternative texts of images, with their place in the file. */
import type { Image, ImageReference, Nodes, PhrasingContent } from 'mdast'
import type {} from 'remark-mdx'
import type { TripleColonFlow, TripleColonText } from '#plugins/docfx/triple-colon/nodes.ts'
import { visit } from '#plugins/visit.ts'
import { append } from '#plugins/large-arrays.ts'
import { altIn } from '#plugins/html-words.ts'
import type { BlockMarkup } from './block.ts'

export interface ImageText {
  alt: string
  start: number
  end: number
  /** Of an image that is a tag. */
  markup?: BlockMarkup
}

/** Of all images in `nodes`; those without a text, and `![name]`, whose text is a name, have none. */
export function imageTexts(nodes: readonly PhrasingContent[], text: string): ImageText[] {
  const results: ImageText[] = []
  for (const root of nodes) {
    visit(root as Nodes, (node) => {
      if (node.type === 'html' || (node.type === 'mdxJsxTextElement' && node.name === 'img')) {
        append(results, altOfTag(node, text))
      }
      if (node.type === 'tripleColonText') append(results, altOfForm(node, text))
      if (node.type === 'image') append(results, altOf(node, text))
      if (node.type === 'imageReference' && node.referenceType === 'full') {
        append(results, altOf(node, text))
      }
    })
  }
  return results
}

function altOf({ alt, position }: Image | ImageReference, text: string): ImageText[] {
  const start = (position?.start.offset ?? 0) + '!['.length
  const end = closing(text, start)
  return alt?.trim() && end !== undefined && end <= (position?.end.offset ?? 0)
    ? [{ alt, start, end }]
    : []
}

/** Of an image of docfx, `:::image alt-text="…":::`, or a video, whose title is its text; an icon has none. */
export function altOfForm(
  { name, attributes, typed, position }: TripleColonFlow | TripleColonText,
  text: string,
): ImageText[] {
  const attribute = name === 'video' ? 'title' : 'alt-text'
  const alt = attributes[attribute]
  const from = position?.start.offset
  if (!/^(?:image|video)$/.test(name) || attributes['type'] === 'icon') return []
  if (!alt?.trim() || from === undefined) return []
  const before = new RegExp(`\\s${attribute}[ \\t]*=[ \\t]*"`, 'i').exec(typed)
  if (!before) return []
  const start = from + before.index + before[0].length
  const end = start + alt.length
  // In a quote, lines of a long text have marks before them.
  return text.slice(start, end) === alt ? [{ alt, markup: 'value"', start, end }] : []
}

/** Of an image that is typed as a tag, if the tag is in the file as it is. */
export function altOfTag({ position }: Nodes, text: string): ImageText[] {
  const from = position?.start.offset ?? 0
  const result = altIn(text.slice(from, position?.end.offset ?? from))
  if (!result) return []
  const { alt, quote, start, end } = result
  const markup = quote === '"' ? 'attribute"' : "attribute'"
  return [{ alt, markup, start: from + start, end: from + end }]
}

/** Where the bracket closes that was opened before `start`. */
function closing(text: string, start: number): number | undefined {
  let depth = 1
  for (let index = start; index < text.length; index++) {
    if (text[index] === '\\') index++
    else if (text[index] === '[') depth++
    else if (text[index] === ']' && --depth === 0) return index
  }
  return undefined
}
