/**
 * Cut a page into its blocks: every text that a reader sees, in the order of the file.
 *
 * Code, addresses, marks such as `:step{#id}` and `[!NOTE]`, and names of headings are not in any block.
 * What only the source page has is outside a block’s offsets, so that both languages compare alike.
 */
import type { Heading, Html, Nodes, Paragraph, Root, Table, Yaml } from 'mdast'
import type {} from 'remark-mdx'
import { CONTINUE, SKIP, visit } from '#plugins/visit.ts'
import { isTab } from '#plugins/docfx/tabs/tabs.ts'
import type { TripleColonFlow } from '#plugins/docfx/triple-colon/nodes.ts'
import { isWordless } from '#plugins/html-words.ts'
import type { YamlMarkdown } from '../../docsets/docfx/yaml-pages/yaml-markdown.ts'
import {
  addBlock,
  addFormAlt,
  addImageTexts,
  addInline,
  addTagAlt,
  type BlockList,
  emptyBlockList,
  type NodeContext,
} from './add-block.ts'
import { withoutMarkers } from './alert-parts.ts'
import type { Block, BlockPage } from './block.ts'
import { type HeadingId, headingIds, takeName } from './heading-ids.ts'
import { htmlParts } from './html-blocks.ts'
import { type JsxPart, componentsAlone, jsxParts } from './jsx-parts.ts'
import { attributeTexts } from './jsx-texts.ts'
import { type Toml, metaTexts } from './meta-texts.ts'
import { type Dialect, hasJsx } from './dialect.ts'
import { parsePage } from './parse.ts'
import { stepMark, withStepIds } from './step-ids.ts'

export interface PageSource {
  /** Name of the file in messages. */
  name: string
  slug: string
  locale: string
  /** The file’s text, without a byte order mark. */
  text: string
  dialect: Dialect
  /** Of a file that is YAML: how `text` was written from it. */
  yaml?: YamlMarkdown
}

/** A page that is being read. */
interface PageReader {
  list: BlockList
  dialect: Dialect
  ids: ReadonlyMap<Heading, HeadingId>
}

/**
 * Read the blocks of a page; throws a VFileMessage where a guide is not MDX.
 *
 * @param source - The page that this one translates, for ids of headings and steps.
 */
export function readBlocks(page: PageSource, source?: BlockPage): BlockPage {
  const { name, slug, locale, text, dialect, yaml } = page
  const tree = parsePage(text, dialect)
  const { headings, definitions } = headingsAndDefinitions(tree, dialect)
  const list = emptyBlockList(text, definitions, yaml)
  readNode({ list, dialect, ids: idsByHeading(headings, source) }, tree, { containers: [] })
  const sorted = list.blocks.toSorted((a, b) => a.start - b.start)
  const blocks = source ? withStepIds(sorted, list.stepTitles, source) : sorted
  return { name, slug, locale, text, dialect, ...(yaml && { yaml }), blocks }
}

function readNode(reader: PageReader, node: Nodes, context: NodeContext): void {
  if (isMeta(node)) readMeta(reader, node, context)
  else if (node.type === 'heading') readHeading(reader, node, context)
  else if (node.type === 'paragraph') readParagraph(reader, node, context)
  else if (node.type === 'table') readTable(reader, node, context)
  else if (node.type === 'html') readHtml(reader, node, context)
  else if (node.type === 'leafDirective') addInline(reader.list, 'title', node.children, context)
  else if (node.type === 'tripleColonFlow') readForm(reader, node, context)
  else if ('children' in node) {
    if (reader.dialect === 'mdx') readAttributes(reader, node, context)
    readChildren(reader, node, context)
  }
}

function readAttributes({ list }: PageReader, node: Nodes, context: NodeContext): void {
  for (const { words, ...place } of attributeTexts(node, list.text)) {
    addBlock(list, { kind: 'title', inline: [{ type: 'text', value: words }], ...place }, context)
  }
}

function isMeta(node: Nodes | Toml): node is Yaml | Toml {
  return node.type === 'yaml' || node.type === 'toml'
}

function readMeta({ list, dialect }: PageReader, node: Yaml | Toml, context: NodeContext): void {
  for (const { key, words, start, end } of metaTexts(node, list.text, dialect)) {
    const inline = [{ type: 'text' as const, value: words }]
    addBlock(list, { kind: 'meta', inline, start, end }, context, { key })
  }
}

function readTable({ list }: PageReader, { children: rows }: Table, context: NodeContext): void {
  const table = list.nextTable()
  const containers = [...context.containers, 'table']
  for (const [row, { children: cells }] of rows.entries()) {
    for (const [column, { children }] of cells.entries()) {
      addInline(list, 'cell', children, { containers, cell: { table, row, column } })
    }
  }
}

function readChildren(
  reader: PageReader,
  node: Nodes & { children: Nodes[] },
  { containers, areSteps }: NodeContext,
): void {
  const { cells } = reader.list
  const tag = node.type === 'mdxJsxFlowElement' ? (node.name ?? '') : ''
  if (isWordless(tag)) return
  if (tag === 'img') return addTagAlt(reader.list, node, { containers })
  const type = node.type === 'listItem' && areSteps ? 'step' : containerType(node)
  cells.open(tag)
  const inside = node.type === 'root' ? containers : [...containers, type]
  const isSteps = type === 'list' && 'ordered' in node && containers.at(-1) === 'procedure'
  for (const [index, child] of node.children.entries()) {
    const opensStep = type === 'step' && index === 0 && child.type === 'paragraph'
    readNode(reader, child, {
      containers: inside,
      ...(isSteps && node.ordered && { areSteps: true }),
      ...(opensStep && { opensStep }),
    })
  }
  cells.close(tag)
}

