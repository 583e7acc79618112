/** Every page of `examples/docfx` to translators and back: what it is made of is the same in no language at all. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { docfxPreset } from '#plugins/docfx/index.ts'
import remarkToHtml from '#plugins/to-html.ts'
import { translatedYaml } from '#src/docsets/docfx/yaml-pages/translated-yaml.ts'
import type { BlockPage } from '#src/translation/blocks/block.ts'
import { readBlocks } from '#src/translation/blocks/read-blocks.ts'
import { accept } from '#src/translation/formats/accept.ts'
import { readPo, writePo } from '#src/translation/formats/po.ts'
import type { UnitSet } from '#src/translation/formats/unit.ts'
import { writeAccepted } from '#src/translation/formats/write-accepted.ts'
import { readXliff12, writeXliff12 } from '#src/translation/formats/xliff12.ts'
import { readXliff21, writeXliff21 } from '#src/translation/formats/xliff21.ts'
import { structureOf } from '../../support/page-structure.ts'
import { type PagePair, pageOf, setOf } from './pages.ts'
import { pseudo } from './pseudo.ts'

const folder = join(import.meta.dirname, '../../../examples/docfx')
const names = globSync(['*.md', '{faq,toc,tutorial}.yml'], {
  cwd: join(folder, 'en-us/guide'),
}).toSorted()
const slugOf = (name: string) => name.replace(/\.\w+$/, '')

const pairs = names.map((name): PagePair => {
  const read = (locale: string) => readFileSync(join(folder, locale, 'guide', name), 'utf8')
  const slug = slugOf(name)
  const source = filePage(read('en-us'), { slug, name, locale: 'en-US' })
  const target = filePage(read('fr-fr'), { slug, name, locale: 'fr-FR' }, source)
  return { dialect: 'docfx', source, target }
})

/** The words of a file, which may be YAML. */
function filePage(
  typed: string,
  place: { slug: string; name: string; locale: string },
  source?: BlockPage,
): BlockPage {
  const yaml = translatedYaml(typed, place.name, source === undefined)
  if (!yaml) return pageOf(typed, place, source)
  return readBlocks({ ...place, dialect: 'docfx', text: yaml.markdown, yaml }, source)
}

/** What a page is drawn from: its Markdown, or what its YAML says. */
const markdownOf = (text: string, name: string) =>
  name.endsWith('.yml') ? (translatedYaml(text, name, true)?.markdown ?? '') : text
const set = setOf(pairs, 'guide')

const spoken = new Map(pseudo(set).units.map((unit) => [unit.id, unit.target]))

/** The file of a translator who has translated everything. */
function done(write: (set: UnitSet) => string): string {
  const units = set.units.map((unit) => {
    const target = spoken.get(unit.id)
    return { ...unit, state: 'translated' as const, ...(target && { target }) }
  })
  return write({ ...set, units })
}

/** The same in XLIFF 1.2, which holds what is left to do: each copy of a source gives way to its translation. */
function done12(): string {
  const left = set.units.map((unit) => ({ ...unit, state: 'untranslated' as const }))
  const targetsIn = (units: UnitSet['units']) =>
    writeXliff12({ ...set, units }).matchAll(/<target state="needs-translation">(.*?)<\/target>/gs)
  const words = targetsIn(
    left.map((unit) => ({ ...unit, source: spoken.get(unit.id) ?? unit.source })),
  ).map(([, target]) => target)
  return writeXliff12({ ...set, units: left }).replace(
    /<target state="needs-translation">.*?<\/target>/gs,
    () => `<target state="translated">${words.next().value}</target>`,
  )
}

async function html(text: string, name: string): Promise<string> {
  const samples = join(folder, 'en-us/guide')
  const { remarkPlugins, remarkRehype, rehypePlugins } = docfxPreset({
    readText: async (path) => readFileSync(join(samples, path.replace('~/', '')), 'utf8'),
  })
  const file = new VFile({ value: text, path: name })
  const page = await unified()
    .use(remarkParse)
    .use(remarkPlugins)
    .use(remarkToHtml, remarkRehype)
    .use(rehypePlugins)
    .use(rehypeStringify)
    .process(file)
  return String(page)
}

describe.each([
  ['PO', () => done(writePo), readPo],
  ['XLIFF 1.2', done12, readXliff12],
  ['XLIFF 2.1', () => done(writeXliff21), readXliff21],
] as const)('through %s', (format, filled, read) => {
  const result = accept(read(filled(), format), set)
  const changed = new Map(writeAccepted(result.accepted, set).map((page) => [page.slug, page]))

  test('every unit is accepted, and every page is written', () => {
    expect(result.refused.map(({ message }) => message.reason)).toEqual([])
    expect(result.messages).toEqual([])
    expect([...changed.values()].flatMap(({ messages }) => messages)).toEqual([])
    expect([...changed.keys()]).toEqual(names.map(slugOf))
  })

  test.each(names)(
    '%s has the elements of its source, and words that are none of it',
    async (name) => {
      const page = changed.get(slugOf(name))!
      const source = await html(pairs[names.indexOf(name)]!.source.text, name)
      const built = await html(markdownOf(page.yamlFile ?? page.text, name), name)
      expect(structureOf(built)).toEqual(structureOf(source))
      expect(built).toMatch(/[àéïôù][^<]*\u202F!/)
    },
  )
})

test.each([
  ['a heading', 'For some readers'],
  ['an alert', 'Connect now.'],
  ['a picture', 'Plan of the window'],
  ['the description of a picture', 'The list stands at the left'],
  ['a link to choose a page by', 'Boxes and pictures'],
  ['an item of a checklist', 'You have a phone.'],
  ['a button', 'Next: install and connect'],
  ['a cell', 'Address'],
  ['a tab', 'Windows'],
  ['what is in a tab', 'Add'],
  ['what is in a tab that depends on another', 'Choose Devices, then Connect.'],
  ['a zone', 'Open a shell.'],
  ['a version', 'Version 1 shares nothing.'],
  ['a column', 'With a date each.'],
  ['a list in a column', 'or on a screen'],
  ['a title of a video', 'Notes in two minutes'],
  ['a question', 'Does it work without a network?'],
  ['an answer', 'on a phone,'],
  ['a step in YAML', 'Press the icon.'],
  ['a name in a table of contents', 'Write a note from a program'],
  ['a description', 'Write a note in three steps.'],
])('%s is a unit: %s', (_, words) => {
  const texts = set.units.map(({ source }) =>
    source.map((part) => (part.kind === 'text' ? part.text : '')).join(''),
  )
  expect(texts.filter((text) => text.includes(words))).not.toEqual([])
})

test('a structure shows what moved: a row, a tab, a zone', () => {
  const page = '<div class="tabs"><section data-tab="a"><p>A</p></section></div>'
  expect(structureOf(page)).toEqual(['div className=tabs', '  section dataTab=a', '    p'])
  expect(structureOf(page.replace('data-tab="a"', 'data-tab="b"'))).not.toEqual(structureOf(page))
  expect(structureOf(page.replace('<p>A</p>', ''))).not.toEqual(structureOf(page))
})
