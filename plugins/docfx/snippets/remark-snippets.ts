/**
 * Show code of other files where a page asks for it: `[!code-csharp[name](Program.cs?name=main "title")]`,
 * `[!notebook-python[](steps.ipynb?name=import)]`, `:::code source="Program.cs" id="main":::`.
 *
 * The code is a block wherever it stands: in a sentence it ends the paragraph, as browsers read docfx’s HTML. A fence of
 * `azurecli-interactive` is code of `azurecli` that readers may try.
 */
import type { Code, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import type { Transformer } from 'unified'
import type { VFile } from 'vfile'
import { type AlertOptions, alertBlock } from '../../alerts.ts'
import { limits } from '../../limits/problems.ts'
import { type Problem, report } from '../../problems.ts'
import { visit } from '../../visit.ts'
import { resolvePath } from '../include-addresses.ts'
import type { SnippetFlow, SnippetText } from '../inserts/syntax.ts'
import type { TripleColonFlow } from '../triple-colon/nodes.ts'
import { type CodeFile, codeFile, extract } from './extract.ts'
import { languageOfFile } from './languages.ts'
import { type MissingRepository, problem } from './problems.ts'
import { requestOf, requestOfForm, type SnippetRequest } from './request.ts'

export interface SnippetOptions extends AlertOptions {
  /**
   * Read a file of the docset, in the page’s language or else in the source language; `path` is relative to the
   * docset’s folder. Undefined when there is none.
   */
  readCode: (path: string, from: VFile) => Promise<FoundCode | undefined>
  /** The file’s path relative to the docset’s folder. */
  pathOf: (file: VFile) => string
  /** The repository that a path leads into and that is not there; `path` as for `readCode`. */
  missingRepository?: (path: string, from: VFile) => MissingRepository | undefined
  /** What readers see in place of code whose file is not there. */
  codeMissing?: (file: VFile) => string | undefined
}

/** A file with code. */
interface FoundCode {
  /** Relative to the docset’s folder, in the letter case of the disk. */
  path: string
  text: string
}

/** What is asked for, from which file, and what it is called in the page. */
interface Snippet {
  node: Nodes
  /** As typed, from the file that `node` is in or from the docset’s folder. */
  path: string
  request: SnippetRequest
  language: string
  title?: string
  /** How readers may try it; empty where the page says only that they may. */
  interactive?: string
  /** White space at the end of the code is left out. */
  isTrimmed?: boolean
  /** What of the request means nothing. */
  problems: readonly Problem[]
}

interface SnippetMatch {
  snippet: Snippet
  index: number
  parent: Parents
}

/** Comes after included files are in the tree, whose snippets count from the page then. */
export default function remarkSnippets(options: Readonly<SnippetOptions>): Transformer<Root> {
  return async (tree, file) => {
    const matches: SnippetMatch[] = []
    visit(tree, (node, index, parent) => {
      if (node.type === 'code') markInteractive(node)
      const snippet = snippetIn(node)
      if (snippet && parent && index !== undefined) matches.push({ snippet, index, parent })
    })
    if (matches.length === 0) return
    const page: SnippetPage = { file, options, files: new Map(), characters: 0 }
    for (const { snippet, index, parent } of matches) {
      parent.children[index] = await blockOf(snippet, page)
    }
    liftBlocks(tree)
  }
}

/** A page whose code is being read. */
interface SnippetPage {
  file: VFile
  options: Readonly<SnippetOptions>
  /** By path; a page may ask for many parts of one file. */
  files: Map<string, Promise<{ found: string; code: CodeFile } | undefined>>
  /** Characters that were shown. */
  characters: number
}

function snippetIn(node: Nodes): Snippet | undefined {
  if (node.type === 'snippetFlow' || node.type === 'snippetText') return snippetOf(node)
  return node.type === 'tripleColonFlow' && node.name === 'code' ? snippetOfForm(node) : undefined
}

function snippetOf(node: SnippetFlow | SnippetText): Snippet {
  const { path, title, language: typed } = node
  const [, language = '', suffix] = /^(.*?)(-interactive)?$/i.exec(typed) ?? []
  return {
    node,
    path,
    language,
    ...(title && { title }),
    ...(suffix && { interactive: '' }),
    ...requestOf(node),
  }
}

function snippetOfForm(node: TripleColonFlow): Snippet {
  const { source = '', language, interactive } = node.attributes
  return {
    node,
    path: source,
    language: language || languageOfFile(source),
    ...(interactive && { interactive }),
    isTrimmed: true,
    ...requestOfForm(node.attributes),
  }
}

/**
 * The code of a snippet; an alert where its file is not there. All problems are reported at its node.
 *
 * @returns A block, which may stand in a sentence until `liftBlocks`.
 */
async function blockOf(snippet: Snippet, page: SnippetPage): Promise<Code> {
  const { node, path, request } = snippet
  const { file, options } = page
  const wanted = resolvePath(options.pathOf(file), path)
  const reading = page.files.get(wanted) ?? readCode(wanted, page)
  page.files.set(wanted, reading)
  const result = await reading
  for (const finding of snippet.problems) report(file, finding, node)
  if (!result) {
    report(file, problem('snippet-missing', path, options.missingRepository?.(wanted, file)), node)
    return missing(page)
  }
  const { found, code } = result
  if (found.normalize('NFC') !== wanted) report(file, problem('snippet-case', wanted, found), node)
  const { value, problems } = extract(code, request)
  page.characters += value.length
  if (page.characters > limits.characters) {
    report(file, problem('snippet-limit'), node)
    return missing(page)
  }
  for (const finding of problems) report(file, finding, node)
  const shown = snippet.isTrimmed ? value.trimEnd() : value
  return snippet.isTrimmed && shown === '' ? emptyBox(node) : codeOf(snippet, shown)
}

/** In place of `:::code` that shows no line, as docfx has it: an empty frame would be no help. */
function emptyBox({ position }: Nodes): Code {
  const box = { type: 'blockquote', data: { hName: 'div' }, children: [] }
  return { ...box, ...(position && { position }) } as unknown as Code
}

async function readCode(path: string, { file, options }: SnippetPage) {
  const found = await options.readCode(path, file)
  return found && { found: found.path, code: codeFile(found.path, found.text) }
}

function codeOf({ node, language, title, interactive, request }: Snippet, value: string): Code {
  const { highlight } = request
  const hProperties = {
    ...(title && { title }),
    ...(interactive !== undefined && { dataInteractive: language }),
    ...(interactive && { dataInteractiveMode: interactive }),
    ...(highlight && { dataHighlightLines: highlight }),
  }
  return {
    type: 'code',
    ...(language && { lang: language }),
    value,
    data: { ...node.data, hProperties },
    ...(node.position && { position: node.position }),
  }
}

/** A note to readers, in place of code. */
function missing({ file, options }: SnippetPage): Code {
  const text = options.codeMissing?.(file) ?? ''
  const children = [
    { type: 'paragraph' as const, children: [{ type: 'text' as const, value: text }] },
  ]
  // A block among words, until it is lifted out of them.
  return alertBlock('warning', children, file, options) as unknown as Code
}

/** A fence whose language says that readers may try it. */
function markInteractive(code: Code): void {
  const [, lang] = /^(\S+)-interactive$/i.exec(code.lang ?? '') ?? []
  if (lang === undefined) return
  code.lang = lang
  code.data = { ...code.data, hProperties: { ...code.data?.hProperties, dataInteractive: lang } }
}

/** Paragraphs end before a block, and what follows begins another one. */
function liftBlocks(parent: Parents): void {
  parent.children = (parent.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type === 'paragraph') return partsOf(child)
    if ('children' in child) liftBlocks(child)
    return [child]
  })
}

