/** A page reads the same whether its HTML is parsed anew or only where it needs that. */
import type { Element, ElementContent, Nodes, Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import rehypeRawHtml from '#plugins/docfx/raw-html.ts'
import { markedPage } from '../../support/marked-pages/marked-page.ts'

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .freeze()

const pieces = [
  'a *b* **c** `d` ~~e~~',
  '# f',
  '- g\n\n  h\n- [x] i',
  '3. j\n   - k',
  '> l\n>\n> 1. m',
  '| n | o |\n| :- | - |\n| **p** | ![q](r) |',
  '```js meta\ns\n```',
  '[t](u "v")  \nw\n***',
  'x[^1]\n\n[^1]: y',
  '[z[^1]](a)\n\n[^1]: b',
  '`` ``',
  '&nbsp;&#10;c',
]

test('Markdown of all kinds, beside each other', () => {
  for (const first of pieces) {
    for (const second of [...pieces, '<b>d', 'e <i>f</i>']) {
      expectSame(`${first}\n\n${second}`)
    }
  }
})

test('generated pages', () => {
  for (let seed = 0; seed < 40; seed++) expectSame(markedPage(seed, 'docfx').text)
})

test('elements where browsers would not leave them', () => {
  const text: ElementContent = { type: 'text', value: '\n a' }
  const trees: ElementContent[] = [
    element('p', [element('p', [text])]),
    element('a', [element('em', [element('a', [text])])]),
    element('table', [text, element('tbody', [element('tr', [element('td', [text])])])]),
    element('table', [element('tr', [element('td', [text])])]),
    element('pre', [text]),
    element('div', [element('li', [text]), element('li', [text])]),
    element('h2', [element('h3', [text])]),
    element('p', [{ type: 'text', value: '' }, text, { ...text }, element('br', [])]),
    {
      ...element('aside', [text]),
      properties: { className: ['a b'], dataKind: 'c', hidden: true },
    },
    { ...element('ol', []), properties: { start: 3, id: '' } },
  ]
  for (const tree of trees) expectSameTree({ type: 'root', children: [tree] }, new VFile(''))
})

function expectSame(text: string): void {
  const file = new VFile(text)
  expectSameTree(markdown.runSync(markdown.parse(file), file), file)
}

function expectSameTree(tree: Root, file: VFile): void {
  const expected = rehypeRaw()(structuredClone(tree), file)
  const result = rehypeRawHtml()(structuredClone(tree), file)
  expect(shown(result), String(file)).toEqual(shown(expected))
}

/** Nobody reads what is missing here. */
function shown(node: Nodes): unknown {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return node
  const children = node.children.map(shown)
  return node.type === 'root' ? children : { ...node, children }
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
}
