/** The image that other sites show beside a link: a title on the colours of the site, drawn without network. */
// In one file: its 152 modules take a tenth of a second to load.
import culori from 'culori/require'
import type { AccentShades } from '../theming/accent.ts'
import type { Outliner } from './text-outlines.ts'

/** The size that social networks recommend, in pixels. */
export const socialSize = { width: 1200, height: 630 } as const

export interface SocialTexts {
  title: string
  site: string
}

/** The accent of `styles/tokens.css`, for a site without an accent of its own. */
const defaultShades: AccentShades['shades'] = {
  'accent-200': 'oklch(0.88 0.075 166)',
  'accent-300': 'oklch(0.81 0.1 166)',
  'accent-800': 'oklch(0.3 0.052 170)',
}

const margin = 80
/** Font sizes and how many lines of each fit: a long title is set smaller. */
const sizes = [
  { size: 84, lines: 3 },
  { size: 60, lines: 4 },
] as const

/**
 * The image as SVG, with text as outlines. A text with characters that the font lacks is left out, so that no empty
 * boxes appear.
 *
 * @param shades - Of the site’s accent.
 */
export function socialSvg(
  { title, site }: SocialTexts,
  shades: AccentShades['shades'] | undefined,
  outliner: Outliner,
): string {
  const { width, height } = socialSize
  const colourOf = (name: string) =>
    culori.formatHex(shades?.[name] ?? defaultShades[name] ?? '') ?? '#000000'
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

/** The text with plain spaces and without invisible formatting characters. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Break a title into at most `lines` lines of at most `width`; the last one ends with `…` if words are left out. */
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
