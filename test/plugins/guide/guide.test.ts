import { readFileSync, readdirSync } from 'node:fs'
import type { Root } from 'hast'
import type {} from 'remark-mdx'
import rehypeStringify from 'rehype-stringify'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { guideProcessor } from '#plugins/guide/index.ts'
import { describeFixtures, formatMessages } from '../../support/fixtures.ts'
import { guideOptions } from '../../support/guide-options.ts'

const guides = new URL('../../../content/docs/', import.meta.url)
const fixtures = new URL('../../fixtures/', import.meta.url)

const fixtureExample = /^```mdx fixture=(\S+)\n([\s\S]*?)^```$/gm
const shownExample = /^(`{3,})mdx shown\n([\s\S]*?)^\1\n/gm

const facts = guideProcessor(guideOptions)
const guide = facts().use(showComponents).use(rehypeStringify).freeze()

describeFixtures('guide', () => guide, 'a guide')
describeFixtures('procedures', () => guide, 'a procedure')
describeFixtures('matrices', () => guide, 'a matrix')
describeFixtures('frames', () => guide, 'a frame')
describeFixtures('parts', () => guide, 'a part')
describeFixtures('translations', translationProcessor, 'a translation')

/** Of a page whose source stands beside it. */
function translationProcessor({ dirname }: VFile) {
  const path = `${dirname}/source.mdx`
  const sourceFacts = async () => {
    const source = new VFile({ path, value: readFileSync(path, 'utf8') })
    await facts.run(facts.parse(source), source)
    return { name: 'source.mdx', text: String(source), ...source.data }
  }
  const translation = guideProcessor({
    ...guideOptions,
    sourceHeadings: async () => (await sourceFacts()).anchors,
    sourceProcedures: async () => {
      const { name, text, procedures = [], procedureCopies: copies = [] } = await sourceFacts()
      return { name, text, lang: 'en', blocks: [], procedures, copies }
    },
  })
  return translation().use(rehypeStringify).freeze()
}

test('the examples of the manual are fixtures, or stand below themselves as readers see them', () => {
  let count = 0
  for (const name of readdirSync(new URL('en/manual/', guides))) {
    for (const locale of ['en', 'fr-FR']) {
      const page = readFileSync(new URL(`${locale}/manual/${name}`, guides), 'utf8')
      for (const [, fixture = '', example] of page.matchAll(fixtureExample)) {
        const path = fixture.endsWith('.mdx') ? fixture : `${fixture}/input.mdx`
        expect(example, name).toBe(readFileSync(new URL(path, fixtures), 'utf8'))
        count++
      }
      // A translation has the example as its source has it, and the words of what it makes in its own language.
      if (locale !== 'en') continue
      for (const { 0: fence, 2: example = '', index } of page.matchAll(shownExample)) {
        const after = page.slice(index + fence.length)
        expect(after.slice(0, example.length + 1), name).toBe(`\n${example}`)
        count++
      }
    }
  }
  expect(count).toBeGreaterThan(20)
})

test('links, images, headings and ids of HTML are facts of the page', async () => {
  const { data } = await read(
    '<h4 id="is-it">Is it?</h4>\n\n<a href="./b.mdx">b</a> <img src="a.png" alt="A"/> <a name="old"/>\n',
  )
  expect(data.headings).toEqual([{ depth: 4, id: 'is-it', text: 'Is it?' }])
  expect(data.ids).toEqual(['is-it', 'old'])
  expect(data.links).toMatchObject([{ url: './b.mdx', text: 'b' }])
  expect(data.images).toEqual(['a.png'])
})

test('a component that guides may use stays, with its text, without what would run', async () => {
  const { tree, messages } = await read(
    '<PhaseDiagram phase="assess" onclick="x()" set:html="<b>x</b>" steps={[1]}>\n[a](./b.mdx)\n</PhaseDiagram>\n',
  )
  const results: unknown[] = []
  visit(tree, 'mdxJsxFlowElement', ({ name, attributes }) => {
    results.push(
      name,
      ...attributes.map((attribute) => ('name' in attribute ? attribute.name : attribute.type)),
    )
  })
  expect(results).toEqual(['PhaseDiagram', 'phase'])
  expect(messages.match(/(?<= error )\S+/g)).toEqual(['jsx-unsafe', 'jsx-unsafe', 'mdx-expression'])
})

test('an unknown component is reported as unknown if no component is known', async () => {
  const none = guideProcessor({ ...guideOptions, components: new Set() })
  const file = new VFile('<PhaseDiagram/>\n')
  await none.run(none.parse(file), file)
  expect(formatMessages(file)).toBe(
    '1:1-1:14 error component-unknown There is no component `<PhaseDiagram>`. Use an HTML element.\n',
  )
})

/** Astro draws components; here they stand as elements of their name. */
function showComponents() {
  return (tree: Root) => {
    visit(tree, 'mdxJsxFlowElement', (node, index, parent) => {
      const properties = Object.fromEntries(
        node.attributes.flatMap((attribute) =>
          'name' in attribute && typeof attribute.value === 'string'
            ? [[attribute.name, attribute.value]]
            : [],
        ),
      )
      const { children } = node
      const tagName = node.name ?? ''
      parent?.children.splice(index ?? 0, 1, { type: 'element', tagName, properties, children })
    })
  }
}

async function read(text: string) {
  const file = new VFile(text)
  const tree = await facts.run(facts.parse(file), file)
  return { tree, data: file.data, messages: formatMessages(file) }
}
