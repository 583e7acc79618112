import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import type { SafeHtml } from '#plugins/safe-html.ts'
import { bilingualHtml, bilingualTitle } from '#src/components/bilingual-view/bilingual-view.ts'
import { withoutKeys } from '#src/components/bilingual-view/block-keys.ts'
import { elements } from '../support/built-pages.ts'

const sides = {
  address: '/en/page/',
  source: 'en',
  target: 'fr-FR',
  missing: [],
  absent: 'absent',
  extra: 'extra',
}

/** The rows of what both pages become, original and translation. */
function rows(source: string, target: string, missing: string[] = []): string[][] {
  const tree = unified()
    .use(rehypeParse, { fragment: true })
    .parse(html(source, target, missing))
  return elements(tree, 'span')
    .filter((element) => has(element, 'bilingual'))
    .flatMap((element) => {
      const words = element.children.filter((child) => child.type === 'element').map(toString)
      return words.flatMap((word, index) => (index % 2 ? [] : [[word, words[index + 1] ?? '']]))
    })
    .map((row) => row.map((text) => text.trim()))
}

function html(source: string, target: string, missing: string[] = []): SafeHtml {
  const both = `<div data-side="source">${keyed(source)}</div><div data-side="target">${keyed(target)}</div>`
  return bilingualHtml(both as SafeHtml, { ...sides, missing })
}

/** `<p k=1>` for what the build writes. */
function keyed(text: string): SafeHtml {
  return text.replace(/ k=(\w+)/g, ' data-passerelle-block="$1"') as SafeHtml
}

