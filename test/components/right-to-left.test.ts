/** Nothing in the theme is at the left or at the right: it is at the start or at the end. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const sheets = globSync('src/**/*.css', { cwd: root })
const templates = globSync('src/**/*.astro', { cwd: root })

/** Declarations that mean a side of the screen. */
const physical = [
  /(?<![\w-])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b/,
  /(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius\b/,
  /(?<![\w-])(?:left|right)\s*:/,
  /(?<![\w-])(?:text-align|float|clear|caption-side|transform-origin)\s*:[^;]*\b(?:left|right)\b/,
  /(?<![\w-])(?:background(?:-position)?|object-position)\s*:[^;]*\b(?:left|right)\b/,
  /\bto (?:left|right)\b/,
  /(?<![\w-])translateX\(/,
]

/** `top right bottom left`, with its values at the right and at the left. */
const fourSides =
  /(?<![\w-])(?:margin|padding|inset|border-(?:width|style|color)):[ \t]*[^\s;]+[ \t]+([^\s;]+)[ \t]+[^\s;]+[ \t]+([^\s;]+);/g

/** What turns or moves a thing to one side, and so has to be turned about. */
const oneSided =
  /(?<![\w-])(?:box-shadow\s*:\s*inset -?[1-9]|rotate\s*:\s*-(?:45|90)deg|translate\s*:\s*-?[1-9])/

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '')
}

/** Names with what is found in each file. */
function found(paths: readonly string[], look: (text: string) => readonly string[]): string[] {
  return paths.flatMap((path) =>
    look(withoutComments(readFileSync(join(root, path), 'utf8'))).map((line) => `${path}: ${line}`),
  )
}

test('no style names the left or the right', () => {
  expect(sheets.length).toBeGreaterThan(30)
  const lines = found([...sheets, ...templates], (text) =>
    text.split('\n').filter((line) => physical.some((pattern) => pattern.test(line))),
  )
  // Templates have words of their own, `<meta content="width=…">` among them; styles are in sheets.
  expect(lines.filter((line) => !/\.astro: .*(?:<|\{|\/\/)/.test(line))).toEqual([])
})

test('four sides at once are the same at the left and at the right, but in arrows', () => {
  const lines = found(sheets, (text) =>
    [...text.matchAll(fourSides)].flatMap(({ 0: declaration, 1: right, 2: left, index }) => {
      // An arrow is two sides of a square that is turned.
      const isArrow = /^[^{}]*\brotate:/.test(text.slice(index))
      return right === left || isArrow ? [] : [declaration]
    }),
  )
  expect(lines).toEqual([])
})

test('what points to one side is turned about where text is from the right', () => {
  const lines = found(sheets, (text) => {
    const parts = text.split(/(?<=\})/)
    return parts.flatMap((part, index) => {
      const [declaration] = oneSided.exec(part) ?? []
      if (!declaration) return []
      const near = parts.slice(Math.max(0, index - 1), index + 2).join('')
      return /:dir\(rtl\)/.test(near) ? [] : [declaration]
    })
  })
  expect(lines).toEqual([])
})

test('no template has an arrow as a character, which nobody turns about', () => {
  const lines = found([...sheets, ...templates], (text) =>
    text
      .split('\n')
      .filter((line) => /[→←⇒⇐▶◀▸◂▹◃➔»«]/.test(line.replace(/^\s*(?:\*|\/\/).*/, ''))),
  )
  expect(lines).toEqual([])
})
