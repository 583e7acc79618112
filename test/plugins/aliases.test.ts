import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { withAliases } from '#plugins/aliases.ts'
import { htmlOf } from '#plugins/safe-html.ts'

const parser = unified().use(rehypeParse, { fragment: true })

/** As a page has it: written by our own serializer. */
const pageHtml = (text: string) => htmlOf(parser.parse(text))

const aliases = [
  { id: 'old', to: 'new' },
  { id: 'older', to: 'new' },
]

test('old ids stand at the beginning of what they named', () => {
  expect(withAliases(pageHtml('<h2 id="new">New</h2><p id="other">Text</p>'), aliases)).toBe(
    '<h2 id="new"><span class="alias" id="old"></span><span class="alias" id="older"></span>New</h2>' +
      '<p id="other">Text</p>',
  )
})

test.each([
  ['words', '<p>&lt;h2 id="new"> and id="new"</p>'],
  ['an attribute', '<p title=\'<h2 id="new">\' lang="en"> id="new"</p>'],
  ['an attribute that ends like one', '<p title=" id=" lang="new">x</p>'],
  ['no id at all', '<p>x</p><p id="">y</p>'],
])('%s is no place that they could have named', (_, text) => {
  const html = pageHtml(text)
  expect(withAliases(html, [...aliases, { id: 'title', to: '' }])).toBe(html)
})

test.each(['étape', 'a&b', 'a<b>', "it's", 'a"b'])('an id may be written as %s', (id) => {
  const [quote, text] = id.includes('"') ? ["'", id] : ['"', id.replaceAll('&', '&amp;')]
  const html = withAliases(pageHtml(`<p id=${quote}${text}${quote}>x</p>`), [{ id, to: id }])
  const [p] = parser.parse(html).children
  expect(p).toMatchObject({
    properties: { id },
    children: [{ tagName: 'span', properties: { id } }, { value: 'x' }],
  })
})
