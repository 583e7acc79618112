/** Words as outlines, from a font of the program: no font of the machine has a part in it. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import opentype, { type Font, type PathCommand } from 'opentype.js'

/** Draws words; those of which `has` is not true have signs that the font lacks. */
export interface Outliner {
  /** How wide a line is at a size. */
  widthOf: (line: string, size: number) => number
  /** The data of an SVG path, whose baseline begins at the place. */
  pathOf: (line: string, size: number, place: { x: number; y: number }) => string
  has: (line: string) => boolean
}

const require = createRequire(import.meta.url)

/** Files of the font by script, the one that most words need first. */
const files = [
  require.resolve('@fontsource/pt-sans/files/pt-sans-latin-700-normal.woff'),
  require.resolve('@fontsource/pt-sans/files/pt-sans-latin-ext-700-normal.woff'),
  require.resolve('@fontsource/pt-sans/files/pt-sans-cyrillic-700-normal.woff'),
  require.resolve('@fontsource/pt-sans/files/pt-sans-cyrillic-ext-700-normal.woff'),
]

let opened: Promise<Outliner> | undefined

/** Loaded once, where a picture has to be drawn. */
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

/** The library’s own way writes `NaN` for numbers that are nearly whole. */
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
