/** Text as outlines of a font that comes with the program, so that the fonts of the machine do not matter. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import opentype, { type Font, type PathCommand } from 'opentype.js'

/** Measures and outlines text. */
export interface Outliner {
  /** The width of a line at a font size, in pixels. */
  widthOf: (line: string, size: number) => number
  /** The data of an SVG path whose baseline begins at `place`. */
  pathOf: (line: string, size: number, place: { x: number; y: number }) => string
  /** Whether the font has all characters of a line. */
  has: (line: string) => boolean
}

const require = createRequire(import.meta.url)

/** The font’s files by script, the most used first. */
const files = [
  require.resolve('@fontsource/pt-sans/files/pt-sans-latin-700-normal.woff'),
  require.resolve('@fontsource/pt-sans/files/pt-sans-latin-ext-700-normal.woff'),
  require.resolve('@fontsource/pt-sans/files/pt-sans-cyrillic-700-normal.woff'),
  require.resolve('@fontsource/pt-sans/files/pt-sans-cyrillic-ext-700-normal.woff'),
]

let opened: Promise<Outliner> | undefined

/** Load the font once, when the first image has to be drawn. */
export function openOutliner(): Promise<Outliner> {
  return (opened ??= Promise.all(files.map(readFont)).then(outlinerOf))
}

async function readFont(path: string): Promise<Font> {
  return opentype.parse(new Uint8Array(await readFile(path)).buffer)
}

function outlinerOf(fonts: readonly Font[]): Outliner {
  const fontOf = (sign: string) => fonts.find((font) => font.charToGlyphIndex(sign) > 0)
  const runsOf = (line: string) => {
    const runs: { font: Font; text: string }[] = []
    for (const sign of line) {
      const font = fontOf(sign)
      const last = runs.at(-1)
      if (!font) continue
      if (last?.font === font) last.text += sign
      else runs.push({ font, text: sign })
    }
    return runs
  }
  return {
    has: (line) => [...line].every((sign) => fontOf(sign) !== undefined),
    widthOf: (line, size) =>
      runsOf(line).reduce((sum, { font, text }) => sum + font.getAdvanceWidth(text, size), 0),
    pathOf(line, size, { x, y }) {
      let from = x
      return runsOf(line)
        .map(({ font, text }) => {
          const path = dataOf(font.getPath(text, from, y, size).commands)
          from += font.getAdvanceWidth(text, size)
          return path
        })
        .join('')
    },
  }
}

/** Path data with one decimal. The library’s own `toPathData` writes `NaN` for numbers that are nearly integers. */
function dataOf(commands: readonly PathCommand[]): string {
  return commands
    .map((command) => {
      const numbers = ['x1', 'y1', 'x2', 'y2', 'x', 'y'].flatMap((name) => {
        const value = (command as unknown as Readonly<Record<string, number | undefined>>)[name]
        return value === undefined ? [] : [String(Math.round(value * 10) / 10)]
      })
      return command.type + numbers.join(' ')
    })
    .join('')
}
