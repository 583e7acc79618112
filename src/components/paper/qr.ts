/** QR codes for print, drawn at build time. */
import type { Element } from 'hast'
import { encode } from 'uqr'

/** Width of the quiet zone in modules; scanners need 4 (ISO/IEC 18004). */
const quiet = 4

/**
 * The code as an SVG element, hidden from screen readers because the address is beside it.
 *
 * @throws For a text longer than a QR code holds, 2,331 bytes.
 */
export function qrCode(text: string): Element {
  const { data } = encode(text, { ecc: 'M', border: 0 })
  const size = String(data.length + 2 * quiet)
  return {
    type: 'element',
    tagName: 'svg',
    properties: {
      className: ['qr'],
      viewBox: `0 0 ${size} ${size}`,
      shapeRendering: 'crispEdges',
      ariaHidden: 'true',
    },
    children: [
      {
        type: 'element',
        tagName: 'path',
        properties: { d: data.flatMap(runsIn).join('') },
        children: [],
      },
    ],
  }
}

/** Path data of the dark modules in a row; neighbours are one rectangle. */
function runsIn(row: readonly boolean[], y: number): string[] {
  return [
    ...row
      .map((isDark) => (isDark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g),
  ].map(({ index, 0: { length } }) => `M${index + quiet} ${y + quiet}h${length}v1h-${length}z`)
}
