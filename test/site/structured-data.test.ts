/** What all pages of a site say of themselves to search engines, as those would read it. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'

interface Node {
  '@type': string | string[]
  [name: string]: unknown
}

/** One node, or several. */
interface Block extends Node {
  '@context': string
  '@graph'?: Node[]
}

const sites = { own: await builtSite('own'), docfx: await builtSite('docfx') }

/** The nodes of each page that has any, by its path. */
function nodesIn(folder: string): Map<string, Node[]> {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  )
  return new Map(
    pages.flatMap((name): [string, Node[]][] => {
      const html = readFileSync(join(folder, name), 'utf8')
      const blocks = [
        ...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs),
      ].map(([, text = '']) => JSON.parse(text) as Block)
      for (const block of blocks) expect(block['@context'], name).toBe('https://schema.org')
      return blocks.length ? [[name, blocks.flatMap((block) => block['@graph'] ?? [block])]] : []
    }),
  )
}

const isAddress = (value: unknown) => typeof value === 'string' && URL.canParse(value)

/** By type, whether a node has what search engines ask for (schema.org, and Google’s documentation of each type). */
const rules: Readonly<Record<string, (node: Node) => boolean>> = {
  WebSite: ({ name, url }) => Boolean(name) && isAddress(url),
  CollectionPage: ({ name, url, inLanguage }) => Boolean(name && inLanguage) && isAddress(url),
  TechArticle: ({ headline, url, inLanguage }) => Boolean(headline && inLanguage) && isAddress(url),
  HowTo: ({ name, step }) =>
    Boolean(name) &&
    Array.isArray(step) &&
    step.length > 0 &&
    (step as Node[]).every(
      (one) => one['@type'] === 'HowToStep' && one['name'] && isAddress(one['url']),
    ),
  BreadcrumbList: ({ itemListElement: items }) =>
    Array.isArray(items) &&
    items.length > 1 &&
    (items as Node[]).every(
      (item, index) =>
        item['@type'] === 'ListItem' &&
        item['position'] === index + 1 &&
        Boolean(item['name']) &&
        (index === items.length - 1 ? item['item'] === undefined : isAddress(item['item'])) &&
        (item['item'] === undefined || isAddress(item['item'])),
    ),
}

describe.each(Object.entries(sites))('structured data of the site %s', (_name, folder) => {
  const all = nodesIn(folder)

  test('is sound on each page that has any', () => {
    expect(all.size).toBeGreaterThan(10)
    for (const [name, nodes] of all)
      for (const node of nodes)
        for (const type of [node['@type']].flat()) {
          const rule = rules[type]
          expect(rule?.(node), `${type} in ${name}: ${JSON.stringify(node)}`).toBe(true)
        }
  })

  test('names the page that it is on', () => {
    for (const [name, nodes] of all) {
      const canonical = /<link rel="canonical" href="([^"]*)"/.exec(
        readFileSync(join(folder, name), 'utf8'),
      )?.[1]
      const urls = nodes.flatMap(({ url }) => (url === undefined ? [] : [url]))
      expect(urls, name).toEqual([canonical])
    }
  })
})

test('each kind of page has its own', () => {
  const typesOf = (path: string) =>
    nodesIn(sites.own)
      .get(`${path}index.html`)
      ?.flatMap((node) => node['@type'])
  expect(typesOf('fr-fr/')).toEqual(['WebSite'])
  expect(typesOf('fr-fr/fasttrack/')).toEqual(['CollectionPage'])
  expect(typesOf('fr-fr/fasttrack/assess/')).toEqual(['BreadcrumbList', 'TechArticle', 'HowTo'])
  expect(typesOf('en/manual/limits/')).toEqual(['BreadcrumbList', 'TechArticle'])
  expect(typesOf('fr-fr/search/')).toBeUndefined()
})
