/**
 * Cut a page into its blocks: every text that a reader sees, in the order of the file.
 *
 * Not among them: code, addresses, marks such as `:step{#id}` and `[!NOTE]`, names of headings. What
 * only the source page has stands outside a block’s offsets, so that both languages compare alike.
 */
import type { Heading, Html, Nodes, Paragraph, PhrasingContent, Root, Table, Yaml } from 'mdast'
import type {} from 'remark-mdx'
import { CONTINUE, SKIP, visit } from 'unist-util-visit'
import { isWordless } from '#plugins/html-words.ts'
import { pointsIn } from '../../docsets/place.ts'
import type { Block, BlockKind, BlockMarkup, BlockPage, BlockPlace } from './block.ts'
import { withoutMarkers } from './alert-parts.ts'
import { hashesOf } from './hash.ts'
import { type HeadingId, headingIds, takeName } from './heading-ids.ts'
import { htmlParts } from './html-blocks.ts'
import { altOfTag, imageTexts } from './image-texts.ts'
import { inlineText } from './inline-text.ts'
import { type JsxPart, jsxParts } from './jsx-parts.ts'
import { metaTexts } from './meta-texts.ts'
import { normalise } from './normalise.ts'
import { type Dialect, parsePage } from './parse.ts'
import { stepMark } from './step-marks.ts'
import { tableCells } from './table-cells.ts'

export interface PageSource {
  /** Name of the file in messages. */
  name: string
  slug: string
  locale: string
  /** The file’s text, without a byte order mark. */
  text: string
  dialect: Dialect
}

/** What goes down the tree. */
interface Around {
  containers: readonly string[]
  /** This is the first paragraph of a step, which has its title. */
  opensStep?: boolean
  /** These are the items of a procedure’s list. */
  areSteps?: boolean
  cell?: NonNullable<BlockPlace['cell']>
}

/** Where a block’s words come from. */
interface Words {
  kind: BlockKind
  inline: readonly PhrasingContent[]
  start: number
  end: number
  markup?: BlockMarkup | undefined
}

/**
 * Read the blocks of a page; throws a VFileMessage where a guide is not MDX.
 *
 * @param source - The page that this one translates, for ids of headings and steps.
 */
