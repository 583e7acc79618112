/**
 * See to it that every id of a page is there once, in composed Unicode (NFC), as links are compared.
 *
 * Headings go first. A bare `<a name>` before a heading of the same name is docfx's old way to give
 * the heading its id: it loses its own. Any other second one gets a number, and is reported.
 */
import GithubSlugger from 'github-slugger'
import type { Element, Root } from 'hast'
import { visit } from './visit.ts'
import type { VFile } from 'vfile'
import { defineProblems, report } from './problems.ts'

const problem = defineProblems('markdown', {
  'id-reserved': (id: string, given: string) => ({
    severity: 'warning',
    reason: `Id \`${id}\` is used by the page template, so this one became \`${given}\`. Choose another one.`,
  }),
  'id-duplicate': (id: string, given: string) => ({
    severity: 'warning',
    reason: `Id \`${id}\` is already used, so this one became \`${given}\`. Choose another one.`,
  }),
})

export interface IdOptions {
  /** The ids of the page around the content, which come first. */
  ownIds?: RegExp | undefined
}

export default function rehypeIds({ ownIds }: Readonly<IdOptions> = {}) {
  return (tree: Root, file: VFile): undefined => {
    const slugger = new GithubSlugger()
    const headings = new Set<string>()
    visit(tree, 'element', (node) => {
      const id = readId(node)
      if (id === undefined) return
      slugger.occurrences[id] ??= 0
      if (isHeading(node)) headings.add(id)
    })

    const seen = new Set<string>()
    visit(tree, 'element', (node) => {
      const id = readId(node)
      if (id === undefined) return
      if (ownIds?.test(id)) {
        const given = slugger.slug(id.replace(/^_+/, ''))
        node.properties['id'] = given
        report(file, problem('id-reserved', id, given), node)
        return
      }
      const isBare = node.tagName === 'a' && node.properties['href'] === undefined
      if (isBare && headings.has(id)) {
        delete node.properties['id']
      } else if (seen.has(id)) {
        const given = slugger.slug(id)
        node.properties['id'] = given
        if (!isBare) report(file, problem('id-duplicate', id, given), node)
      }
      seen.add(String(node.properties['id'] ?? ''))
    })
  }
}

/** The node's id, made of an old `name` where it has one; an empty one, or one of spaces, is none. */
function readId(node: Element): string | undefined {
  const typed =
    node.properties['id'] ?? (node.tagName === 'a' ? node.properties['name'] : undefined)
  if (typed === undefined) return undefined
  const { name: _name, id: _id, ...properties } = node.properties
  const clean = String(typed).trim().replaceAll(/\s+/g, '-').normalize('NFC')
  node.properties = clean ? { ...properties, id: clean } : properties
  return clean || undefined
}

function isHeading({ tagName }: Element): boolean {
  return /^h[1-6]$/.test(tagName)
}
