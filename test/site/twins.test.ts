/** The Markdown of a page says what its HTML says: both are read from the built site, without the code that wrote them. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { Root } from 'mdast'
import { toString as wordsOf } from 'mdast-util-to-string'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type BuiltPage, elements, readPages } from '../support/built-pages.ts'
import { builtSite } from '../support/built-site.ts'

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze()

interface Said {
  headings: string[]
  ids: string[]
  steps: string[]
  links: string[]
  codes: string[]
}

const sites = [
  ['own', await builtSite('own')],
  ['fasttrack', await builtSite('fasttrack')],
] as const

describe.each(sites)('the %s site', (name, folder) => {
  test.skipIf(!folder)('says the same in Markdown as in HTML', async () => {
    let count = 0
    for (const page of await readPages(folder ?? '')) {
      const twin = twinOf(page, folder ?? '')
      if (twin === undefined) continue
      expect(saidInMarkdown(twin), page.path).toEqual(saidInHtml(page))
      count++
    }
    expect(count).toBeGreaterThan(name === 'own' ? 100 : 60)
  })

  test.skipIf(!folder)(
    'names of each page the twins in other languages, and its own address',
    async () => {
      for (const page of await readPages(folder ?? '')) {
        const twin = twinOf(page, folder ?? '')
        if (twin === undefined) continue
        const facts = parse(/^---\n([^]*?)\n---\n/.exec(twin)?.[1] ?? '') as Record<string, unknown>
        const canonical = elements(page.tree, 'link').find(
          ({ properties }) => String(properties['rel']) === 'canonical',
        )
        expect(facts['canonical'], page.path).toBe(canonical?.properties['href'])
        for (const address of Object.values(facts['translations'] ?? {}) as string[]) {
          expect(existsSync(join(folder ?? '', new URL(address).pathname)), address).toBe(true)
        }
      }
    },
  )

  test.skipIf(!folder)('lists the twins of each language in llms.txt', () => {
    const all = readFileSync(join(folder ?? '', 'llms.txt'), 'utf8')
    const lists = [...all.matchAll(/\((https:[^)]*llms\.txt)\)/g)].map(
      ([, url = '']) => new URL(url),
    )
    expect(lists).toHaveLength(2)
    for (const { pathname } of lists) {
      const list = readFileSync(join(folder ?? '', pathname), 'utf8')
      const twins = [...list.matchAll(/^- \[.*?\]\((https:[^)]*)\)/gm)].map(
        ([, url = '']) => new URL(url),
      )
      expect(twins.length).toBeGreaterThan(20)
      for (const twin of twins)
        expect(existsSync(join(folder ?? '', twin.pathname)), twin.href).toBe(true)
    }
  })
})

test('the steps of a docset as data are those of its pages, in both languages', async () => {
  const folder = sites[0][1]
  const { steps, locales } = JSON.parse(
    readFileSync(join(folder, 'go/fasttrack/steps.json'), 'utf8'),
  ) as {
    locales: string[]
    steps: {
      id: string
      permalink: string
      title: Record<string, string>
      url: Record<string, string>
    }[]
  }
  expect(locales).toEqual(['en', 'fr-FR'])
  const pages = (await readPages(folder)).filter(({ path }) =>
    /^\/(?:en|fr-fr)\/fasttrack\/(?!print\/|checklist\/)(?!.*original\/)/.test(path),
  )
  const shown = pages.flatMap((page) =>
    saidInHtml(page).steps.map((step) => `${page.path} ${step}`),
  )
  const given = steps.flatMap(({ id, title, url }) =>
    locales.map((locale) => `${new URL(url[locale] ?? '').pathname} ${id} ${title[locale]}`),
  )
  expect(given.map(bare).toSorted()).toEqual(shown.map(bare).toSorted())
  for (const { permalink } of steps) {
    const page = join(folder, new URL(permalink).pathname, 'index.html')
    expect(existsSync(page), permalink).toBe(true)
  }
})

/** Titles of steps have no full stop in lists. */
function bare(line: string): string {
  return clean(line).replace(/[\s.:;,]+$/u, '')
}

/** The Markdown that a page names as its other form. */
function twinOf(page: BuiltPage, folder: string): string | undefined {
  const link = elements(page.tree, 'link').find(
    ({ properties }) => properties['type'] === 'text/markdown',
  )
  if (!link) return undefined
  const path = decodeURI(String(link.properties['href']))
  // The home page may be the first page of a docset.
  if (!path.startsWith(page.path) || path !== `${page.path}index.md`) return undefined
  return readFileSync(join(folder, path), 'utf8')
}

