/**
 * `:::video source="https://…" title="…":::`: a video of another site (docfx’s VideoExtension).
 *
 * It is a link, with its still where the docset has one: that site is asked for nothing before the reader wants it.
 */
import type { Image, Link, Nodes } from 'mdast'
import { foreignAddress } from '../../foreign.ts'
import { videoAddress } from '../../videos.ts'
import { descriptionOf } from './description.ts'
import type { Form, Opening } from './form.ts'
import { parseOpening, unknownAttribute } from './parse.ts'
import type { TripleColonFlow, TripleColonText } from './nodes.ts'

const known = ['source', 'title', 'thumbnail', 'upload-date', 'duration', 'max-width', 'type']

const className = ['embeddedvideo']

export const video: Form = {
  open: (typed, place) => {
    const isContainer = ({ type }: Opening['attributes']) => type === 'complex'
    const rule = { name: 'video', isSelfClosing: true, check, isContainer }
    const opening = parseOpening(typed, place, rule)
    const isBlock = !opening || 'fault' in opening || opening.isContainer
    return place === 'text' || isBlock ? opening : undefined
  },
  end: /video-end(?:[ \t]*:::)?/,
  isIndented: true,
  addresses: ['source', 'thumbnail'],
  words: ({ title = '' }) => ({ alt: title }),
  classAlone: 'embeddedvideo',
  draw: (node, context) => {
    const link = linkTo(node)
    if (node.type === 'tripleColonText') {
      const data = { hName: 'span', hProperties: { className } }
      return [{ type: 'emphasis', data, children: [link] }]
    }
    const data = { hName: 'div', hProperties: { className } }
    const shown: Nodes = { type: 'paragraph', data, children: [link] }
    const description = descriptionOf(node, context)
    return description ? [shown, description.details] : [shown]
  },
}

function check(attributes: Opening['attributes']): string | undefined {
  const unknown = unknownAttribute(attributes, known)
  if (unknown) return unknown
  const { source, 'max-width': width } = attributes
  if (!source) return 'It does not say which video it is. Write `source="…"`.'
  if (width && !/^\s*[+-]?\d+\s*$/.test(width))
    return '`max-width` is no number. Write only digits.'
  return undefined
}

function linkTo({ attributes, data, position }: TripleColonFlow | TripleColonText): Link {
  const { source = '', title, thumbnail } = attributes
  const place = { ...(data && { data }), ...(position && { position }) }
  const isOwn = thumbnail !== undefined && thumbnail !== '' && !foreignAddress(thumbnail)
  // Its words are beside it.
  const role = { ...data, hProperties: { role: 'presentation' } }
  const still: Image | undefined = isOwn
    ? { type: 'image', url: thumbnail, alt: '', ...place, data: role }
    : undefined
  const words = { type: 'text' as const, value: title || source }
  const children = still ? [still, { type: 'break' as const }, words] : [words]
  return { type: 'link', url: videoAddress(source), children, ...place }
}
