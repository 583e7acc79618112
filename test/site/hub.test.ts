/** A page of cards as a browser without script gets it: `more.yml` of `examples/docfx`. */
import { toString as textOf } from 'hast-util-to-string'
import type { Element, Root } from 'hast'
import { describe, expect, test } from 'vitest'
import { elements, readPages } from '../support/built-pages.ts'
import { builtSite } from '../support/built-site.ts'

const pages = await readPages(await builtSite('docfx'))

function hubIn(locale: string): Root {
  const page = pages.find(({ path }) => path === `/${locale}/guide/more/`)
  if (!page) throw new Error(`No page of cards in ${locale}`)
  return page.tree
}

/** The title of each card, and its links with their addresses. */
function cardsOf(tree: Root) {
  const cards = elements(tree, 'li').filter(({ properties }) => hasClass(properties, 'card'))
  return cards.map((card) => ({
    title: textsOf(card, 'h2').join(),
    links: elements(card, 'a').map((link) => [textOf(link), link.properties['href']]),
  }))
}

function hasClass({ className }: Element['properties'], name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}

function textsOf(node: Root | Element, name: string): string[] {
  return elements(node, name).map((element) => textOf(element).trim())
}

describe('a page of cards', () => {
  test('has its title, its summary, and each card with its links', () => {
    const tree = hubIn('en-us')
    expect(textsOf(tree, 'h1')).toEqual(['More about notes'])
    expect(textsOf(tree, 'p')).toContain('Choose what you want to do next.')
    expect(cardsOf(tree)).toEqual([
      {
        title: 'Learn',
        links: [
          ['Write your first note', '/en-us/guide/tutorial/'],
          ['Install Notes', '/en-us/guide/tabs/#install'],
        ],
      },
      {
        title: 'Get help',
        links: [
          ['Frequently asked questions', '/en-us/guide/faq/'],
          ['Ask on the forum', 'https://forum.example/notes'],
        ],
      },
    ])
  })

  test('in another language leads to that language, and marks what is not translated', () => {
    const tree = hubIn('fr-fr')
    expect(cardsOf(tree).map(({ title }) => title)).toEqual(['Apprendre', 'Obtenir de l’aide'])
    expect(cardsOf(tree)[0]?.links).toEqual([
      ['Écrire votre première note', '/fr-fr/guide/tutorial/'],
      ['Installer Notes', '/fr-fr/guide/tabs/#install'],
    ])
    const foreign = elements(tree, 'li').filter(({ properties }) => properties['lang'] === 'en-US')
    expect(foreign.map(textOf)).toEqual(['Ask on the forum'])
    const marks = elements(tree, 'small').filter(({ properties }) =>
      hasClass(properties, 'untranslated'),
    )
    expect(marks).toHaveLength(1)
  })
})
