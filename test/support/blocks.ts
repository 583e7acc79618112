/** Blocks from Markdown written in the test. */
import type { Block, BlockPage } from '#src/translation/blocks/block.ts'
import type { Dialect } from '#src/translation/blocks/parse.ts'
import { readBlocks } from '#src/translation/blocks/read-blocks.ts'

/** A page of a docfx docset, or of a guide. */
export function pageOf(
  text: string,
  locale = 'en',
  dialect: Dialect = 'docfx',
  source?: BlockPage,
): BlockPage {
  return readBlocks({ name: `page.${locale}`, slug: 'page', locale, text, dialect }, source)
}

/** The one block of a text. */
export function blockOf(text: string, locale = 'en'): Block {
  const [block] = pageOf(text, locale).blocks
  if (!block) throw new Error(`No block in ${text}`)
  return block
}
