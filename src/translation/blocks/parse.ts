/** A file’s tree as its author typed it, every node with offsets into the file. */
import type { Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkNeededGfm from '#plugins/gfm.ts'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { docfxSyntax } from '#plugins/docfx/syntax.ts'
import remarkLimits from '#plugins/limits/remark-limits.ts'
import remarkKnownDirectives from '#plugins/guide/directives.ts'
import { directiveNames } from '#plugins/guide/index.ts'
import remarkUnderlinedHeadings from '#plugins/guide/underlined-headings.ts'
import { withoutWrongFrontMatter } from '../../docsets/front-matter-block.ts'

export type Dialect = 'guide' | 'docfx'

const docfx = unified().use(remarkParse).use(docfxSyntax).freeze()

const guide = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkNeededGfm)
  .use(remarkMdx)
  .use(remarkDirective)
  .use(remarkUnderlinedHeadings)
  .use(remarkLimits)
  .use(remarkKnownDirectives, { names: directiveNames })
  .freeze()

/**
 * Throws a VFileMessage for a guide that is not MDX, and for a page beyond the limits of
 * `plugins/limits/`; what it would report is reported elsewhere.
 */
export function parsePage(text: string, dialect: Dialect): Root {
  const processor = dialect === 'guide' ? guide : docfx
  const file = new VFile(withoutWrongFrontMatter(text))
  return processor.runSync(processor.parse(file), file) as Root
}
