/** XLIFF that other programs write and read: any header that the schema allows, and no unit too. */
import { describe, expect, test } from 'vitest'
import { readXliff12, writeXliff12 } from '#src/translation/formats/xliff12.ts'
import { readXliff21, writeXliff21 } from '#src/translation/formats/xliff21.ts'
import { type Random, randomOf } from '../../support/random.ts'
import { hasTool, runTool, xliffSchemas } from '../../support/tools.ts'
import { edit, set } from './damage.ts'

const schemas = hasTool('xmllint', 'libxml2-utils') ? xliffSchemas() : undefined

function expectValid(schema: string, text: string): void {
  const command = ['xmllint', '--nonet', '--noout', '--schema', schema, 'a.xlf']
  runTool(command, { ...schemas, 'a.xlf': text }, ({ said }) =>
    expect(said).toBe('a.xlf validates\n'),
  )
}

/** What a tool may keep beside the words: elements that look like units, and are none. */
const foreign =
  '<x:info xmlns:x="urn:x"><x:file><x:trans-unit id="1"><x:source>Foreign</x:source></x:trans-unit>' +
  '<x:unit id="u"><x:segment><x:source>Foreign</x:source></x:segment></x:unit></x:file></x:info>'

const outside = '<external-file href="memory.tmx"/>'
const inside = '<internal-file form="text">&lt;trans-unit id="1"/></internal-file>'

/** Of the children of a `<header>`, in the order of the schema. */
function header12({ int, pick, once }: Random): string {
  // Names are there once in a file.
  const others: ((number: number) => string)[] = [
    () => `<glossary>${pick([outside, inside])}</glossary>`,
    () => `<reference>${pick([outside, inside])}</reference>`,
    (number) => `<count-group name="${number}"><count count-type="total">9</count></count-group>`,
    () => '<note from="reviewer" priority="2" xml:lang="fr">Bien relu</note>',
    (number) => `<tool tool-id="${number}" tool-name="A tool">in words</tool>`,
  ]
  return [
    once(2) ? `<skl>${pick([outside, inside])}</skl>` : '',
    once(2)
      ? '<phase-group><phase phase-name="p" process-name="review"><note>Done</note></phase></phase-group>'
      : '',
    ...Array.from({ length: 1 + int(4) }, (_, number) => pick(others)(number)),
  ].join('')
}

const cases = Array.from({ length: 12 }, (_, index) => index + 1)

describe('XLIFF 1.2', () => {
  const own = writeXliff12(set)
  const before = readXliff12(own, 'a.xlf')

  test.each(cases)('a header of another tool is read past (seed %i)', (seed) => {
    const header = header12(randomOf(seed))
    const text = edit(own, /(?=<note from="passerelle-units">)/, header)
    if (schemas) expectValid('xliff-core-1.2-strict.xsd', text)
    const { units, ...facts } = readXliff12(edit(text, '</header>', `${foreign}</header>`), 'a.xlf')
    expect(facts).toEqual({ ...before, units: undefined })
    expect(units).toEqual(before.units)
  })

  test('a tool may drop the header, or leave it empty', () => {
    for (const header of ['', '<header/>']) {
      const { units, messages } = readXliff12(own.replace(/<header>.*<\/header>/g, header), 'a.xlf')
      expect(units).toEqual(before.units)
      expect(messages).toEqual([])
    }
  })

  test('units that a tool has put into groups are read', () => {
    const grouped = own
      .replaceAll('<body>', '<body><group>')
      .replaceAll('</body>', '</group></body>')
    expect(readXliff12(grouped, 'a.xlf').units).toEqual(before.units)
  })
})

describe('XLIFF 2.1', () => {
  const own = writeXliff21(set)
  const before = readXliff21(own, 'a.xlf')

  test('a skeleton and what other tools keep in a file are read past', () => {
    const other = `<x:notes xmlns:x="urn:x"/>${foreign}`
    const text = edit(own, /(?=<notes>)/, `<skeleton>${foreign}</skeleton>${other}`)
    if (schemas) expectValid('xliff-core-2.0.xsd', text)
    expect(readXliff21(text, 'a.xlf')).toEqual(before)
  })
})

describe('with nothing left to do', () => {
  const empty = { ...set, units: [] }

  test.skipIf(!schemas)('the file is as its schema wants it', () => {
    expectValid('xliff-core-1.2-strict.xsd', writeXliff12(empty))
    expectValid('xliff-core-2.0.xsd', writeXliff21(empty))
  })

  test.each([
    ['1.2', readXliff12, writeXliff12],
    ['2.1', readXliff21, writeXliff21],
  ] as const)('XLIFF %s is read as a file without units', (_, read, write) => {
    expect(read(write(empty), 'a.xlf')).toMatchObject({
      docset: set.docset,
      units: [],
      messages: [],
    })
  })
})
