/**
 * Replace `[!INCLUDE [title](path)]` with the content of another file.
 *
 * Alone in a paragraph it brings blocks; inside a sentence it brings the text of the file's first
 * paragraph. Addresses inside the included file are made relative to the page that includes it, and
 * messages about it name the included file. `~/` starts at the docset's folder.
 */
import type { Link, Paragraph, Parent, PhrasingContent, Root, RootContent, Text } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { posix } from 'node:path'
import type { Transformer } from 'unified'
import { visit } from '../visit.ts'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { append } from '../large-arrays.ts'
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
    /** A problem of this text has been reported already. */
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
  /** Problems of the file itself. */
  messages: readonly VFileMessage[]
}

const problem = defineProblems('docfx', {
  'include-missing': (path: string) => ({
    severity: 'error',
    reason: `Included file \`${path}\` is not in this docset. Correct the path.`,
  }),
  'include-case': (path: string, actual: string) => ({
    severity: 'warning',
    reason: `The included file is called \`${actual}\`, not \`${path}\`. Write the path in the same letter case.`,
  }),
  'include-inline-blocks': (path: string) => ({
    severity: 'warning',
    reason: `Only the first paragraph of \`${path}\` is shown, because it is included inside a sentence. Put the include on a line of its own.`,
  }),
  'include-cycle': (chain: readonly string[]) => ({
    severity: 'error',
    reason: `The file includes itself: ${chain.map((path) => `\`${path}\``).join(' → ')}. Remove one of these includes.`,
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

/** An include in a tree. */
interface IncludeMatch {
  parent: Parent
  /** What holds the parent, and the parent's index in it; the root has none. */
  holder: Parent | undefined
  holderIndex: number
  /** Index of the text node that ends with `[!INCLUDE`; the link and the `]` follow it. */
  index: number
  link: Link
}

/** A page whose includes are being replaced. */
interface IncludingPage {
  file: VFile
  readInclude: IncludeOptions['readInclude']
  /** How many files, and characters, the includes have brought. */
  count: number
  characters: number
  /** Names of the files whose messages have been reported. */
  reported: Set<string>
}

/** The way from a page to an include. */
interface IncludePath {
  /** The page, then the file that each includes; the include is in the last one. */
  chain: readonly [string, ...string[]]
  /** The file’s path as it is on the disk. */
  location: string
  /** The link in the page itself that it all comes from. */
  typed: Link
}

export default function remarkIncludes({
  readInclude,
  pathOf,
}: Readonly<IncludeOptions>): Transformer<Root> {
  return async (tree, file) => {
    const location = pathOf(file).normalize('NFC')
    const page = { file, readInclude, count: 0, characters: 0, reported: new Set<string>() }
    for (const match of findIncludes(tree).reverse()) {
      await expand(match, { location, chain: [location], typed: match.link }, page)
    }
    // What was included brings its own levels.
    const tooDeep = page.count > 0 ? depthProblem(tree, file.path) : undefined
    if (tooDeep) throw tooDeep
  }
}

/** Replace an include, and all includes in it, with the content of its file. */
async function expand(
  match: IncludeMatch,
  { location, chain, typed }: IncludePath,
  page: IncludingPage,
): Promise<void> {
  const { file } = page
  const { link } = match
  const path = resolve(location, link.url)
  const next: IncludePath['chain'] = [...chain, path]
  page.count++
  const isTooMuch = page.count > limits.includes || chain.length > limits.depth
  if (isTooMuch) throw limitProblem(next, typed, file)
  const isCycle = chain.includes(path)
  const included = isCycle ? undefined : await page.readInclude(path, file)
  if (!included) {
    const { url } = link
    report(file, isCycle ? problem('include-cycle', next) : problem('include-missing', url), link)
    showAsTyped(match)
    return
  }
  addMessages(included, page)
  page.characters += included.length
  if (page.characters > limits.characters) throw limitProblem(next, typed, file)
  // A disk may keep names in another form of Unicode than the author types.
  if (included.path.normalize('NFC') !== path.normalize('NFC')) {
    report(file, problem('include-case', path, included.path), link)
  }
  const content = await contentOf(included, { location: included.path, chain: next, typed }, page)
  rebase(content, included.path, location)
  const [first, ...more] = content.children
  const isCut = first !== undefined && (first.type !== 'paragraph' || more.length > 0)
  if (splice(match, content, included.name) === 'text' && isCut) {
    report(file, problem('include-inline-blocks', link.url), link)
  }
}

/** The content of a file with its own includes replaced. */
async function contentOf(
  { tree, name }: Included,
  path: IncludePath,
  page: IncludingPage,
): Promise<Root> {
  const content = structuredClone(tree)
  content.children = content.children.filter((node) => node.type !== 'yaml')
  markOrigin(content, name)
  // Last first, so that a replacement does not move the includes that are still to come.
  for (const match of findIncludes(content).reverse()) await expand(match, path, page)
  return content
}

function limitProblem(chain: readonly string[], typed: Link, file: VFile): VFileMessage {
  return problemAt(file.path, problem('include-limit', chain), typed.position)
}

/** The messages of a file are reported once for a page, however often the page includes it. */
function addMessages({ name, messages }: Included, { reported, file }: IncludingPage): void {
  if (reported.has(name)) return
  reported.add(name)
  append(file.messages, messages)
}

function findIncludes(root: Root): IncludeMatch[] {
  const results: IncludeMatch[] = []
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

/** Put the content in: its blocks, or inside a sentence only the text of its first paragraph. */
function splice(
  { parent, holder, holderIndex, index }: IncludeMatch,
  content: Root,
  name: string,
): 'blocks' | 'text' {
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
  parent.children.splice(index + 1, 1, holderOf('emphasis', name, firstParagraph(content)))
  return 'text'
}

/** Show an include that failed as it was typed: as a link it would lead to a file that is not a page. */
function showAsTyped({ parent, index, link }: IncludeMatch): void {
  const value = `[${toString(link)}](${link.url})`
  // Other plugins do not report it again.
  parent.children[index + 1] = { type: 'text', value, data: { reported: true } }
}

function firstParagraph(content: Root): PhrasingContent[] {
  const first = content.children.find((node): node is Paragraph => node.type === 'paragraph')
  return first?.children ?? []
}

/** Note on every node which file it comes from, for messages. */
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
