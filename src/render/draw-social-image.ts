/** The picture that other sites show beside a link: a title on the colours of the site, drawn without network. */
import { formatHex } from 'culori'
import type { AccentShades } from '../theming/accent.ts'
import type { Outliner } from './text-outlines.ts'

/** As those sites want it. */
export const socialSize = { width: 1200, height: 630 } as const

export interface SocialTexts {
  title: string
  site: string
}

/** The site’s shades, else those of `styles/tokens.css`. */
const usual: AccentShades['shades'] = {
  'accent-200': 'oklch(0.88 0.075 166)',
  'accent-300': 'oklch(0.81 0.1 166)',
  'accent-800': 'oklch(0.3 0.052 170)',
}

const margin = 80
/** Of large words and of small ones: a long title has more lines. */
const sizes = [
  { size: 84, lines: 3 },
  { size: 60, lines: 4 },
] as const

/** As SVG without text: words that the font cannot draw are left out, never drawn as boxes. */
export function socialSvg(
  { title, site }: SocialTexts,
  shades: AccentShades['shades'] | undefined,
  outliner: Outliner,
): string {
  const { width, height } = socialSize
  const colourOf = (name: string) => formatHex(shades?.[name] ?? usual[name] ?? '') ?? '#000000'
  const small = plain(site)
  const paths = [
    outliner.has(small) && title !== site
      ? pathElement(outliner.pathOf(small, 36, { x: margin, y: 120 }), colourOf('accent-200'))
      : '',
    ...titlePaths(plain(title), outliner),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${colourOf('accent-800')}"/>`,
    `<rect y="${height - 24}" width="${width}" height="24" fill="${colourOf('accent-300')}"/>`,
    ...paths,
    '</svg>',
  ].join('')
}

function titlePaths(title: string, outliner: Outliner): string[] {
  if (!outliner.has(title)) return []
  const width = socialSize.width - 2 * margin
  const fits = ({ size, lines }: (typeof sizes)[number]) =>
    wrapTitle(title, { size, width, lines: Infinity }, outliner).length <= lines
  const { size, lines: most } = sizes.find(fits) ?? sizes[1]
  const lines = wrapTitle(title, { size, width, lines: most }, outliner)
  const step = size * 1.2
  const first = socialSize.height / 2 + 20 - ((lines.length - 1) * step) / 2 + size / 3
  return lines.map((line, index) =>
    pathElement(outliner.pathOf(line, size, { x: margin, y: first + index * step }), '#ffffff'),
  )
}

function pathElement(data: string, fill: string): string {
  return `<path d="${data}" fill="${fill}"/>`
}

/** Spaces of all kinds are drawn alike; signs that only guide others are not drawn. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Lines of at most a width, as many as there is room for; the last one ends with `…` where words are left. */
export function wrapTitle(
  text: string,
  { size, width, lines: most }: { size: number; width: number; lines: number },
  { widthOf }: Pick<Outliner, 'widthOf'>,
): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  return [...kept.slice(0, -1), `${kept.at(-1) ?? ''}…`]
}
