/** What a built site's files say, read without the code that wrote them. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

export interface BuiltPage {
  /** Path from the site's root, without base: `/fr-fr/fasttrack/`. */
  path: string
  tree: Root
  ids: ReadonlySet<string>
}

const parser = unified().use(rehypeParse).freeze()

/** Every HTML file of a folder. */
export async function readPages(folder: string): Promise<BuiltPage[]> {
  const files = (await readdir(folder, { recursive: true })).filter((name) =>
    name.endsWith('.html'),
  )
  return files.toSorted().map((file) => {
    const tree = parser.parse(readFileSync(join(folder, file), 'utf8'))
    const ids = new Set<string>()
    visit(tree, 'element', ({ properties }) => {
      if (properties['id']) ids.add(String(properties['id']))
    })
    return {
      path: `/${file
        .split('\\')
        .join('/')
        .replace(/(^|\/)index\.html$/, '$1')}`,
      tree,
      ids,
    }
  })
}

/** All elements of a name. */
export function elements(tree: Root | Element, ...names: string[]): Element[] {
  const results: Element[] = []
  visit(tree, 'element', (node) => {
    if (names.includes(node.tagName)) results.push(node)
  })
  return results
}

/** Addresses of a page that lead nowhere in its folder: `page → address`. */
export function deadAddresses(
  pages: readonly BuiltPage[],
  folder: string,
  site: string,
  base: string,
): string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]))
  return pages.flatMap((page) =>
    addressesOf(page.tree).flatMap((address) => {
      const url = new URL(address, `${site}${base.replace(/\/$/, '')}${page.path}`)
      if (url.origin !== site) return []
      const dead = [`${page.path} → ${address}`]
      if (!url.pathname.startsWith(base)) return dead
      const path = decodeURIComponent(url.pathname.slice(base.length - 1))
      const target = byPath.get(path)
      if (!target) return isFile(join(folder, path)) ? [] : dead
      const anchor = decodeURIComponent(url.hash.slice(1))
      return !anchor || target.ids.has(anchor) ? [] : dead
    }),
  )
}

function addressesOf(tree: Root): string[] {
  const results: string[] = []
  visit(tree, 'element', ({ properties }) => {
    for (const name of ['href', 'src'] as const) {
      if (typeof properties[name] === 'string') results.push(properties[name])
    }
    for (const part of String(properties['srcSet'] ?? '').split(',')) {
      const [address] = part.trim().split(/\s+/)
      if (address) results.push(address)
    }
  })
  return results.filter((address) => !/^(?:mailto|tel|data):/.test(address))
}

function isFile(path: string): boolean {
  return existsSync(path) && (statSync(path).isFile() || existsSync(posix.join(path, 'index.html')))
}
