import { describe, expect, test } from 'vitest'
import { readDocfxTree, readGuideTree } from '../support/tree.ts'

const front = '---\ntitle: A\ndescription: B\n---\n'
const files = {
  'public/forms/order form.pdf': 'x',
  'public/forms/été.pdf': 'x',
  'public/tool/index.html': '<!doctype html>',
}
const guide = (url: string) => ({
  ...files,
  'content/docs/en/move/index.mdx': `${front}See [it](${url}).\n`,
})

describe('a link to a file of public/ leads there', () => {
  test.each([
    ['with a space', '/forms/order%20form.pdf', '/forms/order%20form.pdf'],
    [
      'with a query and a page',
      '/forms/order%20form.pdf?v=2#page=3',
      '/forms/order%20form.pdf?v=2#page=3',
    ],
    ['in decomposed Unicode', `/forms/${'été'.normalize('NFD')}.pdf`, '/forms/%C3%A9t%C3%A9.pdf'],
    ['a folder with a page', '/tool/', '/tool/'],
    ['a folder with a page, without its slash', '/tool', '/tool/'],
  ])('%s', async (_, url, href) => {
    const { lines, html } = await readGuideTree(guide(url))
    expect(lines).toEqual([])
    expect(html('/en/move/')).toContain(`<a href="${href}">`)
  })

  test('below the base of the site', async () => {
    const site = await readGuideTree(
      guide('/tool/'),
      ['index'],
      {},
      undefined,
      {},
      { base: '/docs/' },
    )
    expect(site.html('/en/move/')).toContain('<a href="/docs/tool/">')
  })

  test('from a page of docfx, where a page of a docset comes first', async () => {
    const { lines, html } = await readDocfxTree({
      'public/form.pdf': 'x',
      'public/guide/b/index.html': 'x',
      'en-us/guide/a.md': `${front}[form](/form.pdf) and [b](/guide/b)\n`,
      'en-us/guide/b.md': front,
    })
    expect(lines).toEqual([])
    expect(html('/en-us/guide/a/')).toMatch(/href="\/form\.pdf".*href="\/en-us\/guide\/b\/"/)
  })
})

describe('a link to what is not in public/', () => {
  test.each([
    ['a mistyped name', '/forms/order%20from.pdf'],
    ['another case of letters', '/forms/Order%20form.pdf'],
  ])('is told at its place with the near one: %s', async (_, url) => {
    const { lines, problems } = await readGuideTree(guide(url))
    expect(lines).toEqual(['content/docs/en/move/index.mdx:5:5 error link-missing'])
    expect(problems[0]?.reason).toBe(
      `Link to \`${url}\` leads nowhere: no docset has such a page, and \`public/\` no such file. Did you mean \`/forms/order form.pdf\`?`,
    )
  })

  test.each(['/forms/', '/tool/index.html/', '/../public/tool/'])(
    'such as %s is told',
    async (url) => {
      const { lines } = await readGuideTree(guide(url))
      expect(lines).toEqual(['content/docs/en/move/index.mdx:5:5 error link-missing'])
    },
  )
})
