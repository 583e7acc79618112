/** What people and tools call a block: `page#section/n`. */
import type { Block, BlockPage } from './block.ts'

/** A page’s name; that of the page that opens a docset, whose slug is empty, is `index`. */
export function pageName(slug: string): string {
  return slug || 'index'
}

/** Names of all blocks of a source page, by section and by number in it, from 1. */
export function blockNames({
  slug,
  blocks,
}: Pick<BlockPage, 'slug' | 'blocks'>): Map<Block, string> {
  const counts = new Map<string, number>()
  return new Map(
    blocks.map((block) => {
      const { section } = block.place
      const number = (counts.get(section) ?? 0) + 1
      counts.set(section, number)
      return [block, `${pageName(slug)}#${section}/${number}`]
    }),
  )
}