export function readBlocks(page: PageSource, source?: BlockPage): BlockPage {
  const { name, slug, locale, text } = page
  const tree = parsePage(text, page.dialect)
  const { headings, definitions } = marksOf(tree)
  const ids = idsByHeading(headings, source)
  const blocks: Block[] = []
  const steps = new Set<Block>()
  const pointAt = pointsIn(text)
  let section = ''
  let table = -1
  const cells = tableCells(() => ++table)
  walk(tree, { containers: [] })
  const sorted = blocks.toSorted((a, b) => a.start - b.start)
  return { name, slug, locale, text, blocks: source ? withStepIds(sorted, steps, source) : sorted }

  function walk(node: Nodes, around: Around): void {
    if (node.type === 'yaml') addMeta(node, around)
    else if (node.type === 'heading') addHeading(node, around)
    else if (node.type === 'paragraph') addParagraph(node, around)
    else if (node.type === 'table') addTable(node, around)
    else if (node.type === 'html') addHtml(node, around)
    else if ('children' in node) walkChildren(node, around)
  }

  function addMeta(node: Yaml, around: Around): void {
    for (const { key, words, start, end } of metaTexts(node, text)) {
      add({ kind: 'meta', inline: [{ type: 'text', value: words }], start, end }, around, { key })
    }
  }

  function addTable({ children: rows }: Table, around: Around): void {
    table++
    const containers = [...around.containers, 'table']
    for (const [row, { children: cells }] of rows.entries()) {
      for (const [column, { children }] of cells.entries()) {
        addInline('cell', children, { containers, cell: { table, row, column } })
      }
    }
  }

  function walkChildren(node: Nodes & { children: Nodes[] }, around: Around): void {
    const { containers, areSteps } = around
    const tag = node.type === 'mdxJsxFlowElement' ? (node.name ?? '') : ''
    if (isWordless(tag)) return
    if (tag === 'img') return addAlt(node, around)
    const type = node.type === 'listItem' && areSteps ? 'step' : typeOf(node)
    cells.open(tag)
    const inside = node.type === 'root' ? containers : [...containers, type]
    const isSteps = type === 'list' && 'ordered' in node && containers.at(-1) === 'procedure'
    for (const [index, child] of node.children.entries()) {
      const opensStep = type === 'step' && index === 0 && child.type === 'paragraph'
      walk(child, {
        containers: inside,
        ...(isSteps && node.ordered && { areSteps: true }),
        ...(opensStep && { opensStep }),
      })
    }
    cells.close(tag)
  }

  /** Words in elements that are no part of a sentence, each element’s by themselves. */
  function addParts(parts: readonly JsxPart[], { containers }: Around): void {
    const open: string[] = []
    for (const part of parts) {
      if (part.kind === 'words') {
        const cell = cells.take()
        const around = { containers: [...containers, ...open], ...(cell && { cell }) }
        addInline(cell ? 'cell' : 'paragraph', part.inline, around, {}, 'jsx')
      } else if (part.kind === 'open') {
        open.push(part.name)
        cells.open(part.name)
      } else {
        open.pop()
        cells.close(part.name)
      }
    }
  }

  /** HTML between paragraphs, in which Markdown does not count. */
  function addHtml(node: Html, { containers }: Around): void {
    const open: string[] = []
    for (const part of htmlParts(node, text)) {
      const around = { containers: [...containers, ...open] }
      if (part.kind === 'words') {
        const cell = cells.take()
        add(
          { ...part, kind: cell ? 'cell' : 'paragraph', markup: 'html' },
          cell ? { ...around, cell } : around,
        )
        addAlts(part.inline, around)
      } else if (part.kind === 'tag') addAlt(part.node, around)
      else if (part.kind === 'open') {
        open.push(part.name)
        cells.open(part.name)
      } else {
        const last = open.lastIndexOf(part.name)
        if (last >= 0) open.length = last
        cells.close(part.name)
      }
    }
  }

  function addAlts(inline: readonly PhrasingContent[], around: Around): void {
    for (const { alt, ...place } of imageTexts(inline, text)) {
      add({ kind: 'image', inline: [{ type: 'text', value: alt }], ...place }, around)
    }
  }

  function addAlt(node: Nodes, around: Around): void {
    for (const { alt, ...place } of altOfTag(node, text)) {
      add({ kind: 'image', inline: [{ type: 'text', value: alt }], ...place }, around)
    }
  }

  function addHeading(node: Heading, around: Around): void {
    const { id, borrowed } = ids.get(node) ?? { borrowed: false }
    section = id ?? ''
    const more: Partial<Block> = {
      depth: node.depth,
      ...(id && { id }),
      ...(borrowed && { borrowed }),
    }
    addInline('heading', takeName(node).children, around, more)
  }

  function addParagraph(node: Paragraph, around: Around): void {
    if (node.data?.directiveLabel) return addInline('title', node.children, around)
    if (isSyntax(node, text, page.dialect)) return
    if (around.opensStep) {
      const { id, children } = stepMark(node)
      return addInline('paragraph', children, around, id ? { id } : {})
    }
    const parts = page.dialect === 'guide' ? jsxParts(node.children) : undefined
    if (parts) return addParts(parts, around)
    const isQuoted = around.containers.at(-1) === 'blockquote'
    if (!isQuoted) return addInline('paragraph', node.children, around)
    for (const part of withoutMarkers(node, text).parts) addInline('paragraph', part, around)
  }

  /** Words with the texts of their pictures, which are blocks of their own. */
  function addInline(
    kind: BlockKind,
    inline: readonly PhrasingContent[],
    around: Around,
    more: Partial<Block> = {},
    markup?: BlockMarkup,
  ): void {
    const from = inline[0]?.position?.start.offset
    const to = inline.at(-1)?.position?.end.offset
    if (from === undefined || to === undefined) return
    const typed = text.slice(from, to)
    const start = from + (/^[ \t\r\n]*/.exec(typed)?.[0].length ?? 0)
    const end = to - (/(?<![ \t\r\n])[ \t\r\n]*$/.exec(typed)?.[0].length ?? 0)
    const words = { kind, inline: trimmedStart(inline), start, end, markup }
    if (end > start) add(words, around, {}, more)
    addAlts(inline, around)
  }

  function add(
    { kind, inline, start, end, markup }: Words,
    { containers, cell, opensStep }: Around,
    place: Partial<BlockPlace> = {},
    more: Partial<Block> = {},
  ): void {
    const { text: title } = inlineText(inline)
    if (!title) return
    const { line, column } = pointAt(start)
    const block: Block = {
      ...more,
      kind,
      ...(markup && { markup }),
      place: { section, containers, line, column, ...(cell && { cell }), ...place },
      start,
      end,
      source: text.slice(start, end),
      inline,
      text: title,
      ...hashesOf(normalise(inline, definitions)),
    }
    blocks.push(block)
    if (opensStep && kind !== 'image') steps.add(block)
  }
}

/** What a container is called in the places of its blocks. */
function typeOf(node: Nodes): string {
  if (node.type === 'containerDirective') return node.name
  return node.type === 'mdxJsxFlowElement' ? (node.name ?? node.type) : node.type
}

/** Headings and definitions stand between paragraphs, never in one. */
function marksOf(tree: Root): { headings: Heading[]; definitions: Map<string, string> } {
  const headings: Heading[] = []
  const definitions = new Map<string, string>()
  visit(tree, (node) => {
    if (node.type === 'heading') headings.push(node)
    else if (node.type === 'definition') {
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
    source?.blocks.filter(({ kind }) => kind === 'heading'),
  )
  return new Map(headings.map((heading, index) => [heading, ids[index] ?? { borrowed: false }]))
}

/** Steps of a translation have no marks: as many steps as in the source are the same ones. */
function withStepIds(blocks: Block[], steps: ReadonlySet<Block>, source: BlockPage): Block[] {
  const ids = source.blocks
    .filter(({ kind, place }) => kind === 'paragraph' && place.containers.at(-1) === 'step')
    .flatMap(({ id }) => id ?? [])
  if (ids.length !== steps.size) return blocks
  let index = 0
  return blocks.map((block) => {
    const id = steps.has(block) ? ids[index++] : undefined
    return id && !block.id ? { ...block, id, borrowed: true } : block
  })
}

/** `[!INCLUDE …]` brings another file’s words, and what stays of `:::` is docfx’s, not words. */
function isSyntax({ position }: Paragraph, text: string, dialect: Dialect): boolean {
  if (dialect === 'guide') return false
  const typed = text.slice(position?.start.offset, position?.end.offset).trim()
  return /^\[!(?:include|video|code[\w-]*)\b[^\n]*\]$/i.test(typed) || /^:::[^\n]*$/.test(typed)
}

function trimmedStart(inline: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const [first, ...rest] = inline
  if (first?.type !== 'text' || !/^[ \t\r\n]/.test(first.value)) return inline
  const value = first.value.trimStart()
  return value ? [{ ...first, value }, ...rest] : rest
}
