/**
 * The Markdown of docfx: what Markdig reads with the extensions that docfx turns on
 * (`MarkdownExtensions.UseDocfxExtensions`), as syntax for every place that reads a page or an included file.
 */
import remarkFrontmatter from 'remark-frontmatter'
import type { PluggableList, Preset } from 'unified'
import type { VFile } from 'vfile'
import remarkNeededGfm from '../gfm.ts'
import remarkLimits from '../limits/remark-limits.ts'
import { remarkDocfxSatteri } from '../satteri/remark-satteri.ts'
import remarkAutoLinks from './auto-links.ts'
import remarkComments from './comments.ts'
import remarkEmphasisExtras from './emphasis-extras.ts'
import remarkInserts from './inserts/syntax.ts'
import remarkMath from './math/syntax.ts'
import remarkPipeTables from './pipe-tables.ts'
import remarkTripleColon from './triple-colon/syntax.ts'

/** As `docfx.json` asks for; a page of no docset has them. */
const hasTasks = ({ data: { markdig } }: VFile) => !markdig || markdig.hasTasks === true

const addedSyntax: PluggableList = [
  // `H~2~O` is text: docfx turns on strikethrough, and no other extra of emphasis unless it is asked to.
  [remarkNeededGfm, { singleTilde: false, hasTasks }],
  remarkEmphasisExtras,
  remarkFrontmatter,
  remarkInserts,
  remarkMath,
  remarkTripleColon,
  remarkLimits,
]

/** These change the text before it is parsed, or the tree. */
const corrections: PluggableList = [remarkPipeTables, remarkComments, remarkAutoLinks]

/** Comes after remark-parse; pages beyond a limit are not read. */
export const docfxSyntax: Preset = {
  plugins: [...addedSyntax, remarkDocfxSatteri, ...corrections],
}

/** The same for other projects, where plugins before it may have added syntax. */
export const docfxPresetSyntax: Preset = { plugins: [...addedSyntax, ...corrections] }
