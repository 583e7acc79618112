/**
 * Write on the tree what is known of each block of a page: its key, the language of words that are not
 * translated, a change of its source.
 *
 * What is known comes from the caller, by offsets in the file; a block whose text is no longer there is
 * skipped. Keys show which blocks of two languages belong together. The text that readers get to see
 * are added by `states.ts`, at the end of the way to HTML: until then they would be part of headings.
 */
import type {
  Data,
  Emphasis,
  Heading,
  Html,
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
import type {} from 'remark-mdx'
import { CONTINUE, SKIP, visit } from './visit.ts'
import type { VFile } from 'vfile'
import { replaceItems } from './large-arrays.ts'
import type { TripleColonFlow, TripleColonText } from './docfx/triple-colon/nodes.ts'
import { isBlockElement } from './html-words.ts'
import type { KnownBlock, WordRange } from './known-block.ts'
import { type Range, rangesAround } from './ranges-around.ts'
import { markedHtml, markedTag } from './mark-html.ts'
import { wrapWords } from './wrap-words.ts'

export type { KnownBlock, WordRange } from './known-block.ts'

export interface BlockOptions {
  /** The blocks of a file, if it is the source of a translation or one itself. */
  blocksOf?: ((file: VFile) => readonly KnownBlock[]) | undefined
}

/** The key of all blocks that the source has not. */
export const extraKey = 'extra'

/** The attribute of a block’s key; no page that is published has it. */
export const keyAttribute = 'data-passerelle-block'

type Jsx = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>
type Holder = Paragraph | Heading | TableCell | Jsx

interface Place extends Range {
  holder: Holder
  /** The item of a list without blank lines, whose first paragraph becomes its own words. */
  tightItem?: ListItem
}

export default function remarkBlocks({ blocksOf }: Readonly<BlockOptions>) {
  return (tree: Root, file: VFile): undefined => {
    markBlocks(tree, knownBlocksIn(file, blocksOf), textIn(file))
  }
}

/** The known blocks of a file whose words are still where they were. */
export function knownBlocksIn(file: VFile, blocksOf: BlockOptions['blocksOf']): KnownBlock[] {
  const source = textIn(file)
  return (blocksOf?.(file) ?? []).filter(
    ({ start, end, typed }) => source.slice(start, end) === typed,
  )
}

function textIn(file: VFile): string {
  return String(file).replace(/^\uFEFF/, '')
}

/**
 * Write on a tree what is known of its blocks, by their offsets.
 *
 * @param text - The text of the file, for raw HTML; guides have none.
 */
export function markBlocks(tree: Root, known: readonly KnownBlock[], text = ''): void {
  if (known.length === 0) return
  const placesAround = rangesAround(placesIn(tree))
  const imagesAround = rangesAround(imagesIn(tree))
  const htmlAround = rangesAround(htmlIn(tree))
  const html = new Map<Html, KnownBlock[]>()
  for (const block of known) {
    const raw = htmlAround(block).at(-1)?.node
    if (raw) {
      const blocks = html.get(raw)
      if (blocks) blocks.push(block)
      else html.set(raw, [block])
    } else if (block.kind === 'image') {
      markImage(imagesAround(block).at(-1)?.image, block)
    } else {
      // Of two as long as each other the outer one.
      const around = placesAround(block)
      const place = around.findLast((item) => widthOf(item) === widthOf(around[0]))
      if (place) markWords(place, block)
    }
  }
  for (const [node, blocks] of html) {
    const marks = blocks.map((block) => ({ block, properties: attributesOf(block) }))
    node.value = markedHtml(node, marks, text)
  }
}

function markImage(
  image: ReturnType<typeof imagesIn>[number]['image'] | undefined,
  block: KnownBlock,
) {
  if (!image || !block.lang) return
  if (image.type === 'html') image.value = markedTag(image.value, { lang: block.lang })
  else if (isJsx(image)) setAttributes(image, { lang: block.lang })
  else setProperties(image, { lang: block.lang })
}

function markWords(place: Place, block: KnownBlock): void {
  const { holder, tightItem } = place
  const { lang, parts, key } = block
  if (isJsx(holder)) return markElement(holder, block)
  if (lang && parts) holder.children = wrapParts(holder.children, block, parts, lang)
  const properties = propertiesOf(block)
  if (key) setProperties(tightItem ?? holder, { dataPasserelleBlock: key })
  if (Object.keys(properties).length === 0) return
  if (!tightItem) setProperties(holder, properties)
  // The language is that of everything in the element: a list inside the item has its own.
  else if (tightItem.children.length === 1) setProperties(tightItem, properties)
  else holder.children = [span(holder.children, properties)]
}

/** Text in an element that a guide writes itself; other content of the element is not part of it. */
function markElement(holder: Jsx, block: KnownBlock): void {
  const { lang, parts } = block
  const children = holder.children as PhrasingContent[]
  const isOwn = (node: PhrasingContent) =>
    (node.position?.start.offset ?? 0) < block.end && (node.position?.end.offset ?? 0) > block.start
  const from = children.findIndex(isOwn)
  const to = children.findLastIndex(isOwn) + 1
  if (from < 0) return
  let content = children.slice(from, to)
  if (lang && parts) content = wrapParts(content, block, parts, lang)
  const others = [...children.slice(0, from), ...children.slice(to)]
  const isWhole = others.every((node) => node.type === 'text' && !node.value.trim())
  const attributes = attributesOf(block)
  if (isWhole) setAttributes(holder, attributes)
  else if (Object.keys(attributes).length) {
    const { key } = block
    content = [span(content, { ...propertiesOf(block), ...(key && { dataPasserelleBlock: key }) })]
  }
  replaceItems(children, from, to - from, content)
}

function wrapParts(
  children: readonly PhrasingContent[],
  block: KnownBlock,
  parts: readonly WordRange[],
  lang: string,
): PhrasingContent[] {
  return wrapWords(children, block, parts, (content, isLast) =>
    span(content, { lang, dataState: isLast ? 'untranslated' : 'untranslated-start' }),
  )
}

function propertiesOf({ lang, parts, change }: KnownBlock): Record<string, string> {
  return {
    ...(lang && !parts && { lang, dataState: 'untranslated' }),
    ...(change && { dataChange: change }),
  }
}

/** The same, and the key, as they are typed in HTML. */
function attributesOf({ kind, key, lang, parts, change }: KnownBlock): Record<string, string> {
  if (kind === 'image') return lang ? { lang } : {}
  return {
    ...(lang && !parts && { lang, 'data-state': 'untranslated' }),
    ...(change && { 'data-change': change }),
    ...(key && { [keyAttribute]: key }),
  }
}

function setAttributes(node: Jsx, attributes: Readonly<Record<string, string>>): void {
  const own = Object.entries(attributes).map(([name, value]) => ({
    type: 'mdxJsxAttribute' as const,
    name,
    value,
  }))
  const names = new Set(own.map(({ name }) => name))
  const others = node.attributes.filter(
    (attribute) => !('name' in attribute && names.has(attribute.name)),
  )
  node.attributes = [...others, ...own]
}

function widthOf(range: Range | undefined): number {
  return range ? range.to - range.from : 0
}

function isJsx(node: Nodes): node is Jsx {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
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
      } else if (isJsx(child) && isBlockElement(child.name ?? '')) {
        const range = rangeOf(child)
        if (range) places.push({ holder: child, ...range })
      }
      walk(child, node)
    }
  }
}

