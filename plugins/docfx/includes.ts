/**
 * Replace `[!INCLUDE [title](path)]` with the content of another file.
 *
 * Alone on its line, or in its table cell, it brings blocks. Inside a sentence it brings the whole file, read as
 * docfx reads it there: as sentences, without headings, lists, tables and code blocks. Addresses inside the
 * included file are made relative to the page that includes it, and messages about it name the included file.
 */
import type { Paragraph, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import type { Transformer } from 'unified'
import { visit } from '../visit.ts'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { append } from '../large-arrays.ts'
import { depthProblem } from '../limits/depth.ts'
import { limits } from '../limits/problems.ts'
import { defineProblems, problemAt, report } from '../problems.ts'
import { rebase, resolvePath } from './include-addresses.ts'
import type { IncludeFlow, IncludeText } from './inserts/syntax.ts'
import { originElement } from './origins.ts'
import { type MissingRepository, repositoryAdvice } from './snippets/problems.ts'

/** How the text of an included file is read: as a page, or as part of a sentence. */
export type IncludeForm = 'blocks' | 'sentence'

export interface IncludeOptions {
  /**
   * Read a file of the docset, in the page's language or else in the source language; `path` is
   * relative to the docset's folder. Undefined when there is none. The tree is not changed, so that it
   * may be given again.
   */
  readInclude: (path: string, from: VFile, form: IncludeForm) => Promise<Included | undefined>
  /** The file's path relative to the docset's folder. */
  pathOf: (file: VFile) => string
  /** The repository that a path leads into and that is not there; `path` as for `readInclude`. */
  missingRepository?: ((path: string, from: VFile) => MissingRepository | undefined) | undefined
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
  'include-missing': (path: string, repository?: MissingRepository) => ({
    severity: 'error',
    reason: repository
      ? `Included file \`${path}\` is in another repository that is not here. ${repositoryAdvice(repository)}`
      : `Included file \`${path}\` is not in this docset. Correct the path.`,
  }),
  'include-case': (path: string, actual: string) => ({
    severity: 'warning',
    reason: `The included file is called \`${actual}\`, not \`${path}\`. Write the path in the same letter case.`,
  }),
  'include-inline-blocks': (path: string) => ({
    severity: 'warning',
    reason: `\`${path}\` is included inside a sentence, where its headings, lists, tables and code blocks show as typed. Put the include on a line of its own.`,
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
type Include = IncludeFlow | IncludeText

interface IncludeMatch {
  parent: Parent
  index: number
  include: Include
  form: IncludeForm
}

/** A page whose includes are being replaced. */
interface IncludingPage {
  file: VFile
  readInclude: IncludeOptions['readInclude']
  missingRepository: IncludeOptions['missingRepository']
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
  /** The include in the page itself that it all comes from. */
  first: Include
}

export default function remarkIncludes({
  readInclude,
  pathOf,
  missingRepository,
}: Readonly<IncludeOptions>): Transformer<Root> {
  return async (tree, file) => {
    const location = pathOf(file).normalize('NFC')
    const page = {
      file,
      readInclude,
      missingRepository,
      count: 0,
      characters: 0,
      reported: new Set<string>(),
    }
    for (const match of findIncludes(tree).reverse()) {
      await expand(match, { location, chain: [location], first: match.include }, page)
    }
    // What was included brings its own levels.
    const tooDeep = page.count > 0 ? depthProblem(tree, file.path) : undefined
    if (tooDeep) throw tooDeep
  }
}

/** Replace an include, and all includes in it, with the content of its file. */
async function expand(match: IncludeMatch, way: IncludePath, page: IncludingPage): Promise<void> {
  const { file } = page
  const { include, form } = match
  const { location, chain, first } = way
  const path = resolvePath(location, include.path)
  const next: IncludePath['chain'] = [...chain, path]
  page.count++
  const isTooMuch = page.count > limits.includes || chain.length > limits.depth
  if (isTooMuch) throw limitProblem(next, first, file)
  const isCycle = chain.includes(path)
  const included = isCycle ? undefined : await page.readInclude(path, file, form)
  if (!included) {
    const cause = isCycle
      ? problem('include-cycle', next)
      : problem('include-missing', include.path, page.missingRepository?.(path, file))
    report(file, cause, include)
    return showAsTyped(match)
  }
  addMessages(included, page)
  page.characters += included.length
  if (page.characters > limits.characters) throw limitProblem(next, first, file)
  // A disk may keep names in another form of Unicode than the author types.
  if (included.path.normalize('NFC') !== path.normalize('NFC')) {
    report(file, problem('include-case', path, included.path), include)
  }
  if (form === 'sentence' && (await hasBlocks(path, page))) {
    report(file, problem('include-inline-blocks', include.path), include)
  }
  const content = await contentOf(included, { location: included.path, chain: next, first }, page)
  rebase(content, included.path, location)
  insert(match, content, included.name)
}

/** Whether a file has more than sentences. */
async function hasBlocks(path: string, { readInclude, file }: IncludingPage): Promise<boolean> {
  const whole = await readInclude(path, file, 'blocks')
  const blocks = whole?.tree.children.filter(({ type }) => type !== 'yaml') ?? []
  return blocks.some(
    ({ type }) => type !== 'paragraph' && type !== 'html' && type !== 'includeFlow',
  )
}

/** The content of a file with its own includes replaced. */
async function contentOf(
  { tree, name }: Included,
  way: IncludePath,
  page: IncludingPage,
): Promise<Root> {
  const content = structuredClone(tree)
  content.children = content.children.filter((node) => node.type !== 'yaml')
  markOrigin(content, name)
  // Last first, so that a replacement does not move the includes that are still to come.
  for (const match of findIncludes(content).reverse()) await expand(match, way, page)
  return content
}

function limitProblem(chain: readonly string[], first: Include, file: VFile): VFileMessage {
  return problemAt(file.path, problem('include-limit', chain), first.position)
}

/** The messages of a file are reported once for a page, however often the page includes it. */
function addMessages({ name, messages }: Included, { reported, file }: IncludingPage): void {
  if (reported.has(name)) return
  reported.add(name)
  append(file.messages, messages)
}

function findIncludes(root: Root): IncludeMatch[] {
  const matches: IncludeMatch[] = []
  visit(root, (include, index, parent) => {
    if (!parent || index === undefined) return
    if (include.type === 'includeFlow') matches.push({ parent, index, include, form: 'blocks' })
    if (include.type !== 'includeText') return
    const isAlone = parent.type === 'tableCell' && parent.children.length === 1
    matches.push({ parent, index, include, form: isAlone ? 'blocks' : 'sentence' })
  })
  return matches
}

/** Put the content in: its blocks, or inside a sentence only what is in its paragraphs. */
function insert({ parent, index, include, form }: IncludeMatch, content: Root, name: string): void {
  const [only, ...others] = content.children
  const isSentence = form === 'sentence' || include.type === 'includeText'
  const nodes =
    form === 'sentence' || (isSentence && only?.type === 'paragraph' && !others.length)
      ? holderOf('emphasis', name, sentencesOf(content))
      : holderOf('blockquote', name, content.children)
  parent.children.splice(index, 1, nodes)
}

/** What is in the paragraphs of a file, one after the other. */
function sentencesOf({ children }: Root): PhrasingContent[] {
  return children.flatMap((node, index) => {
    const space = { type: 'text' as const, value: ' ' }
    const own = node.type === 'paragraph' ? wordsOf(node) : []
    return index > 0 && own.length > 0 ? [space, ...own] : own
  })
}

/** The content of a paragraph; what is known of it, such as its language, stays around it. */
function wordsOf({ children, data }: Paragraph): PhrasingContent[] {
  const { hProperties } = data ?? {}
  if (!hProperties) return children
  return [{ type: 'emphasis', data: { hName: 'span', hProperties }, children }]
}

/** Show an include that failed as it was typed; other plugins do not report it again. */
function showAsTyped({ parent, index, include }: IncludeMatch): void {
  const text = { type: 'text' as const, value: include.typed, data: { reported: true } }
  const isFlow = include.type === 'includeFlow'
  parent.children.splice(index, 1, isFlow ? { type: 'paragraph', children: [text] } : text)
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
  // In a sentence a block of raw HTML closes the holder too early, as browsers read it: an empty one marks the end.
  const hasEnd = type === 'emphasis'
  const data = { hName: originElement, hProperties: { name, ...(hasEnd && { id: 'open' }) } }
  const end = { type, data: { hName: originElement }, children: [] }
  return { type, data, children: hasEnd ? [...children, end] : children } as unknown as Child
}