function saidInHtml({ tree }: BuiltPage): Said {
  const said: Said = { headings: [], ids: [], steps: [], links: [], codes: [] }
  const [article] = elements(tree, 'article')
  const content = (article?.children ?? []).filter(
    (child): child is Element => child.type === 'element' && isContent(child),
  )
  for (const part of content) {
    visit(part, 'element', (node) => {
      const { properties, tagName } = node
      const classes = properties['className'] ?? []
      const isComponent = ['phase-diagram', 'matrix__tools', 'matrix__status'].some((own) =>
        classes.includes(own),
      )
      if (isComponent || classes.includes('anchor')) {
        if (classes.includes('phase-diagram')) said.links.push(...stepLinksIn(node))
        return SKIP
      }
      const id = String(properties['id'] ?? '')
      if (id && !id.startsWith('_')) said.ids.push(id)
      if (/^h[1-6]$/.test(tagName)) said.headings.push(`${tagName} ${id} ${plain(node)}`)
      if (classes.includes('step')) said.steps.push(`${id} ${plain(titleOf(node))}`)
      if (tagName === 'pre') said.codes.push(unsigned(textOf(node)))
      if (tagName === 'a' && properties['href'] !== undefined)
        said.links.push(String(properties['href']))
      return undefined
    })
  }
  return tidy(said)
}

/** What the page itself says: its title and its text. */
function isContent({ tagName, properties }: Element): boolean {
  const classes = properties['className'] ?? []
  // The cards of a hub are in a box without a name.
  const isCards = tagName === 'div' && Object.keys(properties).length === 0
  return classes.includes('reading__title') || classes.includes('prose') || isCards
}

/** The diagram has links to phases that only it needs. */
function stepLinksIn(diagram: Element): string[] {
  const links: string[] = []
  visit(diagram, 'element', ({ properties, tagName }) => {
    const href = String(properties['href'] ?? '')
    if (tagName === 'a' && href.includes('#') && !href.includes('#_')) links.push(href)
  })
  return links
}

function titleOf(step: Element): Element {
  let title = step
  visit(step, 'element', (node) => {
    if (node.properties['className']?.includes('step__title')) title = node
  })
  return title
}

function saidInMarkdown(text: string): Said {
  const said: Said = { headings: [], ids: [], steps: [], links: [], codes: [] }
  const tree: Root = remark.parse(text)
  visit(tree, (node) => {
    if (node.type === 'heading') {
      const anchor = node.children.find(({ type }) => type === 'html')
      const id = anchor?.type === 'html' ? idIn(anchor.value) : ''
      said.headings.push(`h${node.depth} ${id} ${clean(wordsOf(node, { includeHtml: false }))}`)
    }
    if (node.type === 'html') said.ids.push(...(idIn(node.value) ? [idIn(node.value)] : []))
    if (node.type === 'link') said.links.push(node.url)
    if (node.type === 'code') said.codes.push(unsigned(node.value))
    if (node.type === 'listItem') {
      const [first] = node.children
      const [anchor, , title] = first?.type === 'paragraph' ? first.children : []
      if (anchor?.type === 'html' && title?.type === 'strong')
        said.steps.push(`${idIn(anchor.value)} ${clean(wordsOf(title))}`)
    }
  })
  return tidy(said)
}

/** Code without the signs of a comparison, which styles show on the page. */
function unsigned(code: string): string {
  return code.replace(/^[-+ ]+/gm, '').trimEnd()
}

function idIn(html: string): string {
  return /<a id="([^"]*)">/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
}

/** Links as a set: a table of steps and a list of them lead to the same places. */
function tidy(said: Said): Said {
  const links = [...new Set(said.links.map((link) => decodeURI(link)))].toSorted()
  return { ...said, links }
}

function plain(node: Element): string {
  return clean(textOf({ ...node, children: node.children.filter((child) => !isMark(child)) }))
}

function isMark(node: Element['children'][number]): boolean {
  return node.type === 'element' && node.properties['className']?.includes('untranslated') === true
}

function clean(text: string): string {
  return text
    .replace(/\(?(?:not yet translated|pas encore traduit)\)?/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
