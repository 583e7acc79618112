import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { type ContentPart, htmlIn } from '#plugins/content.ts'
import { guideContent, guideProcessor } from '#plugins/guide/index.ts'
import { guideOptions } from '../support/guide-options.ts'

const processor = guideProcessor(guideOptions)
const read = (text: string): Promise<ContentPart[]> => guideContent(processor, new VFile(text))

test('a guide without components is one piece of HTML, an empty one none', async () => {
  expect(await read('Some *words*.\n\n- a\n- b\n')).toEqual([
    '<p>Some <em>words</em>.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>',
  ])
  expect(await read('')).toEqual([])
})

test('a component stands between the HTML around it, with the attributes that were typed', async () => {
  expect(await read('Before.\n\n::matrix{phase=assess}\n\nAfter.\n')).toEqual([
    '<p>Before.</p>\n',
    { component: 'ResponsibilityMatrix', props: { phase: 'assess' } },
    '\n<p>After.</p>',
  ])
})

test('elements around a component begin before it and end after it', async () => {
  const text =
    '<details class="more" open>\n<summary>*All*</summary>\n\n> <PhaseDiagram/>\n> <PhaseDiagram/>\n</details>\n'
  const parts = await read(text)
  const diagram = { component: 'PhaseDiagram', props: {} }
  expect(parts.filter((part) => typeof part !== 'string')).toEqual([diagram, diagram])
  expect(parts[0]).toBe('<details class="more" open><summary><em>All</em></summary><blockquote>\n')
  expect(parts.at(-1)).toBe('\n</blockquote></details>')
})

test('what stands between the tags of a component is not drawn', async () => {
  const parts = await read('<PhaseDiagram>\n\n# Words\n\n</PhaseDiagram>\n')
  expect(parts).toEqual([{ component: 'PhaseDiagram', props: {} }])
})

test.each([
  'slot',
  '\\<PhaseDiagram/>',
  '`<PhaseDiagram/>`',
  '&lt;PhaseDiagram/>',
  '&#0;',
  '\0',
  '<b title="<PhaseDiagram/>">x</b>',
  '<b data-component="PhaseDiagram">x</b>',
  '{"<PhaseDiagram/>"}',
])('words are never a component: %j', async (text) => {
  const parts = await read(`${text}\n`)
  expect(parts.every((part) => typeof part === 'string')).toBe(true)
  expect(htmlIn(parts)).not.toContain('\0')
})
