/** The look of a site that is data, as a style sheet: nothing of it has to be compiled. */
import { posix } from 'node:path'
import type { ThemeConfig } from '../config/theme-options.ts'
import type { AccentShades } from './accent.ts'

/** What a site says of its look. */
interface StylesheetOptions {
  config: Pick<ThemeConfig, 'fonts' | 'radius' | 'width'>
  accent?: AccentShades | undefined
  /** What readers may have dismissed. */
  announcement?: string | undefined
  /** Style sheets of its own. */
  custom: string
  /** Address of a font file, from the style sheet. */
  addressOf: (file: string) => string
}

const formats: Readonly<Record<string, string>> = {
  '.woff2': 'woff2',
  '.woff': 'woff',
  '.ttf': 'truetype',
  '.otf': 'opentype',
}

/** As in `styles/layers.css`. */
const layers = '@layer tokens,reset,prose,components,utilities;\n'

/** The properties that `styles/tokens.css` looks up. */
const properties = {
  body: '--font-body',
  headings: '--font-headings',
  code: '--font-mono',
} as const

/** The text of the style sheet; empty for a site that has the look of the theme. */
export function themeStylesheet({
  config: { fonts = {}, radius, width },
  accent,
  announcement,
  custom,
  addressOf,
}: StylesheetOptions): string {
  const families = Object.entries(fonts) as [keyof typeof properties, Font | undefined][]
  const values = [
    ...(accent?.hue === undefined ? [] : [`--hue:${accent.hue}`]),
    ...Object.entries(accent?.shades ?? {}).map(([name, shade]) => `--${name}:${shade}`),
    ...families.flatMap(([use, font]) => (font ? [`${properties[use]}:"${font.family}"`] : [])),
    ...(radius === undefined
      ? []
      : [`--radius:${radius}`, `--radius-l:calc(2*${withUnit(radius)})`]),
    ...(width === undefined ? [] : [`--width:${withUnit(width)}`]),
  ]
  const faces = families.flatMap(([, font]) => (font ? facesOf(font, addressOf) : []))
  const rules = [
    // Once, where text and headings have the same font.
    ...new Set(faces),
    ...(values.length ? [`:root{${values.join(';')}}`] : []),
    // The script of the first moment tells the page what was dismissed.
    ...(announcement === undefined
      ? []
      : [`:root[data-dismissed="${announcement}"] .announcement{display:none}`]),
  ]
  const text = rules.map((rule) => `${rule}\n`).join('')
  // It comes first: whatever it puts into a layer of the theme must not change their order.
  return `${custom.includes('@layer') ? layers : ''}${text}${custom && `${custom}\n`}`
}

type Font = NonNullable<NonNullable<ThemeConfig['fonts']>['body']>

function facesOf({ family, files }: Font, addressOf: (file: string) => string): string[] {
  return files.map(({ src, weight, style }) => {
    const format = formats[posix.extname(src)] ?? 'woff2'
    return `@font-face{font-family:"${family}";src:url("${addressOf(src)}") format("${format}");font-weight:${weight};font-style:${style};font-display:swap}`
  })
}

/** In sums `0` needs a unit. */
function withUnit(length: string): string {
  return length === '0' ? '0px' : length
}
