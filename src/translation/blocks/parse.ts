/** A file’s tree as its author typed it, every node with offsets into the file. */
import type { Root } from 'mdast'
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
import { guideSyntax } from '#plugins/guide/markdown-syntax.ts'
import { remarkGuideSatteri } from '#plugins/satteri/remark-satteri.ts'
import { withoutWrongFrontMatter } from '../../docsets/front-matter-block.ts'
import { type Dialect, type ForeignDialect, isForeignDialect } from './dialect.ts'
import { hideSyntax, remarkContainers, showSyntax } from './foreign-syntax.ts'

export type { Dialect } from './dialect.ts'

const docfx = unified().use(remarkParse).use(docfxSyntax).freeze()

const guide = unified()
  .use(remarkParse)
  .use(guideSyntax)
  .use(remarkLimits)
  .use(remarkGuideSatteri)
  .use(remarkKnownDirectives, { names: directiveNames })
  .freeze()

const markdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(remarkNeededGfm)
  .use(remarkContainers)
  .use(remarkLimits)
  .freeze()

const mdx = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkNeededGfm)
  .use(remarkMdx)
  .use(remarkContainers)
  .use(remarkLimits)
  .freeze()

/**
 * Throws a VFileMessage for a page that is not MDX where it has to be, and for a page beyond the limits of
 * `plugins/limits/`; what it would report is reported elsewhere.
 */
export function parsePage(text: string, dialect: Dialect): Root {
  if (isForeignDialect(dialect)) return parseForeign(text, dialect)
  const processor = dialect === 'guide' ? guide : docfx
  const file = new VFile(withoutWrongFrontMatter(text))
  return processor.runSync(processor.parse(file), file) as Root
}

function parseForeign(text: string, dialect: ForeignDialect): Root {
  const processor = dialect === 'mdx' ? mdx : markdown
  const hidden = hideSyntax(text, dialect)
  const file = new VFile(hidden.text)
  const tree = processor.runSync(processor.parse(file), file) as Root
  return showSyntax(tree, text, hidden)
}
