/** The project’s own guides as blocks, in both languages, either of which may play the source. */
import { fileURLToPath } from 'node:url'
import { readFileSync, readdirSync } from 'node:fs'
import type { BlockPage } from '#src/translation/blocks/block.ts'
import { type PageSource, readBlocks } from '#src/translation/blocks/read-blocks.ts'

const root = fileURLToPath(new URL('../../content/docs/', import.meta.url))

export interface GuidePair {
  source: PageSource
  target: PageSource
}

/** All pages that exist in both languages, `from` as the source. */
export function guidePairs(from: string, to: string): GuidePair[] {
  const targets = pagesIn(to)
  return pagesIn(from).flatMap((source) => {
    const target = targets.find(({ slug }) => slug === source.slug)
    return target ? [{ source, target }] : []
  })
}

/** Blocks of both pages, the translation’s with the ids of its source. */
export function blocksOf({ source, target }: GuidePair): { source: BlockPage; target: BlockPage } {
  const read = readBlocks(source)
  return { source: read, target: readBlocks(target, read) }
}

function pagesIn(locale: string): PageSource[] {
  return readdirSync(`${root}${locale}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mdx'))
    .toSorted()
    .map((path) => ({
      name: `content/docs/${locale}/${path}`,
      slug: path.replace(/\.mdx$/, ''),
      locale,
      text: readFileSync(`${root}${locale}/${path}`, 'utf8'),
      dialect: 'guide',
    }))
}
