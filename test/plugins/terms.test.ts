import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import rehypeTerms from '#plugins/terms.ts'

const terms = [
  { form: 'domain', matchCase: false, href: '#domain' },
  { form: 'split domain', matchCase: false, href: '#split-domain' },
  { form: 'Admin', matchCase: true, href: '#admin' },
  { form: 'point d’étape', matchCase: false, href: '#point' },
]

function html(text: string): string {
  const file = unified()
    .use(rehypeParse, { fragment: true })
    .use(rehypeTerms, { termsOf: () => terms })
    .use(rehypeStringify)
    .processSync(text)
  return String(file)
}
const link = (id: string, words: string) =>
  `<a class="term" href="#${id}" rel="glossary">${words}</a>`

describe('the first occurrence of a term', () => {
  test.each([
    ['A domain, a domain.', `A ${link('domain', 'domain')}, a domain.`],
    ['Domains first.', `${link('domain', 'Domains')} first.`],
    [
      'A split  domain, then a domain.',
      `A ${link('split-domain', 'split  domain')}, then a ${link('domain', 'domain')}.`,
    ],
    ["Des points d'étape.", `Des ${link('point', "points d'étape")}.`],
    ['The admin and the Admin.', `The admin and the ${link('admin', 'Admin')}.`],
    ['A subdomain.', 'A subdomain.'],
  ])('of %j is a link', (text, expected) => {
    expect(html(`<p>${text}</p>`)).toBe(`<p>${expected}</p>`)
  })

  test.each([
    '<h2>Your domain</h2>',
    '<p><a href="#x">your domain</a></p>',
    '<p><code>domain</code></p>',
    '<p><strong>Domain</strong></p>',
    '<table><tbody><tr><th>Domain</th></tr></tbody></table>',
    '<p lang="en">Your domain</p>',
  ])('does not count in %s', (markup) => {
    expect(html(`${markup}<p>A domain.</p>`)).toBe(`${markup}<p>A ${link('domain', 'domain')}.</p>`)
  })
})
