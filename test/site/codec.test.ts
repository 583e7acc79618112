/** Whole docsets through the codes that translators get, and back. */
import { expect, test } from 'vitest'
import { encode } from '#src/translation/codec/codec.ts'
import { quoteAt } from '#src/translation/codec/plain.ts'
import { rebuild } from '#src/translation/codec/rebuild.ts'
import { fromTags, toTags } from '#src/translation/codec/tags.ts'
import { allPairs } from '../translation/formats/pages.ts'

test('every block of both guides and of the FastTrack pair comes back with the same tree', () => {
  let same = 0
  const failed: string[] = []
  const blocks = allPairs().flatMap(({ dialect, source, target }) =>
    [source, target].flatMap((page) => page.blocks.map((block) => ({ dialect, page, block }))),
  )
  for (const { dialect, page, block } of blocks) {
    const parts = fromTags(toTags(encode(block).parts))
    // Gives nothing unless what it wrote reads as the same tree.
    const text = rebuild(parts, block, { dialect, quote: quoteAt(page.text, block.start) })
    if (text === undefined) failed.push(`${page.name}:${block.place.line} ${block.source}`)
    if (text === block.source) same++
  }
  console.log(`${blocks.length - failed.length} of ${blocks.length} blocks, ${same} byte for byte`)
  expect(failed).toEqual([])
  expect(same / blocks.length).toBeGreaterThan(0.99)
})
