/**
 * The guide dialect: the plugins of `.mdx` pages, in order.
 *
 * Astro takes the two lists as they are; `guideProcessor` runs the same lists outside Astro, for the
 * facts of a page and for its messages.
 */
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { type PluggableList, unified } from 'unified'
import remarkAlerts, { type AlertOptions } from '../alerts.ts'
import remarkAnchors, { type AnchorOptions } from '../heading-anchors.ts'
import remarkBlocks, { type BlockOptions } from '../blocks.ts'
import remarkControlCharacters from '../control-characters.ts'
import remarkFailedTables from '../failed-tables.ts'
import rehypeFootnotes, { type FootnoteOptions } from '../footnotes.ts'
import rehypeHeadings from '../headings.ts'
import rehypeIds, { type IdOptions } from '../ids.ts'
import rehypeLinks, { type LinkOptions } from '../links.ts'
import { listHandlers } from '../list-items.ts'
import remarkLimits from '../limits/remark-limits.ts'
import remarkMergeConflicts from '../merge-conflicts.ts'
import remarkReferences from '../references.ts'
import rehypeStates, { type StateOptions } from '../states.ts'
import remarkStrayEmphasis, { type StrayEmphasisOptions } from '../stray-emphasis.ts'
import remarkTableRows from '../table-rows.ts'
import rehypeTables from '../tables.ts'
import rehypeTaskLabels from '../task-labels.ts'
import rehypeWords from '../words.ts'
import rehypeSafeAddresses from './addresses.ts'
import remarkKnownDirectives from './directives.ts'
import remarkFenceInfo from './fence-info.ts'
import remarkFrames, { type FrameOptions } from './frames.ts'
import remarkHeadingIds from './heading-ids.ts'
import remarkIndentedCode from './indented-code.ts'
import rehypeJsx, { type JsxOptions } from './jsx.ts'
import rehypeMatrixTables, { type MatrixTableOptions } from './matrix-table.ts'
import rehypeFallback from './fallback.ts'
import remarkMatrix, { type MatrixOptions } from './matrix.ts'
import remarkNearDirectives from './near-directives.ts'
import remarkProcedures, { type ProcedureOptions } from './procedures.ts'

export type GuideOptions = AlertOptions &
  AnchorOptions &
  BlockOptions &
  FootnoteOptions &
  FrameOptions &
  IdOptions &
  JsxOptions &
  LinkOptions &
  MatrixOptions &
  MatrixTableOptions &
  ProcedureOptions &
  StrayEmphasisOptions &
  Partial<StateOptions>

/** Directives that guides may use; text such as `9:00AM` is none. */
export const directiveNames: ReadonlySet<string> = new Set([
  ':::procedure',
  ':step',
  ':anchor',
  '::matrix',
  ':::matrix',
  ':::screen',
  ':::copy',
])

/** The Markdown half of the dialect; GFM and MDX come before it. */
export function guideRemarkPlugins(options: Readonly<GuideOptions>): PluggableList {
  return [
    remarkDirective,
    // After all that add syntax, before all that walk the tree.
    remarkLimits,
    // Checks of the text as typed come before anything is moved.
    remarkControlCharacters,
    remarkMergeConflicts,
    remarkIndentedCode,
    [remarkNearDirectives, { names: directiveNames }],
    remarkTableRows,
    [remarkKnownDirectives, { names: directiveNames }],
    // In text such as `9:00AM`, too, which is text only now.
    remarkFailedTables,
    remarkReferences,
    [remarkStrayEmphasis, options],
    [remarkAlerts, options],
    [remarkHeadingIds, options],
    [remarkAnchors, options],
    // After alerts, which a step’s result must not be taken for, and after the ids of headings.
    [remarkProcedures, options],
    [remarkMatrix, options],
    [remarkFrames, options],
    remarkFenceInfo,
    // Last: the others write what they draw anew, and whether a list has paragraphs.
    [remarkBlocks, options],
  ]
}

/** The HTML half of the dialect. A guide's title is in its front matter, not in its content. */
export function guideRehypePlugins(options: Readonly<GuideOptions>): PluggableList {
  return [
    rehypeFallback,
    // What was written as JSX has to be plain HTML for all that follows.
    [rehypeJsx, options],
    [rehypeLinks, options],
    rehypeWords,
    rehypeSafeAddresses,
    [rehypeIds, options],
    [rehypeHeadings, { titleInContent: false }],
    // Takes the heading of its section out of those that were noted.
    [rehypeFootnotes, options],
    rehypeTables,
    [rehypeMatrixTables, options],
    rehypeTaskLabels,
    [rehypeStates, options],
  ]
}

/** Names of MDX nodes that the step to HTML must keep. */
const mdxNodes = [
  'mdxFlowExpression',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxTextExpression',
  'mdxjsEsm',
] as const

/** A frozen processor for facts and messages; it makes no HTML text. */
export function guideProcessor(options: Readonly<GuideOptions>) {
  return unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(remarkMdx)
    .use(guideRemarkPlugins(options))
    .use(remarkRehype, { passThrough: [...mdxNodes], handlers: listHandlers() })
    .use(guideRehypePlugins(options))
    .freeze()
}
