/** The syntax of a guide, which its pages and their translations are parsed with. */
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkMdx from 'remark-mdx'
import type { Preset } from 'unified'
import remarkNeededGfm from '../gfm.ts'
import remarkUnderlinedHeadings from './underlined-headings.ts'

/** Comes after remark-parse. */
export const guideSyntax: Preset = {
  plugins: [
    remarkFrontmatter,
    remarkNeededGfm,
    remarkMdx,
    remarkDirective,
    remarkUnderlinedHeadings,
  ],
}
