/**
 * The guide dialect: the one ordered list of plugins, from Markdown text to the content of a page.
 */
import remarkParse from 'remark-parse'
import { type PluggableList, type Preset, unified } from 'unified'
import type { VFile } from 'vfile'
import remarkAlerts, { type AlertOptions } from '../alerts.ts'
import rehypeAnchorLinks, { type AnchorLinkOptions } from '../anchor-links.ts'
import remarkAnchors, { type AnchorOptions } from '../heading-anchors.ts'
import remarkBlocks, { type BlockOptions } from '../blocks.ts'
import rehypeCode, { type CodeOptions, codeWithOptions } from '../code/index.ts'
import { type ContentPart, contentParts } from '../content.ts'
import remarkControlCharacters from '../control-characters.ts'
import rehypeDirections, { type DirectionOptions } from '../directions.ts'
import remarkFailedTables from '../failed-tables.ts'
import rehypeFootnotes, { type FootnoteOptions } from '../footnotes.ts'
import rehypeHeadings from '../headings.ts'
import { type HookOptions, rehypeHooks, remarkHooks, remarkLintHooks } from '../hooks.ts'
import rehypeIds, { type IdOptions } from '../ids.ts'
import rehypeLinks, { type LinkOptions } from '../links.ts'
import { listHandlers } from '../list-items.ts'
import remarkLimits from '../limits/remark-limits.ts'
import remarkMergeConflicts from '../merge-conflicts.ts'
import {
  type DialectPlugins,
  type DialectPreset,
  type PresetTextOptions,
  presetDefaults,
  presetOf,
  presetText,
} from '../preset.ts'
import remarkReferences from '../references.ts'
import rehypeSentenceImages from '../sentence-images.ts'
import rehypeStates, { type StateOptions } from '../states.ts'
import remarkStrayEmphasis, { type StrayEmphasisOptions } from '../stray-emphasis.ts'
import remarkTableRows from '../table-rows.ts'
import rehypeTerms, { type TermOptions } from '../terms.ts'
import remarkToHtml from '../to-html.ts'
import rehypeTables from '../tables.ts'
import rehypeTaskLabels from '../task-labels.ts'
import rehypeWords from '../words.ts'
import rehypeSafeAddresses from './addresses.ts'
import remarkKnownDirectives from './directives.ts'
import rehypeDownloads, { type DownloadOptions } from './downloads.ts'
import remarkFrames, { type FrameOptions } from './frames.ts'
import remarkHeadingIds from './heading-ids.ts'
import remarkIndentedCode from './indented-code.ts'
import rehypeJsx, { type JsxOptions } from './jsx.ts'
import rehypeMatrixTables, { type MatrixTableOptions } from './matrix-table.ts'
import rehypeFallback from './fallback.ts'
import remarkMatrix, { type MatrixOptions } from './matrix.ts'
import { guideSyntax } from './markdown-syntax.ts'
import remarkNearDirectives from './near-directives.ts'
import remarkParts from './parts.ts'
import remarkUnsupported from './unsupported.ts'
import remarkProcedures, { type ProcedureOptions } from './procedures.ts'
import { remarkGuideSatteri } from '../satteri/remark-satteri.ts'
import rehypeVideos, { type VideoOptions } from '../videos.ts'
import { type NamedLists, namedVocabulary } from './vocabulary.ts'

export type GuideOptions = AlertOptions &
  AnchorOptions &
  BlockOptions &
  CodeOptions &
  DownloadOptions &
  FootnoteOptions &
  FrameOptions &
  HookOptions &
  IdOptions &
  JsxOptions &
  LinkOptions &
  MatrixOptions &
  MatrixTableOptions &
  ProcedureOptions &
  StrayEmphasisOptions &
  Partial<AnchorLinkOptions & DirectionOptions & StateOptions & TermOptions & VideoOptions>

/** Directives that guides may use; text such as `9:00AM` is none. */
export const directiveNames: ReadonlySet<string> = new Set([
  ':::procedure',
  ':step',
  ':anchor',
  '::matrix',
  ':::matrix',
  ':::screen',
  ':::copy',
  ':::tabs',
  ':::tab',
  ':::cards',
  ':::details',
  ':::figure',
  ':::definitions',
  '::video',
  '::download',
  ':badge',
  ':kbd',
  ':term',
])

/** Names of MDX nodes that the step to HTML must keep. */
const mdxNodes = [
  'mdxFlowExpression',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxTextExpression',
  'mdxjsEsm',
] as const

const handlers = { ...listHandlers(), ...codeWithOptions() }

/** Limits come before all that walk the tree, checks of the text as typed before anything is moved. */
const remarkTextChecks: Preset = {
  plugins: [remarkLimits, remarkControlCharacters, remarkMergeConflicts, remarkIndentedCode],
}

