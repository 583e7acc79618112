/** Every page of the own site speaks one language, or says where it speaks another. */
import { eld } from 'eld/large'
import type { Element, Nodes } from 'hast'
import { expect, test } from 'vitest'
import { type BuiltPage, readPages } from '../support/built-pages.ts'
import { builtSite } from '../support/built-site.ts'

const folder = await builtSite('own')
const pages = (await readPages(folder ?? '')).filter(({ path }) => /^\/(en|fr-fr)\//.test(path))

/** Words in small letters; of fewer even a person may be in doubt: `SharePoint et OneDrive`. */
const fewestWords = 3

const blocks = new Set(
  'p li td th h1 h2 h3 h4 h5 h6 summary figcaption caption dt dd option button label'.split(' '),
)

eld.setLanguageSubset(['en', 'fr'])

const said = pages.flatMap((page) => textsOf(page).map((item) => ({ path: page.path, ...item })))

test('no page has a sentence in a language that it does not say', () => {
  const wrong = said
    .filter(({ lang, text }) => isOther(text, lang))
    .map(({ path, lang, text }) => `${path} (${lang}): ${text}`)
  expect([...new Set(wrong)]).toEqual([])
})

test.each([
  ['en', 'fr'],
  ['fr', 'en'],
])('of the sentences in %s nearly all would be found out on a page in %s', (lang, other) => {
  const texts = said.filter((item) => item.lang === lang && plain(item.text).length >= fewestWords)
  const matches = texts.filter(({ text }) => isOther(text, other))
  console.log(`${lang} as ${other}: ${matches.length} of ${texts.length} found out`)
  expect(texts.length).toBeGreaterThan(500)
  expect(matches.length / texts.length).toBeGreaterThan(0.95)
})

function isOther(text: string, lang: string): boolean {
  const words = plain(text)
  if (words.length < fewestWords) return false
  const result = eld.detect(words.join(' '))
  return result.language !== '' && result.language !== lang && result.isReliable()
}

/** Without names, which are the same in every language. */
function plain(text: string): string[] {
  return text
    .split(/[\s ]+/)
    .filter((word) => /^[^\p{Lu}\d@_]*\p{L}/u.test(word) && !/[\p{Lu}\d@_]/u.test(word))
}

interface Said {
  lang: string
  text: string
}

/** The texts of a page’s blocks, each with the language that is said of it; code and addresses left out. */
function textsOf({ tree }: BuiltPage): Said[] {
  const messages: Said[] = []
  take(tree, '', undefined)
  return messages
    .map(({ lang, text }) => ({ lang, text: text.replace(/https?:\S+|\s+/g, ' ').trim() }))
    .filter(({ text }) => text)

  function take(node: Nodes, language: string, into: Said | undefined): void {
    if (node.type === 'text') {
      if (into) into.text += node.value
    } else if ('children' in node) {
      const own = node.type === 'element' ? langOf(node) : undefined
      const lang = own ?? language
      const name = node.type === 'element' ? node.tagName : ''
      if (['code', 'kbd', 'pre', 'script', 'style', 'template'].includes(name)) return
      if (node.type === 'element' && node.properties['translate'] === 'no') return
      let inner = into
      if (blocks.has(name) || (own !== undefined && own !== language)) {
        inner = { lang, text: '' }
        messages.push(inner)
      }
      for (const child of node.children) take(child, lang, inner)
    }
  }
}

function langOf({ properties }: Element): string | undefined {
  const { lang } = properties
  return typeof lang === 'string' ? lang.split('-')[0] : undefined
}
