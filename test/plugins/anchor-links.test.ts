import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import rehypeAnchorLinks, { type AnchorLinkOptions } from '#plugins/anchor-links.ts'

function html(text: string, options: Partial<AnchorLinkOptions>): string {
  const file = unified()
    .use(rehypeParse, { fragment: true })
    .use(rehypeAnchorLinks, options)
    .use(rehypeStringify)
    .processSync(text)
  return String(file)
}

const anchorLabel = (title: string) => `Link to copy: ${title}`

test('a heading is followed by the link to itself, which is no part of its name', () => {
  expect(html('<h2 id="été"><em>What</em> next</h2>', { anchorLabel })).toBe(
    '<div class="heading"><h2 id="été"><em>What</em> next</h2>' +
      '<a class="anchor" href="#été" aria-label="Link to copy: What next"></a></div>',
  )
})

test('a heading whose place has no room for a box or for a link is left as it is', () => {
  for (const tag of ['summary', 'legend', 'hgroup', 'a', 'button', 'label']) {
    const text = `<${tag}><h3 id="x">Y</h3></${tag}>`
    expect(html(text, { anchorLabel })).toBe(text)
  }
})

test('each heading of several has one, those in other elements, too', () => {
  const text = '<h2 id="a">A</h2><h2 id="b">B</h2><aside><h3 id="c">C</h3></aside>'
  expect(
    html(text, { anchorLabel }).match(/<div class="heading"><h[23] id="[abc]">/g),
  ).toHaveLength(3)
  expect(html(text, { anchorLabel }).match(/class="anchor"/g)).toHaveLength(3)
})

test('a step begins with it, named by its bold words, else by its first sentence', () => {
  const bold =
    '<li class="step" id="a"><p><strong class="step__title">Do it.</strong> Now.</p></li>'
  expect(html(bold, { anchorLabel })).toContain(
    '<li class="step" id="a"><a class="anchor" href="#a" aria-label="Link to copy: Do it"></a><p>',
  )
  const plain = '<li class="step" id="b"><p>Do it today. Then rest.</p></li>'
  expect(html(plain, { anchorLabel })).toContain('aria-label="Link to copy: Do it today"')
})

test('a name in two languages is words that each say their own', () => {
  const step = (lang: string) =>
    `<li class="step" id="a"><p><span${lang}><strong class="step__title">Do it.</strong> ` +
    '<small class="untranslated" lang="fr-FR">pas traduit</small></span> Oui.</p></li>'
  const name = (lang: string, titleLang: string) =>
    `<li class="step" id="a"><a class="anchor" href="#a" lang="${lang}"><span class="unseen" ` +
    `data-pagefind-ignore="">Link to copy: <span lang="${titleLang}">Do it</span></span></a><p>`
  const pageLanguage = () => 'fr-FR'
  expect(html(step(' lang="en"'), { anchorLabel, pageLanguage })).toContain(name('fr-FR', 'en'))
  const borrowed = { anchorLabel, pageLanguage, interfaceLanguage: () => 'en' }
  expect(html(step(''), borrowed)).toContain(name('en', 'fr-FR'))
  expect(html(step(''), { anchorLabel, pageLanguage })).toContain(
    'aria-label="Link to copy: Do it"',
  )
})

test('a step in the language that the source lends says so in the name of its link', () => {
  const lent = '<li class="step" id="a" lang="en"><p>Do it today. Then rest.</p></li>'
  expect(html(lent, { anchorLabel, pageLanguage: () => 'fr-FR' })).toContain(
    'Link to copy: <span lang="en">Do it today</span>',
  )
})

test('what has no id, or is for screen readers only, has no link; nor has anything without words', () => {
  const text = '<h2>No id</h2><h2 class="unseen" id="x">Notes</h2><p id="y">Text</p>'
  expect(html(text, { anchorLabel })).toBe(text)
  expect(html('<h2 id="x">Y</h2>', {})).toBe('<h2 id="x">Y</h2>')
})
