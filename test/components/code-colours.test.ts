/** Every colour of code is legible (WCAG 2.2, 1.4.3) on every background that a line may have, in both themes. */
import { readFileSync } from 'node:fs'
import { converter, parse, wcagContrast } from 'culori'
import { expect, test } from 'vitest'
import { tokenKinds } from '#plugins/code/highlight.ts'

const read = (path: string) =>
  readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8').replace(/\/\*[^]*?\*\//g, '')
const code = read('components/code/code.css')
const values = new Map(
  [...`${read('styles/tokens.css')}\n${code}`.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(
    ([, name = '', value = '']) => [name, value.trim()] as const,
  ),
)
const backgrounds = ['--code-back', '--code-back-mark', '--code-back-ins', '--code-back-del']
const themes = ['light', 'dark'] as const

test('each kind of token has a colour of its own, and nothing else has', () => {
  const coloured = [...code.matchAll(/\.code-(\w+) \{\s*color: var\(--code-(\w+)\)/g)]
  expect(coloured.map(([, name]) => name)).toEqual([...tokenKinds])
  for (const [, name, variable] of coloured) expect(variable).toBe(name)
})

test.each(themes)('text of code has a contrast of 4.5 at least in the %s theme', (theme) => {
  const texts = [...tokenKinds.map((kind) => `--code-${kind}`), '--color-text', '--color-quiet']
  const low = backgrounds.flatMap((back) =>
    texts
      .map((text) => ({ text, back, contrast: contrastOf(text, back, theme) }))
      .filter(({ contrast }) => !(contrast >= 4.5)),
  )
  expect(low).toEqual([])
})

test.each(themes)('lines of each kind differ from the others in the %s theme', (theme) => {
  const colours = new Set(backgrounds.map((name) => valueOf(name, theme)))
  expect(colours.size).toBe(backgrounds.length)
})

function contrastOf(text: string, back: string, theme: 'light' | 'dark'): number {
  const [first, second] = [text, back].map((name) => {
    const colour = parse(valueOf(name, theme))
    if (!colour) throw new Error(`${name} is no colour: ${valueOf(name, theme)}`)
    return converter('rgb')(colour)
  })
  return wcagContrast(first ?? '', second ?? '')
}

/** A property without `var()` and `light-dark()`. */
function valueOf(name: string, theme: 'light' | 'dark'): string {
  const value = values.get(name) ?? ''
  const plain = value.replace(/var\((--[\w-]+)\)/g, (_, other: string) => valueOf(other, theme))
  const [, light = plain, dark = plain] =
    /^light-dark\((\w+\([^)]*\)), (\w+\([^)]*\))\)$/.exec(plain) ?? []
  return theme === 'light' ? light : dark
}