function partsOf(paragraph: Paragraph): RootContent[] {
  if (!paragraph.children.some(isBlock)) return [paragraph]
  const parts: RootContent[] = []
  let words: PhrasingContent[] = []
  for (const child of paragraph.children) {
    if (!isBlock(child)) {
      words.push(child)
      continue
    }
    endParagraph()
    parts.push(child)
  }
  endParagraph()
  return parts

  function endParagraph(): void {
    const own = trimmed(words)
    words = []
    if (own.length === 0) return
    // What is known of the paragraph is known of its first part.
    const isFirst = !parts.some(({ type }) => type === 'paragraph')
    const { data, ...rest } = paragraph
    parts.push({ ...rest, ...(isFirst && data && { data }), children: own })
  }
}

/** A block that stands where the types of the tree have words only. */
function isBlock(node: RootContent): boolean {
  return node.type === 'code' || node.type === 'blockquote'
}

/** Without white space at both ends. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const own = nodes.map((node) => (node.type === 'text' ? { ...node } : node))
  for (;;) {
    const [first] = own
    if (first?.type === 'text') first.value = first.value.trimStart()
    if (first?.type !== 'break' && !(first?.type === 'text' && first.value === '')) break
    own.shift()
  }
  for (;;) {
    const last = own.at(-1)
    if (last?.type === 'text') last.value = last.value.trimEnd()
    if (last?.type !== 'break' && !(last?.type === 'text' && last.value === '')) break
    own.pop()
  }
  return own
}
