import { describe, expect, test } from 'vitest'
import { blockOf, pageOf } from '../../support/blocks.ts'
import { gradeOf, noCodes } from '#src/translation/blocks/hash.ts'

const same = (value: string, other: string) => expect(blockOf(value).hash).toBe(blockOf(other).hash)
const grade = (value: string, other: string) => gradeOf(blockOf(value).hash, blockOf(other).hash)

describe('what a hash overlooks', () => {
  test('white space, line breaks of the file, kinds of spaces', () => {
    same('Une  phrase\nlongue : oui.', 'Une phrase longue\u00a0: oui.')
  })

  test('letters composed or not', () => {
    same('L’été', 'L’e\u0301te\u0301')
  })

  test('names and levels of headings, and signs that mean the same', () => {
    same('## <a name="x"></a>Migration *des* données', '### Migration _des_ données')
  })

  test('addresses, pictures and code, which the second hash is for', () => {
    const block = blockOf('See [this](a.md) and `x`.')
    const other = blockOf('See [this](b.md) and `x`.')
    expect(block.hash).toBe(other.hash)
    expect(block.codes).not.toBe(other.codes)
    expect(blockOf('No code.').codes).toBe(noCodes)
  })

  test('the order of codes, which changes with the language, and how a link is written', () => {
    expect(blockOf('[a](x) [b](y)').codes).toBe(blockOf('[b](y) [a](x)').codes)
    expect(pageOf('[a][n]\n\n[n]: x').blocks[0]?.codes).toBe(blockOf('[a](x)').codes)
  })
})

describe('two hashes tell how much has changed', () => {
  test.each([
    ['Assign the licences.', 'Assign the *licences*.', 'auto'],
    ['Assign the [licences](a.md).', 'Assign the licences.', 'auto'],
    ['Assign 150 licences.', 'Assign 500 licences.', 'minor'],
    ['Assign the licences.', 'Assign the Licences!', 'minor'],
    ['150-1000', '150-5000', 'stale'],
    ['Assign the licences.', 'Assign all licences.', 'stale'],
    ['Assign the licences.', 'Assign  the licences.', undefined],
  ])('%s → %s: %s', (value, other, expected) => {
    expect(grade(value, other)).toBe(expected)
  })
})
