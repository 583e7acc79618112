import { readFile } from 'node:fs/promises'
import { modeOklch, modeRgb, useMode } from 'culori/fn'
import { describe, expect, test } from 'vitest'
import { accentShades, contrastOn, surfaces } from '#src/theming/accent.ts'

useMode(modeRgb)
const oklch = useMode(modeOklch)

test('a dark enough colour is that of links on light pages, and gives one for dark pages', () => {
  const result = accentShades('#0057b8')
  if (!('shades' in result)) throw new Error('Unexpected fault')
  const { shades } = result.shades
  expect(shades['accent-600']).toBe('#0057b8')
  expect(oklch(shades['accent-300'] ?? '')?.l).toBeCloseTo(0.81, 2)
})

test('of every hue, all shades are legible on every surface of their pages', () => {
  for (let hue = 0; hue < 360; hue += 10) {
    const result = accentShades(`oklch(0.45 0.2 ${hue})`)
    if (!('shades' in result)) throw new Error(`${hue}: ${JSON.stringify(result)}`)
    for (const [name, shade] of Object.entries(result.shades.shades)) {
      const scheme = /[23]00$/.test(name) ? 'dark' : 'light'
      expect(contrastOn(scheme, shade), `${hue} ${name}`).toBeGreaterThanOrEqual(4.5)
    }
  }
})

describe('a colour that is hard to read', () => {
  test('is reported with its contrast and the nearest readable colour', () => {
    const result = accentShades('#ff8800')
    expect(result).toEqual({ faults: [{ colour: '#ff8800', contrast: 2, nearest: '#a85700' }] })
  })

  test.each(['#ff8800', '#f00', 'gold', 'hotpink', '#777', 'white'])(
    'has a near one: %s',
    (text) => {
      const result = accentShades(text)
      const nearest = 'faults' in result ? (result.faults[0]?.nearest ?? '') : ''
      expect(accentShades(nearest)).toHaveProperty('shades')
      // The next lighter one is not.
      const { l = 0, c = 0, h = 0 } = oklch(nearest) ?? {}
      expect(accentShades(`oklch(${l + 0.01} ${c} ${h})`)).toHaveProperty('faults')
    },
  )

  test('is looked for on the pages that it is for', () => {
    expect(accentShades({ light: '#0057b8', dark: '#0057b8' })).toMatchObject({
      faults: [{ scheme: 'dark' }],
    })
  })
})

test('what is not a colour is reported', () => {
  expect(accentShades('blurple')).toEqual({ faults: [{ colour: 'blurple' }] })
})

test('a grey leaves the other greys as they are', () => {
  const result = accentShades('#444')
  expect('shades' in result && result.shades.hue).toBe(undefined)
})

test('surfaces are those of the theme', async () => {
  const tokens = await readFile(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8')
  const named = (role: string) => {
    const [, pair = ''] = new RegExp(`--color-${role}: light-dark\\((.+)\\);`).exec(tokens) ?? []
    return [...pair.matchAll(/oklch\(([\d.]+) ([\d.]+) /g)].map(
      ([, l, c]) => `${Number(l)} ${Number(c)}`,
    )
  }
  const all = ['page', 'sunken', 'mark'].map(named)
  const used = (scheme: 'light' | 'dark') => surfaces[scheme].map(({ l, c }) => `${l} ${c}`)
  expect(used('light')).toEqual(all.map(([light]) => light))
  expect(used('dark')).toEqual(all.map(([, dark]) => dark))
})
