/** The short address of a step in print, to type or to scan. */
import type { Element } from 'hast'
import { qrCode } from './qr.ts'

/**
 * The address with its QR code.
 *
 * @param address - Absolute URL.
 */
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
        children: [{ type: 'text', value: displayAddress(address) }],
      },
    ],
  }
}

/** The address as readers type it: decoded, without scheme and final slash. */
export function displayAddress(address: string): string {
  return decodeURI(address).replace(/^https?:\/\/|\/$/g, '')
}
