/** QR codes, read back by a program that is not ours. */
import jsQr from 'jsqr'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { htmlOf } from '#plugins/safe-html.ts'
import { qrModules } from '#src/components/paper/qr-modules.ts'
import { qrCode } from '#src/components/paper/qr.ts'
import { displayAddress, stepAddress } from '#src/components/paper/step-address.ts'
import { randomOf } from '../support/random.ts'

/** What a camera sees: the drawing, four dots a module. */
function read(text: string): string | undefined {
  const { properties, children } = qrCode(text)
  const size = Number(String(properties['viewBox']).split(' ').at(-1))
  const dots = 4
  const pixels = new Uint8ClampedArray((size * dots) ** 2 * 4).fill(255)
  const [path] = children
  const d = path?.type === 'element' ? String(path.properties['d']) : ''
  let [x, y] = [0, 0]
  for (const [, command, first, second] of d.matchAll(/([Mmh])(\d+)(?: (\d+))?/g)) {
    const start = x
    if (command === 'M') [x, y] = [Number(first), Number(second)]
    else x += Number(first)
    if (command !== 'h') continue
    for (let row = y * dots; row < (y + 1) * dots; row++) {
      const [from, to] = [start, x].map((at) => row * size * dots + at * dots)
      for (let at = from!; at < to!; at++) pixels.fill(0, at * 4, at * 4 + 3)
    }
  }
  return jsQr(pixels, size * dots, size * dots)?.data
}

test('scans as the address that it was made of', () => {
  const random = randomOf(27)
  const names = ['exchange-dns', 'a', 'étape', '步骤', 'x'.repeat(120)]
  for (let round = 0; round < 40; round++) {
    const some = names.filter(() => random.once(2)).join('/')
    const address = new URL(`https://guides.example/go/${some}/`).href
    expect(read(address)).toBe(address)
  }
})

test('has the mask that the rule of the standard chooses', () => {
  const random = randomOf(28)
  const sizes = new Set<number>()
  for (let round = 0; round < 150; round++) {
    const letters = Array.from({ length: random.int(random.once(5) ? 900 : 60) }, () =>
      random.pick(['a', 'e', 'x', '-', '/', '7', '步']),
    )
    const address = new URL(`https://guides.example/go/${letters.join('')}/`).href
    const { data, size } = encode(address, { ecc: 'M', border: 0 })
    sizes.add(size)
    expect([...qrModules(address).dark]).toEqual(data.flat().map(Number))
  }
  expect(sizes.size).toBeGreaterThan(5)
})

test('is hidden from screen readers and has no inline style', () => {
  const html = htmlOf(stepAddress('https://guides.example/go/move/a/'))
  expect(html).toMatch(
    /^<div class="paper-address"><svg class="qr" viewBox="0 -.5 \d+ \d+" stroke="#000"/,
  )
  expect(html).toContain('aria-hidden="true"')
  expect(html).not.toContain('style')
  expect(html).toContain('>guides.example/go/move/a<')
})

test('an address is shown without its scheme and percent-encoding', () => {
  expect(displayAddress('https://guides.example/go/move/%C3%A9tape/')).toBe(
    'guides.example/go/move/étape',
  )
})
