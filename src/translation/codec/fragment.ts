/** Parse the Markdown of one block by itself, as it would be read in its place. */
import type { ListItem, Nodes, PhrasingContent, Root } from 'mdast'
import { visit } from '#plugins/visit.ts'
import { type Block, type BlockKind, isInCode } from '../blocks/block.ts'
import { htmlInline } from '../blocks/html-blocks.ts'
import { type Dialect, parsePage } from '../blocks/parse.ts'

type Fragment = Pick<Block, 'inline' | 'source' | 'start'>

/**
 * The block that `markdown` makes, or nothing if it makes more than one or another one.
 *
 * The second is the block that it replaces: labels that it refers to are known.
 */
export function parseFragment(
  markdown: string,
  { kind, place, inline, markup }: Block,
  dialect: Dialect,
): Fragment | undefined {
  if (markup === 'html') {
    const html = htmlInline(markdown)
    return html && { inline: html, source: markdown, start: 0 }
  }
  if (markup === 'jsx') return parseInElement(markdown, inline, dialect)
  const inItem = kind === 'paragraph' && place.containers.length > 0
  const before = kind === 'heading' ? '# ' : kind === 'cell' ? '| ' : inItem ? '- ' : ''
  const after = kind === 'cell' ? ' |\n| - |' : ''
  let root: Root
  try {
    root = parsePage(`${before}${markdown}${after}\n\n${labelsOf(inline)}`, dialect)
  } catch {
    return undefined
  }
  const [block, ...others] = root.children.filter(
    ({ type }) => type !== 'definition' && type !== 'footnoteDefinition',
  )
  if (!block || others.length > 0) return undefined
  const result = inItem ? only(block)?.children[0] : block
  const read = result && inlineOf(result, kind)
  return read && { inline: read, source: markdown, start: before.length }
}

const inElement = '<td>'

/** Markdown in an element of MDX, which makes no blocks there. */
function parseInElement(
  markdown: string,
  inline: readonly PhrasingContent[],
  dialect: Dialect,
): Fragment | undefined {
  let root: Root
  try {
    root = parsePage(`${inElement}${markdown}</td>\n\n${labelsOf(inline)}`, dialect)
  } catch {
    return undefined
  }
  const [block] = root.children
  const [element, ...others] = block?.type === 'paragraph' ? block.children : []
  if (element?.type !== 'mdxJsxTextElement' || others.length > 0) return undefined
  return { inline: element.children, source: markdown, start: inElement.length }
}

/** The item of a list that has one paragraph in one item. */
function only(block: Nodes): ListItem | undefined {
  if (block.type !== 'list') return undefined
  const [item] = block.children
  const isOnly = block.children.length === 1 && item?.children.length === 1
  return isOnly && item.checked == null ? item : undefined
}

function inlineOf(block: Nodes, kind: BlockKind): PhrasingContent[] | undefined {
  if (kind === 'cell') {
    if (block.type !== 'table') return undefined
    const [head] = block.children
    return block.children.length === 1 && head?.children.length === 1
      ? head.children[0]?.children
      : undefined
  }
  const isSame = block.type === kind && (block.type === 'paragraph' || block.type === 'heading')
  return isSame ? block.children : undefined
}

function labelsOf(inline: readonly PhrasingContent[]): string {
  const labels = new Set<string>()
  visit({ type: 'root', children: [...inline] } as Root, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference')
      labels.add(`[${node.label ?? node.identifier}]: x`)
    if (node.type === 'footnoteReference') labels.add(`[^${node.label ?? node.identifier}]: x`)
  })
  return [...labels].join('\n\n')
}

/** Only the inline tree; nothing for blocks whose words are not Markdown, or for what does not fit. */
export function readFragment(
  markdown: string,
  like: Block,
  dialect: Dialect,
): readonly PhrasingContent[] | undefined {
  if (like.kind === 'meta' || like.kind === 'title' || isInCode(like)) return undefined
  return parseFragment(markdown, like, dialect)?.inline
}