function has({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}

test('sentences stand beside each other where both languages have as many', () => {
  expect(
    rows(
      '<p k=1>Read the plan. Then <b>begin</b>.</p>',
      '<p k=1>Lisez le plan. Puis <b>commencez</b>.</p>',
    ),
  ).toEqual([
    ['Read the plan.', 'Lisez le plan.'],
    ['Then begin.', 'Puis commencez.'],
  ])
})

test('whole blocks stand beside each other where they have not', () => {
  const matches = rows('<p k=1>Read it. Begin.</p>', '<p k=1>Lisez-le, puis commencez.</p>')
  expect(matches).toEqual([['Read it. Begin.', 'Lisez-le, puis commencez.']])
})

test('bold words that end one sentence and begin the next are bold in both', () => {
  const result = html(
    '<p k=1>One <b>two. Three</b> four.</p>',
    '<p k=1>Un <b>deux. Trois</b> quatre.</p>',
  )
  expect(result).toContain('>Un <b>deux. </b></span>')
  expect(result).toContain('><b>Trois</b> quatre.</span>')
})

test('the original says its language, and anchors are the translation’s', () => {
  const result = html(
    '<h2 k=1 id="begin">Begin <a id="x" href="#x">here</a></h2>',
    '<h2 k=1 id="begin">Commencez <a id="x" href="#x">ici</a></h2>',
  )
  expect(result).toContain(
    '<h2 id="begin"><span class="bilingual"><span class="bilingual__original" lang="en">',
  )
  expect(result.match(/id="x"/g)).toHaveLength(1)
})

test('a link of the original says the language that it leads to, and a heading’s own stands once', () => {
  const result = html(
    '<div class="heading"><h2 k=1 id="a">See <a href="/en/b/">it</a></h2><a class="anchor" href="#a"></a></div>',
    '<div class="heading"><h2 k=1 id="a">Voir <a href="/fr-fr/b/">ici</a></h2><a class="anchor" href="#a"></a></div>',
  )
  expect(result).toContain('<a href="/en/b/" hreflang="en">it</a>')
  expect(result).toContain('<a href="/fr-fr/b/">ici</a>')
  expect(result.match(/class="anchor"/g)).toHaveLength(1)
})

test('items of lists and cells are paired, a list inside an item goes on behind it', () => {
  expect(
    rows(
      '<ul><li k=1>Ask<ul><li k=2>them</li></ul></li></ul><table><tr><td k=3>Who</td></tr></table>',
      '<ul><li k=1>Demandez<ul><li k=2>leur</li></ul></li></ul><table><tr><td k=3>Qui</td></tr></table>',
    ),
  ).toEqual([
    ['Ask', 'Demandez'],
    ['them', 'leur'],
    ['Who', 'Qui'],
  ])
})

test('what is the same in both languages stands there once', () => {
  expect(rows('<p k=1>Exchange Online</p>', '<p k=1>Exchange Online</p>')).toEqual([])
  const untranslated =
    '<p k=1 lang="en">Read it. <small class="untranslated">pas traduit</small></p>'
  expect(html('<p k=1>Read it.</p>', untranslated).match(/Read it/g)).toHaveLength(1)
})

test('blocks that the translation lacks stand behind what is before them, in order', () => {
  const source = '<p k=1>One</p><h2 k=2 id="two">Two</h2><p k=3>Three</p><p k=4>Four</p>'
  expect(rows(source, '<p k=1>Un</p><p k=4>Quatre</p>', ['2', '3'])).toEqual([
    ['One', 'Un'],
    ['Two', 'absent'],
    ['Three', 'absent'],
    ['Four', 'Quatre'],
  ])
  expect(html(source, '<p k=1>Un</p>', ['2'])).not.toContain('id="two"')
})

test('a block whose twin nobody knows stands as it is', () => {
  expect(html('<p k=1>One</p>', '<p>Autre chose</p>')).toBe('<p>Autre chose</p>')
})

test('a block that the original has not says so', () => {
  const matches = rows(
    '<p k=1>One</p>',
    '<p k=1>Un</p><ul><li k=extra>Deux<ul><li>x</li></ul></li></ul>',
  )
  expect(matches).toEqual([
    ['One', 'Un'],
    ['extra', 'Deux'],
  ])
})

test('a line broken between two sentences is broken once', () => {
  const result = html('<p k=1>One.<br>Two.</p>', '<p k=1>Un.<br>Deux.</p>')
  expect(result).not.toContain('<br>')
  expect(result).toContain('>Un.</span>')
  expect(html('<p k=1>One, two.</p>', '<p k=1>Un,<br>deux.</p>')).toContain('Un,<br>deux.')
})

test('a label that the site adds stands in both languages, at the step that both have', () => {
  const who = (text: string) => `<p class="step__who"><span class="party">${text}</span></p>`
  const source = `<p class="procedure__label">Before you begin</p><p k=1>One</p>${who('New')}<p k=2>Two</p>${who('Customer')}<p k=3>Three</p>`
  const target = `<p class="procedure__label">Avant de commencer</p><p k=1>Un</p>${who('Client')}<p k=3>Trois</p>`
  expect(rows(source, target)).toEqual([
    ['Before you begin', 'Avant de commencer'],
    ['One', 'Un'],
    ['Customer', 'Client'],
    ['Three', 'Trois'],
  ])
})

test('no key is left, here or on a page that is read alone', () => {
  expect(html('<p k=1>One</p>', '<p k=1>Un</p>')).not.toContain('data-passerelle-block')
  expect(withoutKeys(keyed('<p k=1 id="a">Un</p>'))).toBe('<p id="a">Un</p>')
})

test('the name of the key in a text stays a word, and cuts no tag', () => {
  const html = '<p k=1>a data-passerelle-block="1 <a title="<img src=x onerror=f()>">b</a></p>'
  expect(withoutKeys(keyed(html))).toBe(html.replace(' k=1', ''))
  const value = '<p title=" data-passerelle-block=&quot;1" k=1 hidden>a</p>'
  expect(withoutKeys(keyed(value))).toBe(value.replace(' k=1', ''))
})

test('a title is text, the same in both languages or not', () => {
  const title = 'A <script>f()</script> & "b"'
  expect(bilingualTitle(title, title, sides)).toBe('A &#x3C;script>f()&#x3C;/script> &#x26; "b"')
  expect(bilingualTitle(title, 'Un <i>', sides)).not.toMatch(/<(?:script|i)\b/)
})

test('a link of the original to a place that the translation lacks leads to the original’s page', () => {
  const result = html('<p k=1>See <a href="#new">it</a>.</p>', '<p k=1>Voyez.</p>')
  expect(result).toContain('<a href="/en/page/#new" hreflang="en">it</a>')
})
