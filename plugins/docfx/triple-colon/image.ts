/**
 * `:::image source="a.png" alt-text="…":::`: an image (docfx’s ImageExtension).
 *
 * An icon says nothing by itself. A complex image holds its description, up to `:::image-end:::`. `border` is drawn
 * unless it is an icon; `link` makes a link of it, `lightbox` one to a larger version.
 */
import type { Image, Link, Nodes, Paragraph, PhrasingContent } from 'mdast'
import { foreignAddress } from '../../foreign.ts'
import { descriptionOf } from './description.ts'
import { type DrawContext, type Form, type Opening, isFault } from './form.ts'
import { parseOpening, unknownAttribute } from './parse.ts'
import type { TripleColonFlow, TripleColonText } from './nodes.ts'

const known = ['source', 'alt-text', 'type', 'border', 'lightbox', 'link', 'loc-scope']

export const image: Form = {
  open: (typed, place) => {
    const isContainer = ({ type }: Opening['attributes']) => type === 'complex'
    const rule = { name: 'image', isSelfClosing: true, check, isContainer }
    const isSpaced = /^:::[ \t]/.test(typed)
    const opening = parseOpening(typed, isSpaced ? 'flow' : place, rule)
    if (!opening || isFault(opening)) return isSpaced && place === 'text' ? undefined : opening
    if (opening.isContainer && place === 'flow') return opening
    // At the beginning of a line, too, an image without a description is part of a sentence.
    if (isSpaced)
      return {
        fault: 'A picture in a sentence begins with `:::image`. Delete the space before it.',
      }
    return place === 'text' ? opening : undefined
  },
  end: /image-end(?:[ \t]*:::)?/,
  isIndented: true,
  addresses: ['source', 'lightbox', 'link'],
  words: ({ type, 'alt-text': alt = '' }) => ({ alt: type === 'icon' ? '' : alt }),
  draw: (node, context) => (node.type === 'tripleColonText' ? inline(node) : block(node, context)),
}

function check(attributes: Opening['attributes']): string | undefined {
  const unknown = unknownAttribute(attributes, known)
  if (unknown) return unknown
  const { source, type, 'alt-text': alt } = attributes
  if (!source) return 'It does not say which picture it is. Write `source="…"`.'
  if (!alt && type !== 'icon')
    return 'It has no text. Write `alt-text="…"`, or `type="icon"` if it only decorates.'
  return undefined
}

function inline(node: TripleColonText): Nodes[] {
  const { attributes, data } = node
  const drawn = linked(picture(node, {}), attributes)
  if (!hasBorder(attributes)) return [drawn]
  const hProperties = { className: ['mx-imgBorder'] }
  return [{ type: 'emphasis', data: { ...data, hName: 'span', hProperties }, children: [drawn] }]
}

/** The image, and behind it its description. */
function block(node: TripleColonFlow, context: DrawContext): Nodes[] {
  const { attributes, position, data } = node
  const description = descriptionOf(node, context)
  const properties = description ? { ariaDescribedBy: description.id } : {}
  const className = ['mx-imgBorder']
  const shown: Paragraph = {
    type: 'paragraph',
    ...(position && { position }),
    data: { ...data, ...(hasBorder(attributes) && { hProperties: { className } }) },
    children: [linked(picture(node, properties), attributes)],
  }
  return description ? [shown, description.details] : [shown]
}

function picture(node: TripleColonFlow | TripleColonText, properties: object): Image {
  const { source = '', type, 'alt-text': alt = '' } = node.attributes
  const isIcon = type === 'icon'
  const { hProperties, ...data } = node.data ?? {}
  return {
    type: 'image',
    url: source,
    alt: isIcon ? '' : alt,
    data: {
      ...data,
      hProperties: { ...hProperties, ...properties, ...(isIcon && { role: 'presentation' }) },
    },
    ...(node.position && { position: node.position }),
  }
}

function linked(drawn: Image, { link, lightbox, source }: Opening['attributes']): PhrasingContent {
  const url = link || (lightbox && `${lightbox}#lightbox`)
  // An image of another site is a link itself.
  if (!url || foreignAddress(source ?? '')) return drawn
  const { data, position } = drawn
  const wrapper: Link = { type: 'link', url, children: [drawn] }
  const { hProperties: _, ...own } = data ?? {}
  return { ...wrapper, data: own, ...(position && { position }) }
}

/** As .NET reads a flag: in any case; what is none counts as not written. */
function hasBorder({ border = '', type }: Opening['attributes']): boolean {
  const flag = border.trim().toLowerCase()
  if (flag === 'true' || flag === 'false') return flag === 'true'
  return type !== 'icon'
}
