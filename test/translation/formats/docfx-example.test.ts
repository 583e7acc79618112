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
import { accept } from '#src/translation/formats/accept.ts'
import { readPo, writePo } from '#src/translation/formats/po.ts'
import type { UnitSet } from '#src/translation/formats/unit.ts'
import { writeAccepted } from '#src/translation/formats/write-accepted.ts'
import { readXliff21, writeXliff21 } from '#src/translation/formats/xliff21.ts'
import { structureOf } from '../../support/page-structure.ts'
import { type PagePair, pageOf, setOf } from './pages.ts'
import { pseudo } from './pseudo.ts'

const folder = join(import.meta.dirname, '../../../examples/docfx')
const names = globSync('*.md', { cwd: join(folder, 'en-us/guide') }).toSorted()

const pairs = names.map((name): PagePair => {
  const read = (locale: string) => readFileSync(join(folder, locale, 'guide', name), 'utf8')
  const slug = name.replace('.md', '')
  const source = pageOf(read('en-us'), { slug, name, locale: 'en-US' })
  const target = pageOf(read('fr-fr'), { slug, name, locale: 'fr-FR' }, source)
  return { dialect: 'docfx', source, target }
})
const set = setOf(pairs, 'guide')

/** The file of a translator who has translated everything. */
function done(write: (set: UnitSet) => string): string {
  const spoken = new Map(pseudo(set).units.map((unit) => [unit.id, unit.target]))
  const units = set.units.map((unit) => {
    const target = spoken.get(unit.id)
    return { ...unit, state: 'translated' as const, ...(target && { target }) }
  })
  return write({ ...set, units })
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
  ['PO', writePo, readPo],
  ['XLIFF 2.1', writeXliff21, readXliff21],
] as const)('through %s', (format, write, read) => {
  const result = accept(read(done(write), format), set)
  const changed = new Map(writeAccepted(result.accepted, set).map((page) => [page.slug, page]))

  test('every unit is taken, and every page is written', () => {
    expect(result.refused.map(({ message }) => message.reason)).toEqual([])
    expect(result.messages).toEqual([])
    expect([...changed.values()].flatMap(({ messages }) => messages)).toEqual([])
    expect([...changed.keys()]).toEqual(names.map((name) => name.replace('.md', '')))
  })

  test.each(names)(
    '%s has the elements of its source, and words that are none of it',
    async (name) => {
      const slug = name.replace('.md', '')
      const source = await html(pairs[names.indexOf(name)]!.source.text, name)
      const built = await html(changed.get(slug)!.text, name)
      expect(structureOf(built)).toEqual(structureOf(source))
      expect(built).toMatch(/[àéïôù]\w*\u202F!/)
    },
  )
})

test('a structure shows what moved: a row, a tab, a zone', () => {
  const page = '<div class="tabs"><section data-tab="a"><p>A</p></section></div>'
  expect(structureOf(page)).toEqual(['div className=tabs', '  section dataTab=a', '    p'])
  expect(structureOf(page.replace('data-tab="a"', 'data-tab="b"'))).not.toEqual(structureOf(page))
  expect(structureOf(page.replace('<p>A</p>', ''))).not.toEqual(structureOf(page))
})
