/** The accent colour of a site, in the shades that the theme uses: legible on every surface, light and dark. */
import {
  clampChroma,
  formatHex,
  modeLrgb,
  modeOklch,
  modeRgb,
  useMode,
  wcagContrast,
} from 'culori/fn'
import type { Oklch } from 'culori/fn'

useMode(modeRgb)
useMode(modeLrgb)
const oklch = useMode(modeOklch)

/** What the theme is told of it: `styles/tokens.css` has those of a site that says nothing. */
export interface AccentShades {
  /** Of the greys, too; absent where the colour is a grey. */
  hue?: number
  /** By name of a property without its dashes: `accent-600`. */
  shades: Readonly<Record<string, string>>
}

/** Why a colour cannot be used. */
export interface AccentFault {
  /** Which of two was given; absent for one that was given for both. */
  scheme?: 'light' | 'dark'
  colour: string
  /** Absent for what is no colour. */
  contrast?: number
  nearest?: string
}

type Scheme = 'light' | 'dark'

/** Least contrast of text (WCAG 2.2, 1.4.3). */
const least = 4.5

/** Surfaces that links stand on, of those in `styles/tokens.css` the nearest to the colour of text. */
export const surfaces: Readonly<Record<Scheme, readonly Oklch[]>> = {
  light: [
    { mode: 'oklch', l: 1, c: 0 },
    { mode: 'oklch', l: 0.95, c: 0.008, h: 165 },
    { mode: 'oklch', l: 0.955, c: 0.055, h: 92 },
  ],
  dark: [
    { mode: 'oklch', l: 0.185, c: 0.016, h: 175 },
    { mode: 'oklch', l: 0.265, c: 0.02, h: 174 },
    { mode: 'oklch', l: 0.34, c: 0.055, h: 84 },
  ],
}

/** As light as links of dark pages are where only the colour of light ones is given. */
const darkLightness = 0.81

/** The shades of a colour, or of one for light and one for dark pages; else what is wrong with them. */
export function accentShades(
  accent: string | Readonly<Record<Scheme, string>>,
): { shades: AccentShades } | { faults: readonly AccentFault[] } {
  const given: [Scheme, string][] =
    typeof accent === 'string'
      ? [['light', accent]]
      : [
          ['light', accent.light],
          ['dark', accent.dark],
        ]
  const faults = given.flatMap(([scheme, colour]) => {
    const fault = faultOf(scheme, colour)
    if (!fault) return []
    return [{ ...fault, ...(typeof accent !== 'string' && { scheme }) }]
  })
  const [light, dark] = given.map(([, colour]) => read(colour))
  if (faults.length || !light) return { faults }
  return { shades: shadesOf(light, dark ?? darkOf(light)) }
}

/** In sRGB, which every screen shows. */
function read(colour: string): Oklch | undefined {
  const parsed = oklch(colour)
  return parsed && clampChroma<Oklch>({ ...parsed, alpha: 1 }, 'oklch')
}

function faultOf(scheme: Scheme, text: string): AccentFault | undefined {
  const colour = read(text)
  if (!colour) return { colour: text }
  const contrast = contrastOn(scheme, colour)
  if (contrast >= least) return undefined
  const rounded = Math.floor(contrast * 10) / 10
  return { colour: text, contrast: rounded, nearest: nearestLegible(scheme, colour) }
}

/** The least contrast that a colour has with a surface. */
export function contrastOn(scheme: Scheme, colour: Oklch | string): number {
  const all = surfaces[scheme].map((surface) => wcagContrast(colour, surface))
  return all.reduce((lowest, contrast) => Math.min(lowest, contrast))
}

/** The same hue, as much darker or lighter as it has to be. */
function nearestLegible(scheme: Scheme, colour: Oklch): string {
  const end = scheme === 'light' ? 0 : 1
  let [bad, good] = [colour.l, end]
  for (let step = 0; step < 12; step++) {
    const middle = (bad + good) / 2
    // As it is written: rounding counts.
    if (contrastOn(scheme, hexAt(colour, middle)) >= least) good = middle
    else bad = middle
  }
  return hexAt(colour, good)
}

function hexAt(colour: Oklch, l: number): string {
  return formatHex(clampChroma({ ...colour, l }, 'oklch'))
}

function darkOf(light: Oklch): Oklch {
  const c = Math.min(light.c * 1.2, 0.14)
  return clampChroma<Oklch>({ ...light, l: darkLightness, c }, 'oklch')
}

/** Light pages have links of the colour itself, marks and links under the pointer darker; dark ones the other way. */
function shadesOf(light: Oklch, dark: Oklch): AccentShades {
  const hue = light.c > 0.02 ? light.h : undefined
  return {
    ...(hue !== undefined && { hue: Math.round(hue * 10) / 10 }),
    shades: {
      'accent-200': shade(dark, dark.l + 0.07),
      'accent-300': shade(dark, dark.l),
      'accent-600': shade(light, light.l),
      'accent-700': shade(light, light.l - 0.075),
      'accent-800': shade(light, light.l - 0.16),
    },
  }
}

function shade(colour: Oklch, l: number): string {
  return hexAt(colour, Math.min(1, Math.max(0, l)))
}