/** Texts in elements that are not part of a sentence: each element’s text is a block of its own. */
function readJsxParts(
  { list }: PageReader,
  parts: readonly JsxPart[],
  { containers }: NodeContext,
): void {
  const open: string[] = []
  for (const part of parts) {
    if (part.kind === 'words') {
      const cell = list.cells.take()
      const context = { containers: [...containers, ...open], ...(cell && { cell }) }
      addInline(list, cell ? 'cell' : 'paragraph', part.inline, context, {}, 'jsx')
    } else if (part.kind === 'open') {
      open.push(part.name)
      list.cells.open(part.name)
    } else {
      open.pop()
      list.cells.close(part.name)
    }
  }
}

/** HTML between paragraphs, in which there is no Markdown. */
function readHtml({ list }: PageReader, node: Html, { containers }: NodeContext): void {
  const open: string[] = []
  for (const part of htmlParts(node, list.text)) {
    const context = { containers: [...containers, ...open] }
    if (part.kind === 'words') {
      const cell = list.cells.take()
      const kind = cell ? 'cell' : 'paragraph'
      addBlock(list, { ...part, kind, markup: 'html' }, cell ? { ...context, cell } : context)
      addImageTexts(list, part.inline, context)
    } else if (part.kind === 'tag') addTagAlt(list, part.node, context)
    else if (part.kind === 'open') {
      open.push(part.name)
      list.cells.open(part.name)
    } else {
      const last = open.lastIndexOf(part.name)
      if (last >= 0) open.length = last
      list.cells.close(part.name)
    }
  }
}

/** A form of docfx: the text of its image, and what it holds. */
function readForm(reader: PageReader, node: TripleColonFlow, context: NodeContext): void {
  addFormAlt(reader.list, node, context)
  readChildren(reader, node, context)
}

function readHeading({ list, ids }: PageReader, node: Heading, context: NodeContext): void {
  const found = ids.get(node)
  const { id, borrowed = false } = found ?? {}
  if (found) list.section = id ?? ''
  const more: Partial<Block> = {
    depth: node.depth,
    ...(id && { id }),
    ...(borrowed && { borrowed }),
  }
  addInline(list, 'heading', takeName(node).children, context, more)
}

function readParagraph(reader: PageReader, node: Paragraph, context: NodeContext): void {
  const { list, dialect } = reader
  if (node.data?.directiveLabel) return addInline(list, 'title', node.children, context)
  if (isSyntax(node, list.text, dialect)) return
  if (context.opensStep) {
    const { id, children } = stepMark(node)
    return addInline(list, 'paragraph', children, context, id ? { id } : {})
  }
  if (dialect === 'mdx' && readComponents(reader, node, context)) return
  const parts = hasJsx(dialect) ? jsxParts(node.children) : undefined
  if (parts) return readJsxParts(reader, parts, context)
  const isQuoted = context.containers.at(-1) === 'blockquote'
  if (!isQuoted) return addInline(list, 'paragraph', node.children, context)
  for (const part of withoutMarkers(node, list.text).parts) {
    addInline(list, 'paragraph', part, context)
  }
}

/** Components that a paragraph holds alone, each with its attributes and words; false for any other paragraph. */
function readComponents(
  reader: PageReader,
  { children }: Pick<Paragraph, 'children'>,
  context: NodeContext,
): boolean {
  const components = componentsAlone(children)
  for (const component of components ?? []) {
    readAttributes(reader, component, context)
    const inside = { containers: [...context.containers, component.name ?? ''] }
    if (readComponents(reader, component, inside) || component.children.length === 0) continue
    const words: JsxPart[] = [{ kind: 'words', inline: component.children }]
    readJsxParts(reader, jsxParts(component.children) ?? words, inside)
  }
  return components !== undefined
}

/** The name of a container in the places of its blocks. */
function containerType(node: Nodes): string {
  if (node.type === 'containerDirective' || node.type === 'tripleColonFlow') return node.name
  return node.type === 'mdxJsxFlowElement' ? (node.name ?? node.type) : node.type
}

/**
 * Headings that have an id, and addresses by the name of their definition; both are between paragraphs, never in one.
 */
function headingsAndDefinitions(
  tree: Root,
  dialect: Dialect,
): {
  headings: Heading[]
  definitions: Map<string, string>
} {
  const headings: Heading[] = []
  const definitions = new Map<string, string>()
  visit(tree, (node) => {
    if (node.type === 'heading') {
      if (dialect === 'guide' || !isTab(node)) headings.push(node)
    } else if (node.type === 'definition') {
      const name = node.identifier.toLowerCase()
      if (!definitions.has(name)) definitions.set(name, node.url)
    }
    return ['heading', 'paragraph', 'table'].includes(node.type) ? SKIP : CONTINUE
  })
  return { headings, definitions }
}

function idsByHeading(
  headings: readonly Heading[],
  source: BlockPage | undefined,
): Map<Heading, HeadingId> {
  const ids = headingIds(
    headings,
    source?.blocks.filter(({ kind, id }) => kind === 'heading' && id !== undefined),
  )
  return new Map(headings.map((heading, index) => [heading, ids[index] ?? { borrowed: false }]))
}

/** `[!INCLUDE …]` shows another file’s text; a line of `:::` is markup of docfx. */
function isSyntax({ position, children }: Paragraph, text: string, dialect: Dialect): boolean {
  if (dialect === 'guide' || children.some(({ type }) => type === 'tripleColonText')) return false
  const typed = text.slice(position?.start.offset, position?.end.offset).trim()
  return /^\[!(?:include|video|code[\w-]*)\b[^\n]*\]$/i.test(typed) || /^:::[^\n]*$/.test(typed)
}
