/**
 * Write on the tree what is known of each block of a page: its key, the language of words that are not
 * translated, a change of its source.
 *
 * What is known comes from the caller, by offsets in the file; a block whose words are no longer there is
 * passed over. Keys say which blocks of two languages belong together. The words that readers get to see
 * are added by `states.ts`, at the end of the way to HTML: until then they would be part of headings.
 */
import type {
  Data,
  Emphasis,
  Heading,
  Image,
  ImageReference,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  TableCell,
} from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { wrapWords } from './wrap-words.ts'

/** From and to, counted in characters that are not white space. */
export interface WordRange {
  from: number
  to: number
}

/** What is known of one block. */
export interface KnownBlock {
  /** Offsets in the file of the block’s inline Markdown, or of the text that stands for a picture. */
  start: number
  end: number
  /** What stands there. */
  typed: string
  kind: 'words' | 'image'
  /** The same in every language of the page; see `extraKey`. */
  key?: string
  /** Language of words that are not translated; of the whole block, or of its `parts`. */
  lang?: string
  parts?: readonly WordRange[]
  /** Its source has changed since it was translated: what `changeOf` of `states.ts` knows the change by. */
  change?: string
}

export interface BlockOptions {
  /** The blocks of a file, if it is the source of a translation or one itself. */
  blocksOf?: ((file: VFile) => readonly KnownBlock[]) | undefined
}

/** The key of all blocks that the source has not. */
export const extraKey = 'extra'

/** The attribute of a block’s key; no page that is published has it. */
export const keyAttribute = 'data-passerelle-block'

type Holder = Paragraph | Heading | TableCell

interface Place {
  holder: Holder
  /** The item of a list without blank lines, whose first paragraph becomes its own words. */
  tightItem?: ListItem
  from: number
  to: number
}

export default function remarkBlocks({ blocksOf }: Readonly<BlockOptions>) {
  return (tree: Root, file: VFile): undefined => {
    markBlocks(tree, knownBlocksIn(file, blocksOf))
  }
}

/** The known blocks of a file whose words are still where they were. */
export function knownBlocksIn(file: VFile, blocksOf: BlockOptions['blocksOf']): KnownBlock[] {
  const source = String(file).replace(/^\uFEFF/, '')
  return (blocksOf?.(file) ?? []).filter(
    ({ start, end, typed }) => source.slice(start, end) === typed,
  )
}

/** Write on a tree what is known of the blocks whose words stand in it, by their offsets. */
export function markBlocks(tree: Root, known: readonly KnownBlock[]): void {
  if (known.length === 0) return
  const places = placesIn(tree)
  const images = imagesIn(tree)
  for (const block of known) {
    if (block.kind === 'image') {
      const image = images.find(({ from, to }) => from <= block.start && block.end <= to)?.image
      if (image && block.lang) setProperties(image, { lang: block.lang })
      continue
    }
    const place = places.find(({ from, to }) => from <= block.start && block.end <= to)
    if (place) markWords(place, block)
  }
}

function markWords(place: Place, block: KnownBlock): void {
  const { holder, tightItem } = place
  const { key, lang, parts, change } = block
  if (lang && parts) {
    holder.children = wrapWords(holder.children, block, parts, (words, isLast) =>
      span(words, { lang, dataState: isLast ? 'untranslated' : 'untranslated-start' }),
    )
  }
  const properties: Record<string, string> = {
    ...(lang && !parts && { lang, dataState: 'untranslated' }),
    ...(change && { dataChange: change }),
  }
  if (key) setProperties(tightItem ?? holder, { dataPasserelleBlock: key })
  if (Object.keys(properties).length === 0) return
  if (!tightItem) setProperties(holder, properties)
  // The language is that of all that stands in the element: a list inside the item has its own.
  else if (tightItem.children.length === 1) setProperties(tightItem, properties)
  else holder.children = [span(holder.children, properties)]
}

function placesIn(tree: Root): Place[] {
  const places: Place[] = []
  walk(tree, undefined)
  return places

  function walk(node: Nodes, above: Parents | undefined): void {
    if (!('children' in node)) return
    for (const [index, child] of node.children.entries()) {
      if (child.type === 'paragraph' || child.type === 'heading' || child.type === 'tableCell') {
        const range = rangeOf(child)
        const isWords = index === 0 && child.type === 'paragraph' && node.type === 'listItem'
        const isTight = isWords && above?.type === 'list' && !isLoose(above.spread, above.children)
        if (range) places.push({ holder: child, ...range, ...(isTight && { tightItem: node }) })
      } else walk(child, node)
    }
  }
}

/** As the step to HTML tells it: one loose item makes the whole list so. */
function isLoose(spread: boolean | null | undefined, items: readonly ListItem[]): boolean {
  return Boolean(spread) || items.some((item) => item.spread ?? item.children.length > 1)
}

/** What other plugins put in has no place in the file. */
function rangeOf({ children }: Holder): { from: number; to: number } | undefined {
  const offsets = children.flatMap(({ position }) =>
    position?.start.offset !== undefined && position.end.offset !== undefined
      ? [position.start.offset, position.end.offset]
      : [],
  )
  return offsets.length ? { from: Math.min(...offsets), to: Math.max(...offsets) } : undefined
}

function imagesIn(tree: Root) {
  const found: { image: Image | ImageReference; from: number; to: number }[] = []
  visit(tree, (node) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return
    const { start, end } = node.position ?? {}
    if (start?.offset === undefined || end?.offset === undefined) return
    found.push({ image: node, from: start.offset, to: end.offset })
  })
  return found
}

function span(children: PhrasingContent[], properties: Record<string, string>): Emphasis {
  return { type: 'emphasis', data: { hName: 'span', hProperties: properties }, children }
}

function setProperties(
  node: { data?: Data | undefined },
  properties: Record<string, string>,
): void {
  const data = node.data as { hProperties?: Record<string, unknown> } | undefined
  node.data = { ...data, hProperties: { ...data?.hProperties, ...properties } } as Data
}
