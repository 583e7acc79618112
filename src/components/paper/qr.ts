/** QR codes for print, drawn at build time. */
import type { Element } from 'hast'
import { qrModules } from './qr-modules.ts'

/** Width of the quiet zone in modules; scanners need 4 (ISO/IEC 18004). */
const quiet = 4

/**
 * The code as an SVG element, hidden from screen readers because the address is beside it.
 *
 * @throws For a text longer than a QR code holds, 2,331 bytes.
 */
export function qrCode(text: string): Element {
  const { size, dark } = qrModules(text)
  const width = String(size + 2 * quiet)
  let d = ''
  for (let y = 0; y < size; y++) d += rowPath(dark.subarray(y * size, (y + 1) * size), y)
  return {
    type: 'element',
    tagName: 'svg',
    properties: {
      className: ['qr'],
      viewBox: `0 -.5 ${width} ${width}`,
      stroke: '#000',
      shapeRendering: 'crispEdges',
      ariaHidden: 'true',
    },
    children: [{ type: 'element', tagName: 'path', properties: { d }, children: [] }],
  }
}

/** Path data of the dark modules in a row: a line through the middle of neighbours, where `y` is. */
function rowPath(row: Uint8Array, y: number): string {
  let path = ''
  let end = 0
  for (let x = row.indexOf(1); x >= 0; x = row.indexOf(1, end)) {
    path += end ? `m${x - end} 0` : `M${x + quiet} ${y + quiet}`
    const light = row.indexOf(0, x)
    end = light < 0 ? row.length : light
    path += `h${end - x}`
  }
  return path
}
