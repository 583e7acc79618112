/** Zones, rows, pictures and their kind go to translators and come back whole. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { visit } from '#plugins/visit.ts'
import { formIdentity } from '#src/translation/blocks/normalise.ts'
import { parsePage } from '#src/translation/blocks/parse.ts'
import { accept } from '#src/translation/formats/accept.ts'
import { readPo, writePo } from '#src/translation/formats/po.ts'
import { writeAccepted } from '#src/translation/formats/write-accepted.ts'
import { readXliff21, writeXliff21 } from '#src/translation/formats/xliff21.ts'
import { outline } from '#src/translation/import/outline.ts'
import { pageOf, setOf } from './pages.ts'
import { pseudo } from './pseudo.ts'

const source = pageOf(textIn('en-us'), { locale: 'en-US', name: 'zones.md' })
const target = pageOf(textIn('fr-fr'), { locale: 'fr-FR', name: 'zones.md' }, source)
const set = setOf([{ dialect: 'docfx', source, target }])

function textIn(locale: string): string {
  const path = `../../../examples/docfx/${locale}/guide/zones.md`
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

/** Every form of a page, with what of it is the same in all languages. */
function formsIn(text: string): string[] {
  const forms: string[] = []
  visit(parsePage(text, 'docfx'), (node) => {
    if (node.type === 'tripleColonFlow' || node.type === 'tripleColonText')
      forms.push(`${node.type} ${formIdentity(node)}`)
  })
  return forms
}

describe('the words of forms', () => {
  test('are units, the texts of pictures and videos among them; those of no-loc are not', () => {
    const texts = source.blocks.map(({ text }) => text)
    for (const text of [
      'Run the installer',
      'Choose Share in the menu.',
      'or on a screen',
      'Plan of the window',
      'The list stands at the left, the note at the right.',
      'Notes in two minutes',
    ])
      expect(texts).toContain(text)
    expect(texts.filter((text) => text.includes(':::'))).toEqual([])
    expect(texts).not.toContain('Contoso')
  })

  test.each([
    ['PO', writePo, readPo],
    ['XLIFF 2.1', writeXliff21, readXliff21],
  ] as const)('come back from %s as they went out', (name, write, read) => {
    const { messages, refused, accepted } = accept(read(write(set), name), set)
    expect({ messages, refused, accepted }).toEqual({ messages: [], refused: [], accepted: [] })
  })

  test('may all be translated: forms, lists and links stay where they are', () => {
    const result = accept(pseudo(set), set)
    expect(result.refused.map(({ message }) => message.reason)).toEqual([])
    const [changed] = writeAccepted(result.accepted, set)
    expect(changed?.messages).toEqual([])
    expect(outline(changed!.text, 'docfx')).toEqual(outline(target.text, 'docfx'))
    expect(formsIn(changed!.text)).toEqual(formsIn(source.text))
    expect(changed!.text).toContain('alt-text="Plàn ôf thé wïndôw')
  })
})

test('a quote in the text of a picture becomes a typographic one: docfx has no way to write it', () => {
  const text = '---\ntitle: T\n---\n\n:::image source="a.png" alt-text="Plan":::\n'
  const page = (locale: string, from?: typeof source) =>
    pageOf(text, { locale, name: 'a.md' }, from)
  const first = page('en-US')
  const small = setOf([{ dialect: 'docfx', source: first, target: page('fr-FR', first) }])
  const file = pseudo(small)
  const spoken = file.units.map((unit) =>
    unit.source?.some((part) => part.kind === 'text' && part.text === 'Plan')
      ? { ...unit, target: [{ kind: 'text' as const, text: 'Le "plan"' }] }
      : unit,
  )
  const [changed] = writeAccepted(accept({ ...file, units: spoken }, small).accepted, small)
  expect(changed?.text).toContain('alt-text="Le “plan”":::')
})
