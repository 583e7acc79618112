/**
 * Put the content of another file where `[!INCLUDE [title](path)]` stands.
 *
 * Alone in a paragraph it brings blocks; inside a sentence it brings the words of the file's first
 * paragraph. Addresses inside the included file are made relative to the page that includes it, and
 * what is reported about it names the included file. `~/` starts at the docset's folder.
 */
import type { Link, Paragraph, Parent, PhrasingContent, Root, RootContent, Text } from 'mdast'
import { posix } from 'node:path'
import type { Transformer } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { defineProblems, report } from '../problems.ts'

export interface IncludeOptions {
  /**
   * Read a file of the docset, in the page's language or else in the source language; `path` is
   * relative to the docset's folder. Gives the parsed tree, the path found and the name of the file
   * in messages; undefined when there is none.
   */
  readInclude: (path: string, from: VFile) => Promise<Included | undefined>
  /** The file's path relative to the docset's folder. */
  pathOf: (file: VFile) => string
}

interface Included {
  path: string
  tree: Root
  name: string
}

const problem = defineProblems({
  'include-missing': (path: string) => ({
    severity: 'error',
    reason: `Unexpected include of \`${path}\`, expected a file that exists in this docset`,
  }),
  'include-cycle': (chain: readonly string[]) => ({
    severity: 'error',
    reason: `Unexpected include of itself: ${chain.map((path) => `\`${path}\``).join(' → ')}, expected a chain that ends`,
  }),
})

interface Found {
  parent: Parent
  /** Index of the text node that ends with `[!INCLUDE`; the link and the `]` follow it. */
  index: number
  link: Link
}

export default function remarkIncludes({
  readInclude,
  pathOf,
}: Readonly<IncludeOptions>): Transformer<Root> {
  return async (tree, file) => {
    const page = pathOf(file)
    await expand(tree, page, [page])

    async function expand(root: Root, at: string, chain: readonly string[]): Promise<void> {
      // Last first, so that what is spliced in does not move the places still to be filled.
      for (const found of findIncludes(root).reverse()) {
        const path = resolve(at, found.link.url)
        if (chain.includes(path)) {
          report(file, problem('include-cycle', [...chain, path]), found.link)
          continue
        }
        const included = await readInclude(path, file)
        if (!included) {
          report(file, problem('include-missing', found.link.url), found.link)
          continue
        }
        const content = structuredClone(included.tree)
        content.children = content.children.filter((node) => node.type !== 'yaml')
        markOrigin(content, included.name)
        await expand(content, included.path, [...chain, path])
        rebase(content, included.path, at)
        splice(root, found, content)
      }
    }
  }
}

function findIncludes(root: Root): Found[] {
  const found: Found[] = []
  visit(root, 'link', (link, index, parent) => {
    if (index === undefined || !parent) return
    const before = parent.children[index - 1]
    const after = parent.children[index + 1]
    if (before?.type !== 'text' || !/\[!include\s*$/i.test(before.value)) return
    if (after?.type !== 'text' || !after.value.startsWith(']')) return
    found.push({ parent, index: index - 1, link })
    return SKIP
  })
  return found
}

function resolve(from: string, url: string): string {
  const target = decodeURI(url)
  if (target.startsWith('~/')) return posix.normalize(target.slice(2))
  return posix.normalize(posix.join(posix.dirname(from), target))
}

function splice(root: Root, { parent, index }: Found, content: Root): void {
  const before = parent.children[index] as Text
  const after = parent.children[index + 2] as Text
  before.value = before.value.replace(/\[!include\s*$/i, '')
  after.value = after.value.slice(1)
  const alone =
    parent.type === 'paragraph' &&
    parent.children.every(
      (child, at) => at === index + 1 || (child.type === 'text' && !child.value.trim()),
    )
  const holder = alone && parentOf(root, parent)
  if (holder) {
    holder.children.splice(holder.children.indexOf(parent as RootContent), 1, ...content.children)
  } else {
    parent.children.splice(index + 1, 1, ...wordsOf(content))
  }
}

function wordsOf(content: Root): PhrasingContent[] {
  const first = content.children.find((node): node is Paragraph => node.type === 'paragraph')
  return first?.children ?? []
}

function parentOf(root: Root, node: Parent): Parent | undefined {
  let holder: Parent | undefined
  visit(root, (candidate, _index, parent) => {
    if ((candidate as Parent) === node) holder = parent
  })
  return holder
}

function markOrigin(content: Root, path: string): void {
  visit(content, (node) => {
    node.data = { ...node.data, origin: path }
    // The HTML tree keeps no `data`: links and images carry their origin there as an attribute,
    // until the links plugin takes it off.
    if (node.type === 'link' || node.type === 'image') {
      node.data = { ...node.data, hProperties: { dataOrigin: path } }
    }
  })
}

function rebase(content: Root, from: string, to: string): void {
  visit(content, ['link', 'image', 'definition'], (node) => {
    if (!('url' in node) || !/^(?![a-z][a-z\d+.-]*:|[/#~])./i.test(node.url)) return
    const target = posix.join(posix.dirname(from), node.url)
    node.url = posix.relative(posix.dirname(to), target)
  })
}