/**
 * The dialect’s one list, in order; the text is parsed by remark-parse, and its tree made HTML by remark-rehype.
 *
 * @param parser - A faster parser, for who knows that no other plugin adds syntax; comes after all that add some.
 */
function guidePlugins(options: Readonly<GuideOptions>, parser: PluggableList): DialectPlugins {
  return {
    remarkPlugins: [
      guideSyntax,
      remarkTextChecks,
      ...parser,
      [remarkNearDirectives, { names: directiveNames }],
      remarkTableRows,
      [remarkKnownDirectives, { names: directiveNames }],
      // In text such as `9:00AM`, too, which is text only now.
      remarkFailedTables,
      remarkReferences,
      remarkUnsupported,
      [remarkLintHooks, options],
      [remarkStrayEmphasis, options],
      [remarkAlerts, options],
      [remarkHeadingIds, options],
      [remarkAnchors, options],
      // After alerts, which a step’s result must not be taken for, and after the ids of headings.
      [remarkProcedures, options],
      [remarkMatrix, options],
      [remarkFrames, options],
      remarkParts,
      // After those that write what they draw anew, and decide whether a list has paragraphs.
      [remarkBlocks, options],
      [remarkHooks, options],
    ],
    remarkRehype: { passThrough: [...mdxNodes], handlers },
    rehypePlugins: [
      rehypeFallback,
      // What was written as JSX has to be plain HTML for all that follows.
      [rehypeJsx, options],
      [rehypeHooks, options],
      rehypeSentenceImages,
      [rehypeVideos, options],
      [rehypeDownloads, options],
      [rehypeLinks, options],
      rehypeWords,
      rehypeSafeAddresses,
      [rehypeIds, options],
      // A guide's title is in its front matter, not in its content.
      [rehypeHeadings, { titleInContent: false }],
      // Takes the heading of its section out of those that were noted.
      [rehypeFootnotes, options],
      rehypeTables,
      [rehypeMatrixTables, options],
      rehypeTaskLabels,
      [rehypeTerms, options],
      [rehypeStates, options],
      [rehypeAnchorLinks, options],
      [rehypeCode, options],
      // Last: it looks at the languages that all others have written.
      [rehypeDirections, options],
    ],
  }
}

export interface GuidePresetOptions extends Partial<GuideOptions>, PresetTextOptions {
  /**
   * Phases, parties and services that procedures may name, in order: ids, each with its label. Where a kind is not
   * given, procedures may name any, and readers see them as typed.
   */
  names?: NamedLists
}

/**
 * The guide dialect for any project with remark; nothing has to be given.
 *
 * Problems are on `file.messages`, each with rule and place; text that is no MDX is thrown as a `VFileMessage`, as
 * remark-mdx does. Headings, links and steps are in `file.data` afterwards. Without pages around it, `::matrix` is
 * reported as unknown: a preset that has `ResponsibilityMatrix` in `components` leaves that node to a plugin behind it.
 *
 * @example
 *   const { remarkPlugins, remarkRehype, rehypePlugins } = guidePreset()
 *   unified().use(remarkParse).use(remarkPlugins).use(remarkToHtml, remarkRehype).use(rehypePlugins).use(rehypeStringify)
 * @example
 *   defineConfig({ markdown: { processor: unified(guidePreset()) } }) // Astro, `unified` from @astrojs/markdown-remark
 */
export function guidePreset(options: Readonly<GuidePresetOptions> = {}): DialectPreset {
  const { strings, names, ...own } = options
  const text = presetText({ ...(strings && { strings }) })
  const vocabulary = namedVocabulary(names)
  const defaults: GuideOptions = {
    ...presetDefaults(text),
    components: new Set(),
    vocabulary: () => vocabulary,
    pageProcess: () => ({}),
    procedureText: text,
    matrixText: text,
    frameText: text,
    sourceProcedures: async () => undefined,
    sourceMatrices: async () => undefined,
  }
  return presetOf(guidePlugins({ ...defaults, ...own }, []))
}

/** A frozen processor: `run(parse(file), file)` gives a tree, with facts and messages on the file. */
export function guideProcessor(options: Readonly<GuideOptions>) {
  const { remarkPlugins, remarkRehype, rehypePlugins } = guidePlugins(options, [remarkGuideSatteri])
  return unified()
    .use(remarkParse)
    .use(remarkPlugins)
    .use(remarkToHtml, remarkRehype)
    .use(rehypePlugins)
    .freeze()
}

/** The content of a page; what else is known of it is in `file.data` and `file.messages` afterwards. */
export async function guideContent(
  processor: ReturnType<typeof guideProcessor>,
  file: VFile,
): Promise<ContentPart[]> {
  return contentParts(await processor.run(processor.parse(file), file))
}
