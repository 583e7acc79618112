/**
 * The Markdown of docfx: what Markdig reads with the extensions that docfx turns on
 * (`MarkdownExtensions.UseDocfxExtensions`), as syntax for every place that reads a page or an included file.
 */
import remarkFrontmatter from 'remark-frontmatter'
import type { Preset } from 'unified'
import remarkNeededGfm from '../gfm.ts'
import remarkLimits from '../limits/remark-limits.ts'
import remarkAutoLinks from './auto-links.ts'
import remarkComments from './comments.ts'
import remarkInserts from './inserts/syntax.ts'
import remarkMath from './math/syntax.ts'
import remarkPipeTables from './pipe-tables.ts'
import remarkTripleColon from './triple-colon/syntax.ts'

/** Comes after remark-parse; pages beyond a limit are not read. */
export const docfxSyntax: Preset = {
  plugins: [
    // `H~2~O` is text: docfx turns on strikethrough, and no other extra of emphasis.
    [remarkNeededGfm, { singleTilde: false }],
    remarkFrontmatter,
    remarkInserts,
    remarkMath,
    remarkTripleColon,
    remarkPipeTables,
    remarkLimits,
    remarkComments,
    remarkAutoLinks,
  ],
}
