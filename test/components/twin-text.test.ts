/** Twins are written as the libraries would write them, sooner. */
import type { Root as HtmlRoot } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toMdast } from 'hast-util-to-mdast'
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import rehypeParse from 'rehype-parse'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { markdownOf } from '#src/components/markdown/markdown-tree.ts'
import { readHtml } from '#src/components/html/read-html.ts'
import { twinText } from '#src/components/markdown/twin.ts'
import { withoutWhitespace } from '#src/components/markdown/whitespace.ts'
import { type Random, randomOf } from '../support/random.ts'

const usual = unified().use(remarkGfm).use(remarkStringify).freeze()
const own = unified()
  .use(remarkGfm)
  .use(remarkStringify, { handlers: { text: twinText } })
  .freeze()

const seeds = Array.from({ length: 300 }, (_, seed) => seed)

const pieces = [
  ...'\t\n !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  ...['a', 'w', 'www.', 'W', 'https', 'p', '://', '1', '12', 'é', '’', '\u{a0}', ' ', ' ', ' '],
  ...['word', 'Word', '&amp;', '- ', '1. ', '1) ', '+ ', '---', '===', '[ ]', '[x]', '[^1]', 'a@b'],
]

function words(random: Random): string {
  return Array.from({ length: 1 + random.int(5) }, () => random.pick(pieces)).join('')
}

function phrasing(random: Random): PhrasingContent[] {
  return Array.from({ length: 1 + random.int(4) }, (): PhrasingContent => {
    const text = { type: 'text' as const, value: words(random) }
    switch (random.int(7)) {
      case 0:
        return { type: 'strong', children: [text] }
      case 1:
        return { type: 'emphasis', children: [text] }
      case 2:
        return {
          type: 'link',
          url: random.pick(['a', text.value, `mailto:${text.value}`]),
          children: [text],
        }
      case 3:
        return random.pick([
          { type: 'break' },
          { type: 'html', value: '<b>' },
          { type: 'inlineCode', value: 'a' },
        ])
      default:
        return text
    }
  })
}

function block(random: Random): RootContent {
  const paragraph: Paragraph = { type: 'paragraph', children: phrasing(random) }
  switch (random.int(5)) {
    case 0:
      return { type: 'heading', depth: 2, children: phrasing(random) }
    case 1:
      return {
        type: 'list',
        children: [{ type: 'listItem', checked: random.pick([null, true]), children: [paragraph] }],
      }
    case 2:
      return {
        type: 'table',
        children: [
          { type: 'tableRow', children: [{ type: 'tableCell', children: phrasing(random) }] },
        ],
      }
    default:
      return paragraph
  }
}

test('Markdown is the same', () => {
  for (const seed of seeds) {
    const random = randomOf(seed)
    const tree: Root = { type: 'root', children: [block(random), block(random)] }
    expect(own.stringify(structuredClone(tree)), String(seed)).toBe(usual.stringify(tree))
  }
})

const tags = ['p', 'div', 'em', 'strong', 'a', 'ul', 'ol', 'blockquote', 'h2', 'span', 'section']
const inHtml = [
  'word',
  'a',
  ' ',
  '  ',
  '\n',
  '\n  ',
  'b ',
  ' c',
  '<br>',
  '<img src="a" alt="b">',
  '<hr>',
]
const made = [
  '<pre> a\n  <code>b </code>\n</pre>',
  '<table><tr> <td> a </td>\n<td> </td></tr></table>',
]

function markup(random: Random, depth: number): string {
  return Array.from({ length: 1 + random.int(5) }, () => {
    if (depth === 0 || random.int(3) > 0) return random.pick(inHtml)
    if (random.int(6) === 0) return random.pick(made)
    const tag = random.pick(tags)
    const inside = markup(random, depth - 1)
    return /[ou]l/.test(tag)
      ? `<${tag}>\n<li>${inside}</li> <li> x </li></${tag}>`
      : `<${tag}>${inside}</${tag}>`
  }).join('')
}

function treeOf(html: string): HtmlRoot {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html)
  const bare = JSON.stringify(tree, (key, value: unknown) =>
    key === 'position' || key === 'data' ? undefined : value,
  )
  return JSON.parse(bare) as HtmlRoot
}

test('HTML that is written from a tree is read as that tree', () => {
  const written = [
    '<p class="a b" id="c" data-kind="note">1 &lt; 2 &amp; “3”<br><code>&#x26;amp;</code></p>',
    '<ol start="3"><li><input type="checkbox" checked disabled> a</li></ol>',
    '<table><tbody><tr><td colspan="2" rowspan="3" align="right">a</td></tr></tbody></table>',
    '<math display="block" alttext="a &lt; b"><mi>a</mi></math>',
    '<svg viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0"></path></svg>',
  ]
  for (const html of [...written, ...seeds.map((seed) => markup(randomOf(seed), 3))]) {
    const tree = treeOf(html)
    const known = toMdast(tree, { document: true })
    const read = readHtml(toHtml(tree))
    expect(toHtml(read), html).toBe(toHtml(tree))
    expect(toMdast(read, { document: true }), html).toEqual(known)
  }
})

test('Markdown that is made of HTML is the same', () => {
  for (const seed of seeds) {
    const html = markup(randomOf(seed), 3)
    const tree = treeOf(html)
    const before = toMdast(structuredClone(tree), { document: true }) as Root
    const after: Root = { type: 'root', children: markdownOf(withoutWhitespace(tree), {}) }
    expect(usual.stringify(after), html).toBe(usual.stringify(before))
  }
})
