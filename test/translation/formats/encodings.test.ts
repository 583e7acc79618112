/** The bytes of tools: marks, line ends and encodings that they choose, and those that cannot be read. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseExchange } from '#src/translation/formats/exchange.ts'
import { writeCsv } from '#src/translation/formats/csv.ts'
import { isFatal } from '#src/translation/formats/read-unit.ts'
import { smallSet } from './small.ts'

const fixtures = new URL('../../fixtures/exchange/', import.meta.url).pathname
const hostile = new URL('../../../../shared/cases/hostile/exchange/', import.meta.url).pathname

const fromTools = readdirSync(fixtures).flatMap((tool) =>
  readdirSync(join(fixtures, tool))
    .filter((name) => name.startsWith('sound.'))
    .map((name): [string, string] => [name, readFileSync(join(fixtures, tool, name), 'utf8')]),
)
const all: [name: string, text: string][] = [...fromTools, ['sound.csv', writeCsv(smallSet())]]

/** What is read, places apart: a line end that is two characters moves columns. */
function unitsIn(content: Uint8Array | string, name: string) {
  const file = parseExchange(content, name)
  expect(file && isFatal(file)).toBe(false)
  return file?.units.map(({ place: _, ...unit }) => unit)
}

const plain = (text: string) => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe.each(all)('%s', (name, text) => {
  const expected = unitsIn(plain(text), name)

  test.each<[string, Uint8Array | string]>([
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${plain(text)}`)],
    ['UTF-8 without one', Buffer.from(plain(text))],
    ['Windows line ends', Buffer.from(plain(text).replaceAll('\n', '\r\n'))],
    ['no line end after the last line', Buffer.from(plain(text).trimEnd())],
    ['UTF-16 as Windows writes it', Buffer.from(`\uFEFF${plain(text)}`, 'utf16le')],
    ['UTF-16, big end first', bigEndian(`\uFEFF${plain(text)}`)],
    ['UTF-16 without a mark', Buffer.from(plain(text), 'utf16le')],
  ])('%s is the same file', (_, content) => {
    expect(unitsIn(content, name)).toEqual(expected)
  })

  test.each<[string, Uint8Array]>([
    ['Latin-1', Buffer.from(plain(text).replaceAll('’', "'"), 'latin1')],
    ['UTF-32', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from(plain(text))])],
    ['half a character', Buffer.from(`\uFEFF${plain(text)}`, 'utf16le').subarray(0, -1)],
  ])('%s is refused by its name', (_, content) => {
    const file = parseExchange(content, name)
    expect(file?.units).toEqual([])
    expect(file?.messages.map(({ ruleId, file: of }) => [ruleId, of])).toEqual([
      ['exchange-encoding', name],
    ])
  })
})

test.skipIf(!existsSync(hostile))('hostile files are refused or read, and never a crash', () => {
  for (const name of readdirSync(hostile)) {
    const file = parseExchange(readFileSync(join(hostile, name)), name)
    expect([name, file?.messages.every(({ reason }) => reason.length > 20)]).toEqual([name, true])
    expect([name, file?.messages.length || file?.units.length]).not.toEqual([name, 0])
  }
})
