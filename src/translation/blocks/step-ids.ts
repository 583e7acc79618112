/** The marks that give the steps of a source page their ids, and the same ids for a translation. */
import type { Paragraph, PhrasingContent } from 'mdast'
import type {} from 'remark-directive'
import type { Block, BlockPage } from './block.ts'

/** A step’s first paragraph without the mark `:step{#id}`, which only a source page has. */
export function stepMark(paragraph: Paragraph): { id?: string; children: PhrasingContent[] } {
  const [mark, ...children] = paragraph.children
  if (mark?.type !== 'textDirective' || mark.name !== 'step')
    return { children: paragraph.children }
  const id = mark.attributes?.['id']
  return { ...(id && { id }), children }
}

/**
 * The blocks with the ids of the source’s steps, given by order if there are as many steps on both pages.
 *
 * @param titles - The blocks that hold the title of a step.
 */
export function withStepIds(
  blocks: Block[],
  titles: ReadonlySet<Block>,
  source: BlockPage,
): Block[] {
  const ids = source.blocks
    .filter(({ kind, place }) => kind === 'paragraph' && place.containers.at(-1) === 'step')
    .flatMap(({ id }) => id ?? [])
  if (ids.length !== titles.size) return blocks
  let index = 0
  return blocks.map((block) => {
    const id = titles.has(block) ? ids[index++] : undefined
    return id && !block.id ? { ...block, id, borrowed: true } : block
  })
}