/** As in the step to HTML: one loose item makes the whole list loose. */
function isLoose(spread: boolean | null | undefined, items: readonly ListItem[]): boolean {
  return Boolean(spread) || items.some((item) => item.spread ?? item.children.length > 1)
}

/** From the first to the last child; what other plugins put in has no place in the file. */
function rangeOf({ children }: { children: readonly Nodes[] }): Range | undefined {
  let [from, to] = [Infinity, -Infinity]
  for (const { position } of children) {
    const { start, end } = position ?? {}
    if (start?.offset === undefined || end?.offset === undefined) continue
    from = Math.min(from, start.offset)
    to = Math.max(to, end.offset)
  }
  return to < 0 ? undefined : { from, to }
}

type AnyImage = Image | ImageReference | Html | Jsx | TripleColonFlow | TripleColonText

function isImage(node: Nodes): node is AnyImage {
  if (isJsx(node)) return node.name === 'img'
  return /^(?:html|image|imageReference|tripleColon(?:Flow|Text))$/.test(node.type)
}

function imagesIn(tree: Root) {
  const results: { image: AnyImage; from: number; to: number }[] = []
  visit(tree, (node) => {
    if (!isImage(node)) return
    const { start, end } = node.position ?? {}
    if (start?.offset === undefined || end?.offset === undefined) return
    results.push({ image: node, from: start.offset, to: end.offset })
  })
  return results
}

/** HTML between paragraphs, not in a sentence. */
function htmlIn(tree: Root): { node: Html; from: number; to: number }[] {
  const results: { node: Html; from: number; to: number }[] = []
  visit(tree, (node) => {
    if (node.type === 'html') {
      const { start, end } = node.position ?? {}
      if (start?.offset === undefined || end?.offset === undefined) return undefined
      results.push({ node, from: start.offset, to: end.offset })
    }
    return ['paragraph', 'heading', 'table'].includes(node.type) ? SKIP : CONTINUE
  })
  return results
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
