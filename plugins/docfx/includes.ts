/**
 * Put the content of another file where `[!INCLUDE [title](path)]` stands.
 *
 * Alone in a paragraph it brings blocks; inside a sentence it brings the words of the file's first
 * paragraph. Addresses inside the included file are made relative to the page that includes it, and
 * what is reported about it names the included file. `~/` starts at the docset's folder.
 */
import type { Link, Paragraph, Parent, PhrasingContent, Root, RootContent, Text } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { posix } from 'node:path'
import type { Transformer } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { foreignAddress } from '../foreign.ts'
import { defineProblems, report } from '../problems.ts'
import { originElement } from './origins.ts'

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

declare module 'mdast' {
  interface TextData {
    /** The author has been told about these words. */
    reported?: boolean
  }
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
  'include-case': (path: string, found: string) => ({
    severity: 'warning',
    reason: `Unexpected letter case in \`${path}\`, expected \`${found}\`: the include was resolved`,
  }),
  'include-inline-blocks': (path: string) => ({
    severity: 'warning',
    reason: `Unexpected include of \`${path}\` inside a sentence, expected a file of one paragraph: only its first one is shown`,
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
    const page = pathOf(file).normalize('NFC')
    await expand(tree, page, [page])

    async function expand(root: Root, at: string, chain: readonly string[]): Promise<void> {
      // Last first, so that what is spliced in does not move the places still to be filled.
      for (const found of findIncludes(root).reverse()) {
        const path = resolve(at, found.link.url)
        if (chain.includes(path)) {
          report(file, problem('include-cycle', [...chain, path]), found.link)
          showAsTyped(found)
          continue
        }
        const included = await readInclude(path, file)
        if (!included) {
          report(file, problem('include-missing', found.link.url), found.link)
          showAsTyped(found)
          continue
        }
        // A disk may keep names in another form of Unicode than the author types.
        if (included.path.normalize('NFC') !== path.normalize('NFC')) {
          report(file, problem('include-case', path, included.path), found.link)
        }
        const content = structuredClone(included.tree)
        content.children = content.children.filter((node) => node.type !== 'yaml')
        markOrigin(content, included.name)
        await expand(content, included.path, [...chain, path])
        rebase(content, included.path, at)
        if (
          splice(root, found, content, included.name) === 'words' &&
          content.children.length > 1
        ) {
          report(file, problem('include-inline-blocks', found.link.url), found.link)
        }
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
  const target = decode(url).normalize('NFC')
  if (target.startsWith('~/')) return posix.normalize(target.slice(2))
  return posix.normalize(posix.join(posix.dirname(from), target))
}

/** Put the content in; says whether its blocks came, or only the words of its first paragraph. */
function splice(
  root: Root,
  { parent, index }: Found,
  content: Root,
  name: string,
): 'blocks' | 'words' {
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
    const at = holder.children.indexOf(parent as RootContent)
    holder.children.splice(at, 1, holderOf('blockquote', name, content.children))
    return 'blocks'
  }
  parent.children.splice(index + 1, 1, holderOf('emphasis', name, wordsOf(content)))
  return 'words'
}

/** What could not be included is no link either: it would lead to a file that is no page. */
function showAsTyped({ parent, index, link }: Found): void {
  const value = `[${toString(link)}](${link.url})`
  // Reported already: no other plugin needs to wonder at the words.
  parent.children[index + 1] = { type: 'text', value, data: { reported: true } }
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

/** Note on every node which file it comes from, for what is reported about it. */
function markOrigin(content: Root, name: string): void {
  visit(content, (node) => {
    node.data = { ...node.data, origin: name }
  })
}

/**
 * Hold what came from a file together in the HTML tree, where nodes are made anew and lose their
 * `data`; `origins.ts` takes the holder away again.
 */
function holderOf<Child extends RootContent>(
  type: 'blockquote' | 'emphasis',
  name: string,
  children: Child[],
): Child {
  const data = { hName: originElement, hProperties: { name } }
  return { type, data, children } as unknown as Child
}

/** Addresses of the included file count from it; from here on they count from the page. */
function rebase(content: Root, from: string, to: string): void {
  const moved = (url: string) => {
    if (!url || /^[/#~]/.test(url) || foreignAddress(url)) return url
    return posix.relative(
      posix.dirname(to),
      posix.join(posix.dirname(from), url.replaceAll('\\', '/')),
    )
  }
  visit(content, (node) => {
    if ('url' in node) node.url = moved(node.url)
    if (node.type !== 'html') return
    node.value = node.value.replace(
      /(\s(?:href|src)\s*=\s*)(["'])(.*?)\2/gi,
      (_, name: string, quote: string, url: string) => name + quote + moved(url) + quote,
    )
  })
}

function decode(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
