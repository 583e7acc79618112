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
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { append } from '../append.ts'
import { foreignAddress } from '../foreign.ts'
import { depthProblem } from '../limits/depth.ts'
import { limits } from '../limits/problems.ts'
import { decodeAddress } from '../percent-encoding.ts'
import { defineProblems, problemAt, report } from '../problems.ts'
import { originElement } from './origins.ts'

export interface IncludeOptions {
  /**
   * Read a file of the docset, in the page's language or else in the source language; `path` is
   * relative to the docset's folder. Undefined when there is none. The tree is not changed, so that it
   * may be given again.
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

export interface Included {
  /** Relative to the docset's folder, in the letter case of the disk. */
  path: string
  tree: Root
  /** In messages. */
  name: string
  /** Characters of the file. */
  length: number
  /** What there is to say about the file itself. */
  messages: readonly VFileMessage[]
}

const problem = defineProblems({
  'include-missing': (path: string) => ({
    severity: 'error',
    reason: `Unexpected include of \`${path}\`, expected a file that exists in this docset`,
  }),
  'include-case': (path: string, actual: string) => ({
    severity: 'warning',
    reason: `Unexpected letter case in \`${path}\`, expected \`${actual}\`: the include was resolved`,
  }),
  'include-inline-blocks': (path: string) => ({
    severity: 'warning',
    reason: `Unexpected include of \`${path}\` inside a sentence, expected a file of one paragraph: nothing but its first paragraph is shown`,
  }),
  'include-cycle': (chain: readonly string[]) => ({
    severity: 'error',
    reason: `Unexpected include of itself: ${chain.map((path) => `\`${path}\``).join(' → ')}, expected a chain that ends`,
  }),
  'include-limit': (chain: readonly string[]) => ({
    severity: 'error',
    reason: `This include brings more than ${limits.includes} files or ${limits.characters} characters, or more than ${limits.depth} files one inside the other: ${shortened(chain)}. Include fewer files.`,
    note: 'A file that is included twice counts twice, and so does all that it includes. The page is not read.',
  }),
})

/** The way to a file: its beginning and its end. */
function shortened(chain: readonly string[]): string {
  const names = chain.map((path) => `\`${path}\``)
  const shown = names.length > 8 ? [...names.slice(0, 4), '…', ...names.slice(-3)] : names
  return shown.join(' → ')
}

interface Found {
  parent: Parent
  /** What holds the parent, and the parent's index in it; the root has none. */
  holder: Parent | undefined
  holderIndex: number
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
    const reports = new Set<string>()
    let count = 0
    let characters = 0
    for (const result of findIncludes(tree).reverse()) {
      await expand(result, page, [page], result.link)
    }
    // What was included brings its own levels.
    const tooDeep = count > 0 ? depthProblem(tree, file.path) : undefined
    if (tooDeep) throw tooDeep

    /** @param typed - The link in the page itself that all this comes from. */
    async function expand(
      match: Found,
      location: string,
      chain: readonly string[],
      typed: Link,
    ): Promise<void> {
      const path = resolve(location, match.link.url)
      count++
      if (count > limits.includes || chain.length > limits.depth) refuse([...chain, path], typed)
      if (chain.includes(path)) {
        report(file, problem('include-cycle', [...chain, path]), match.link)
        showAsTyped(match)
        return
      }
      const included = await readInclude(path, file)
      if (!included) {
        report(file, problem('include-missing', match.link.url), match.link)
        showAsTyped(match)
        return
      }
      tell(included)
      characters += included.length
      if (characters > limits.characters) refuse([...chain, path], typed)
      // A disk may keep names in another form of Unicode than the author types.
      if (included.path.normalize('NFC') !== path.normalize('NFC')) {
        report(file, problem('include-case', path, included.path), match.link)
      }
      const content = structuredClone(included.tree)
      content.children = content.children.filter((node) => node.type !== 'yaml')
      markOrigin(content, included.name)
      // Last first, so that what is spliced in does not move the places still to be filled.
      for (const inner of findIncludes(content).reverse()) {
        await expand(inner, included.path, [...chain, path], typed)
      }
      rebase(content, included.path, location)
      const [first, ...more] = content.children
      const isCut = first !== undefined && (first.type !== 'paragraph' || more.length > 0)
      if (splice(match, content, included.name) === 'words' && isCut) {
        report(file, problem('include-inline-blocks', match.link.url), match.link)
      }
    }

    function refuse(chain: readonly string[], typed: Link): never {
      throw problemAt(file.path, problem('include-limit', chain), typed.position)
    }

    /** What is wrong with a file is told once for a page, however often the page brings it. */
    function tell({ name, messages }: Included): void {
      if (reports.has(name)) return
      reports.add(name)
      append(file.messages, messages)
    }
  }
}

function findIncludes(root: Root): Found[] {
  const results: Found[] = []
  walk(root, undefined, 0)
  return results

  function walk(parent: Parent, holder: Parent | undefined, holderIndex: number): void {
    for (const [index, child] of parent.children.entries()) {
      if (child.type === 'link' && isInclude(parent, index)) {
        results.push({ parent, holder, holderIndex, index: index - 1, link: child })
      } else if ('children' in child) walk(child, parent, index)
    }
  }
}

function isInclude({ children }: Parent, index: number): boolean {
  const before = children[index - 1]
  const after = children[index + 1]
  return (
    before?.type === 'text' &&
    /\[!include\s*$/i.test(before.value) &&
    after?.type === 'text' &&
    after.value.startsWith(']')
  )
}

function resolve(from: string, url: string): string {
  const target = decodeAddress(url).normalize('NFC')
  if (target.startsWith('~/')) return posix.normalize(target.slice(2))
  return posix.normalize(posix.join(posix.dirname(from), target))
}

/** Put the content in; says whether its blocks came, or only the words of its first paragraph. */
function splice(
  { parent, holder, holderIndex, index }: Found,
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
      (child, position) => position === index + 1 || (child.type === 'text' && !child.value.trim()),
    )
  if (alone && holder) {
    holder.children.splice(holderIndex, 1, holderOf('blockquote', name, content.children))
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
