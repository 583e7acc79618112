/** Rename ids in HTML, with all references to them. */
import type { Element, Properties } from 'hast'
import { eachElement } from '../html/elements.ts'

/** How ids and addresses change. */
export interface Renaming {
  /** An id of the same page. */
  own: (id: string) => string
  /** An address; `paper` is the one that a printed page shows, if that differs. */
  link: (address: string) => { href: string; paper?: string }
}

/** Attributes whose values are lists of ids. */
const lists = [
  'ariaActiveDescendant',
  'ariaControls',
  'ariaDescribedBy',
  'ariaDetails',
  'ariaErrorMessage',
  'ariaFlowTo',
  'ariaLabelledBy',
  'ariaOwns',
  'form',
  'headers',
  'htmlFor',
  'list',
  'popoverTarget',
] as const

/** Attributes of SVG that name an id as `url(#id)`. */
const paints = [
  'clipPath',
  'fill',
  'filter',
  'mask',
  'markerEnd',
  'markerMid',
  'markerStart',
  'stroke',
]

export function rewriteReferences(box: Element, { own, link }: Renaming): void {
  eachElement(box, ({ tagName, properties }) => {
    if (typeof properties['id'] === 'string') properties['id'] = own(properties['id'])
    // Radio buttons with one name are a group, which must not span pages.
    if (tagName === 'input' && typeof properties['name'] === 'string') {
      properties['name'] = own(properties['name'])
    }
    for (const name of lists) rename(properties, name, own)
    for (const name of paints) {
      const value = properties[name]
      if (typeof value !== 'string') continue
      properties[name] = value.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${own(id)})`)
    }
    for (const name of ['href', 'xLinkHref']) {
      const value = properties[name]
      if (typeof value !== 'string') continue
      if (tagName !== 'a') {
        if (value.startsWith('#')) properties[name] = `#${own(value.slice(1))}`
        continue
      }
      const { href, paper } = link(value)
      properties[name] = href
      if (paper) properties['dataPaper'] = paper
    }
  })
}

function rename(properties: Properties, name: string, own: (id: string) => string): void {
  const value = properties[name]
  const words = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/\s+/) : []
  if (words.length) properties[name] = words.map((id) => own(String(id))).join(' ')
}
