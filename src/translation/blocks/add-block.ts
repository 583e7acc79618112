/** Add blocks to a page that is being read: the text of a node, and the alternative texts in it. */
import type { Nodes, PhrasingContent } from 'mdast'
import type { TripleColonFlow } from '#plugins/docfx/triple-colon/nodes.ts'
import { placesIn } from './file-places.ts'
import type { YamlMarkdown } from '../../docsets/docfx/yaml-pages/yaml-markdown.ts'
import { type Block, type BlockKind, type BlockMarkup, type BlockPlace, isInCode } from './block.ts'
import { hashesOf } from './hash.ts'
import { altOfForm, altOfTag, type ImageText, imageTexts } from './image-texts.ts'
import { inlineText } from './inline-text.ts'
import { normalise } from './normalise.ts'
import { type TableCells, tableCells } from './table-cells.ts'
import { tooltipsIn } from './tooltips.ts'

/** The blocks of a page that have been read so far, and what is needed to read the next one. */
export interface BlockList {
  /** The text of the file. */
  text: string
  /** Addresses by the name of their definition, in lower case. */
  definitions: ReadonlyMap<string, string>
  pointAt: ReturnType<typeof placesIn>
  blocks: Block[]
  /** The blocks that hold the title of a step. */
  stepTitles: Set<Block>
  /** Id of the last heading. */
  section: string
  /** Gives each table of the page its number, from 0. */
  nextTable: () => number
  /** The tables that are written as HTML. */
  cells: TableCells
}

/** Where a node is on its page. */
export interface NodeContext {
  /** Types of the containers around it, outermost first. */
  containers: readonly string[]
  /** It is the first paragraph of a step, which holds the step’s title. */
  opensStep?: boolean
  /** Its items are the steps of a procedure. */
  areSteps?: boolean
  cell?: NonNullable<BlockPlace['cell']>
}

/** The text of a block, with offsets in the file. */
interface BlockContent {
  kind: BlockKind
  inline: readonly PhrasingContent[]
  start: number
  end: number
  markup?: BlockMarkup | undefined
}

export function emptyBlockList(
  text: string,
  definitions: ReadonlyMap<string, string>,
  yaml?: YamlMarkdown,
): BlockList {
  let tableCount = 0
  const nextTable = () => tableCount++
  return {
    text,
    definitions,
    pointAt: placesIn(text, yaml),
    blocks: [],
    stepTitles: new Set(),
    section: '',
    nextTable,
    cells: tableCells(nextTable),
  }
}

/** Add a block, unless it has no text. */
export function addBlock(
  list: BlockList,
  { kind, inline, start, end, markup }: BlockContent,
  { containers, cell, opensStep }: NodeContext,
  place: Partial<BlockPlace> = {},
  more: Partial<Block> = {},
): void {
  const { text } = inlineText(inline)
  if (!text) return
  const { line, column } = list.pointAt(start)
  const block: Block = {
    ...more,
    kind,
    ...(markup && { markup }),
    place: { section: list.section, containers, line, column, ...(cell && { cell }), ...place },
    start,
    end,
    source: list.text.slice(start, end),
    inline,
    text,
    ...hashesOf(normalise(inline, list.definitions)),
  }
  list.blocks.push(block)
  if (opensStep && !isInCode(block)) list.stepTitles.add(block)
}

/** Add the text of an inline tree, without the white space around it, and the texts of its images. */
export function addInline(
  list: BlockList,
  kind: BlockKind,
  inline: readonly PhrasingContent[],
  context: NodeContext,
  more: Partial<Block> = {},
  markup?: BlockMarkup,
): void {
  const from = inline[0]?.position?.start.offset
  const to = inline.at(-1)?.position?.end.offset
  if (from === undefined || to === undefined) return
  const typed = list.text.slice(from, to)
  const start = from + (/^[ \t\r\n]*/.exec(typed)?.[0].length ?? 0)
  const end = to - (/(?<![ \t\r\n])[ \t\r\n]*$/.exec(typed)?.[0].length ?? 0)
  const content = { kind, inline: trimmedStart(inline), start, end, markup }
  if (end > start) addBlock(list, content, context, {}, more)
  addImageTexts(list, inline, context)
}

/** Add the alternative texts of the images in an inline tree, and the titles of links and images. */
export function addImageTexts(
  list: BlockList,
  inline: readonly PhrasingContent[],
  context: NodeContext,
): void {
  addAlts(list, imageTexts(inline, list.text), context)
  for (const { words, ...place } of tooltipsIn(inline, list.text)) {
    addBlock(list, { kind: 'tooltip', inline: [{ type: 'text', value: words }], ...place }, context)
  }
}

/** Add the alternative text of an image that is written as a tag. */
export function addTagAlt(list: BlockList, node: Nodes, context: NodeContext): void {
  addAlts(list, altOfTag(node, list.text), context)
}

/** Add the text of an image that is a form of docfx. */
export function addFormAlt(list: BlockList, node: TripleColonFlow, context: NodeContext): void {
  addAlts(list, altOfForm(node, list.text), context)
}

function addAlts(list: BlockList, alts: readonly ImageText[], context: NodeContext): void {
  for (const { alt, ...place } of alts) {
    addBlock(list, { kind: 'image', inline: [{ type: 'text', value: alt }], ...place }, context)
  }
}

function trimmedStart(inline: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const [first, ...rest] = inline
  if (first?.type !== 'text' || !/^[ \t\r\n]/.test(first.value)) return inline
  const value = first.value.trimStart()
  return value ? [{ ...first, value }, ...rest] : rest
}
