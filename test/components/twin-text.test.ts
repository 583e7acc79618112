/** Twins are written as the libraries would write them, sooner. */
import type { Root as HtmlRoot } from 'hast'
import { type Handle, toMdast } from 'hast-util-to-mdast'
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import rehypeParse from 'rehype-parse'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { element } from '#plugins/element.ts'
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

test('white space of HTML is the same', () => {
  for (const seed of seeds) {
    const html = markup(randomOf(seed), 3)
    const tree = unified().use(rehypeParse, { fragment: true }).parse(html)
    const before = toMdast(structuredClone(tree), { document: true }) as Root
    // As twins have it: what the library is given has no white space that it could remove.
    const cleaned = withoutWhitespace(tree)
    const whole: HtmlRoot = { type: 'root', children: [element('whole-page', {}, [])] }
    const handlers: Record<string, Handle> = { 'whole-page': (state) => state.all(cleaned) }
    const after = toMdast(whole, { document: true, handlers }) as Root
    expect(usual.stringify(after), html).toBe(usual.stringify(before))
  }
})
