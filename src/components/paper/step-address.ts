/** What a printed step says of where it is on the site: its short address, to type or to scan. */
import type { Element } from 'hast'
import { qrCode } from './qr.ts'

/** @param address - Whole. */
export function stepAddress(address: string): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['paper-address'] },
    children: [
      qrCode(address),
      {
        type: 'element',
        tagName: 'span',
        properties: { dir: 'ltr', translate: 'no' },
        children: [{ type: 'text', value: shownOf(address) }],
      },
    ],
  }
}

/** As people write it down. */
export function shownOf(address: string): string {
  return decodeURI(address).replace(/^https?:\/\/|\/$/g, '')
}
