/** An address as a QR code, for paper: a drawing without style of its own, made at build. */
import type { Element } from 'hast'
import { encode } from 'uqr'

/** Light modules around the code, which scanners need (ISO/IEC 18004, 4 at least). */
const quiet = 4

/**
 * The code as an SVG element that says nothing to screen readers: the address stands beside it.
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

/** The dark modules of a row, neighbours as one bar. */
function runsIn(row: readonly boolean[], y: number): string[] {
  return [
    ...row
      .map((isDark) => (isDark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g),
  ].map(({ index, 0: { length } }) => `M${index + quiet} ${y + quiet}h${length}v1h-${length}z`)
}
