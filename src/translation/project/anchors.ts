/** Ids of headings that a generator makes of the translated words, where links want those of the source. */
import type { Heading, PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from '#plugins/visit.ts'
import type { Generator } from '../../docsets/trees/tree.ts'
import type { Block, BlockPage } from '../blocks/block.ts'
import { takeName } from '../blocks/heading-ids.ts'
import { parsePage } from '../blocks/parse.ts'
import { readBlocks } from '../blocks/read-blocks.ts'
import type { WorkPage } from './translation-project.ts'

/** A heading of a translation that links to the source’s would not find. */
export interface LostAnchor {
  /** Offset and text that give it the id; absent where its author gave it another one. */
  pin?: { offset: number; text: string }
  /** The id that links use. */
  id: string
  /** The id that it has now. */
  now: string
  words: string
  line: number
  column: number
}

interface NamedHeading {
  id: string
  isTyped: boolean
}

/** The headings of a page whose id is not that of their source, as `generator` would make both. */
export function lostAnchors(page: WorkPage, generator: Generator): LostAnchor[] {
  const { source, target } = page
  if (!source || !target || generator.isList?.(source.name)) return []
  const [wanted, had] = [namedHeadings(source, generator), namedHeadings(target, generator)]
  const lost: LostAnchor[] = []
  for (const pair of headingPairs(source, target, page)) {
    const id = wanted.get(pair.source.start)?.id
    const now = had.get(pair.target.start)
    // Anything else could end the mark that it is written in.
    if (!id || !now || now.id === id || /[\s"'<>{}]/.test(id)) continue
    const { line, column } = pair.target.place
    const pin = now.isTyped ? undefined : pinOf(pair.target, target, id, generator)
    lost.push({ ...(pin && { pin }), id, now: now.id, words: pair.target.text, line, column })
  }
  return lost
}

/** By their order where both pages have headings of the same levels, else as the blocks around them say. */
function headingPairs(
  source: BlockPage,
  target: BlockPage,
  { pairs }: Pick<WorkPage, 'pairs'>,
): { source: Block; target: Block }[] {
  const [sources, targets] = [source, target].map(({ blocks }) =>
    blocks.filter(({ kind }) => kind === 'heading'),
  )
  const isLike =
    sources?.length === targets?.length &&
    sources?.every(({ depth }, index) => depth === targets?.[index]?.depth)
  const aligned = new Map(pairs.map((pair) => [pair.source, pair.target]))
  return (sources ?? []).flatMap((heading, index) => {
    const other = isLike ? targets?.[index] : aligned.get(heading)
    return other ? [{ source: heading, target: other }] : []
  })
}

/** Headings by where their words begin. */
function namedHeadings(
  { text, dialect, blocks }: BlockPage,
  { slugOf }: Generator,
): Map<number, NamedHeading> {
  const headings: Heading[] = []
  visit(parsePage(text, dialect), (node) => {
    if (node.type === 'heading') headings.push(node)
  })
  const starts = blocks.filter(({ kind }) => kind === 'heading').map(({ start }) => start)
  const counts = new Map<string, number>()
  const named = new Map<number, NamedHeading>()
  for (const heading of headings) {
    const { name, children } = takeName(heading)
    const { start, end } = heading.position ?? {}
    const place = starts.find(
      (offset) => offset >= (start?.offset ?? 0) && offset < (end?.offset ?? 0),
    )
    const slug = slugOf(toString(children, { includeHtml: false }))
    const count = name === undefined ? (counts.get(slug) ?? 0) : 0
    if (name === undefined) counts.set(slug, count + 1)
    const id = name ?? (count ? `${slug}-${count}` : slug)
    // What a shortcode becomes is known when the site is built.
    if (name === undefined && children.some(isShortcode)) continue
    if (place !== undefined) named.set(place, { id, isTyped: name !== undefined })
  }
  return named
}

function isShortcode(node: PhrasingContent): boolean {
  return node.type === 'html' && !node.value.startsWith('<')
}

function pinOf(
  { start, end }: Block,
  { dialect }: BlockPage,
  id: string,
  { pin }: Generator,
): NonNullable<LostAnchor['pin']> {
  if (pin === 'anchor') return { offset: start, text: `<a id="${id}"></a>` }
  const escape = pin === 'escaped-braces' && dialect === 'mdx' ? '\\' : ''
  return { offset: end, text: ` ${escape}{#${id}}` }
}

/**
 * The text of a page in which its headings have their ids; undefined if anything but those would change, which
 * cannot happen to a page that its generator reads as Passerelle does.
 */
export function withAnchors(target: BlockPage, lost: readonly LostAnchor[]): string | undefined {
  let text = ''
  let end = 0
  const pins = lost.flatMap(({ pin }) => pin ?? [])
  for (const pin of pins.toSorted((a, b) => a.offset - b.offset)) {
    text += target.text.slice(end, pin.offset) + pin.text
    end = pin.offset
  }
  text += target.text.slice(end)
  const after = readBlocks({ ...target, text }).blocks
  const isSame =
    after.length === target.blocks.length &&
    after.every(({ hash }, index) => hash === target.blocks[index]?.hash)
  const ids = new Set(after.flatMap(({ id }) => id ?? []))
  return isSame && lost.every(({ id, pin }) => !pin || ids.has(id)) ? text : undefined
}
