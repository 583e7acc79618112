/**
 * The docfx dialect: the one ordered list of plugins, from Markdown text to safe HTML.
 *
 * remark-directive is not in it on purpose: it reads none of docfx's `:::` forms and turns prose such
 * as `9:00AM` into nodes.
 */
import { posix } from 'node:path'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import { type Preset, unified } from 'unified'
import { VFile } from 'vfile'
import remarkAlerts, { type AlertOptions } from '../alerts.ts'
import remarkAnchors, { type AnchorOptions } from '../heading-anchors.ts'
import rehypeAnchorLinks, { type AnchorLinkOptions } from '../anchor-links.ts'
import remarkBlocks, { type BlockOptions } from '../blocks.ts'
import rehypeCode, { type CodeOptions, codeWithOptions } from '../code/index.ts'
import remarkControlCharacters from '../control-characters.ts'
import rehypeDirections, { type DirectionOptions } from '../directions.ts'
import remarkFailedTables from '../failed-tables.ts'
import rehypeFootnotes, { type FootnoteOptions } from '../footnotes.ts'
import rehypeHeadings from '../headings.ts'
import { type HookOptions, rehypeHooks, remarkHooks, remarkLintHooks } from '../hooks.ts'
import rehypeIds, { type IdOptions } from '../ids.ts'
import rehypeLinks, { type LinkOptions } from '../links.ts'
import { listHandlers } from '../list-items.ts'
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
import type { SafeHtml } from '../safe-html.ts'
import rehypeSentenceImages from '../sentence-images.ts'
import rehypeStates, { type StateOptions } from '../states.ts'
import remarkStrayEmphasis, { type StrayEmphasisOptions } from '../stray-emphasis.ts'
import remarkTableRows from '../table-rows.ts'
import rehypeTerms, { type TermOptions } from '../terms.ts'
import remarkToHtml from '../to-html.ts'
import rehypeTables from '../tables.ts'
import rehypeTaskLabels from '../task-labels.ts'
import rehypeWords from '../words.ts'
import rehypeFrames from './frames.ts'
import { rehypeReportRemoved, schema } from './html.ts'
import remarkEmoji from './emoji.ts'
import remarkIncludes, { type IncludeForm, type IncludeOptions } from './includes.ts'
import remarkMediaImages from './media-images.ts'
import { markdigSlug } from './markdig.ts'
import remarkDrawMath from './math/draw.ts'
import rehypeMedia from './media.ts'
import remarkNames from './named-headings.ts'
import rehypeOrigins from './origins.ts'
import remarkPlaceholders from './placeholders.ts'
import { rehypeBoxes } from './quote-sections/box.ts'
import remarkQuoteSections from './quote-sections/sections.ts'
import rehypeRawHtml from './raw-html.ts'
import remarkSnippets, { type SnippetOptions } from './snippets/remark-snippets.ts'
import remarkSentences from './sentences.ts'
import { docfxPresetSyntax, docfxSyntax } from './syntax.ts'
import remarkDrawTripleColon, { type TripleColonOptions } from './triple-colon/draw.ts'
import remarkTripleColonFaults from './triple-colon/faults.ts'
import remarkTabs from './tabs/tabs.ts'
import rehypeVideos, { type VideoOptions } from '../videos.ts'
import remarkXref, { type XrefOptions } from './xref/remark-xref.ts'
import remarkShortXrefs from './xref/short-xrefs.ts'
import remarkUnsupported from './unsupported.ts'

export type DocfxOptions = AlertOptions &
  AnchorOptions &
  BlockOptions &
  CodeOptions &
  HookOptions &
  IdOptions &
  LinkOptions &
  IncludeOptions &
  SnippetOptions &
  StrayEmphasisOptions &
  XrefOptions &
  Partial<
    AnchorLinkOptions &
      DirectionOptions &
      FootnoteOptions &
      StateOptions &
      TermOptions &
      TripleColonOptions &
      VideoOptions
  >

const hasHeaderWidth = ({ data }: VFile) => data.markdig?.hasHeaderWidth === true

/** By the rule that `docfx.json` asks for. */
function slugOf(text: string, { data: { markdig } }: VFile): string | undefined {
  return markdig?.headingIds && markdigSlug(text, markdig.headingIds)
}

/** Checks of a file's own text, by position: included files have places of their own. */
const remarkTextChecks: Preset = {
  plugins: [
    remarkControlCharacters,
    remarkMergeConflicts,
    [remarkTableRows, { hasHeaderWidth }],
    remarkFailedTables,
    remarkReferences,
    remarkTripleColonFaults,
  ],
}

/** What was typed as HTML becomes elements, of which those that could run are taken out. */
const rehypeSafeHtml: Preset = {
  plugins: [
    rehypeRawHtml,
    rehypeOrigins,
    rehypeFrames,
    rehypeReportRemoved,
    [rehypeSanitize, schema],
  ],
}

/**
 * Frozen processors for files that are included, by the place of the include: `run(parse(file), file)` gives a
 * tree in which all that depends on the file's own text is done.
 */
export function docfxFragmentProcessors(
  options: Readonly<AlertOptions & BlockOptions & StrayEmphasisOptions>,
) {
  const blocks = unified()
    .use(remarkParse)
    .use(docfxSyntax)
    .use(remarkTextChecks)
    .use(remarkStrayEmphasis, options)
    .use(remarkQuoteSections)
    .use(remarkAlerts, options)
    .use(remarkBlocks, options)
    .use(remarkShortXrefs)
    .use(remarkPlaceholders)
    .freeze()
  const sentence = unified()
    .use(remarkParse)
    .use(docfxSyntax)
    .use(remarkSentences)
    .use(remarkBlocks, options)
    .use(remarkShortXrefs)
    .use(remarkPlaceholders)
    .freeze()
  return { blocks, sentence } satisfies Record<IncludeForm, unknown>
}

/**
 * The dialect’s one list, in order.
 *
 * @param isPreset - For other projects: the title stays in the content; else it is only in `file.data`, for a template to draw.
 */
function docfxPlugins(options: Readonly<DocfxOptions>, isPreset: boolean): DialectPlugins {
  return {
    remarkPlugins: [
      isPreset ? docfxPresetSyntax : docfxSyntax,
      remarkTextChecks,
      [remarkLintHooks, options],
      [remarkStrayEmphasis, options],
      // Boxes and alerts are read by position: before included files bring positions of their own.
      remarkQuoteSections,
      [remarkAlerts, options],
      // By position, too; in the paragraphs that alerts have cut.
      [remarkBlocks, options],
      remarkShortXrefs,
      [remarkIncludes, options],
      [remarkXref, options],
      // Each snippet counts from the page now, whichever file it is in.
      [remarkSnippets, options],
      [remarkDrawTripleColon, options],
      // Before headings get ids: tabs of one name are in several groups of a page.
      remarkTabs,
      remarkNames,
      [remarkAnchors, { ...options, slugOf }],
      remarkUnsupported,
      remarkPlaceholders,
      remarkEmoji,
      // After tags that HTML does not know are text.
      remarkDrawMath,
      remarkMediaImages,
      [remarkHooks, options],
    ],
    remarkRehype: {
      allowDangerousHtml: true,
      handlers: { ...listHandlers(), ...codeWithOptions() },
    },
    rehypePlugins: [
      rehypeSafeHtml,
      rehypeBoxes,
      [rehypeVideos, options],
      [rehypeHooks, options],
      [rehypeMedia, options],
      rehypeSentenceImages,
      [rehypeLinks, options],
      rehypeWords,
      [rehypeIds, options],
      [rehypeHeadings, { titleInContent: true, keepTitle: isPreset }],
      [rehypeFootnotes, options],
      rehypeTables,
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

export interface DocfxPresetOptions extends Partial<DocfxOptions>, PresetTextOptions {
  /**
   * The text of a file that a page includes or shows code of, undefined where there is none; `path` counts from the docset’s folder,
   * which is the working directory unless `pathOf` says otherwise.
   */
  readText?: (path: string, from: VFile) => Promise<string | undefined>
}

/**
 * The docfx dialect for any project with remark; used as `guidePreset` is. Nothing has to be given, but `readText`
 * where pages include files. What could run is taken out of their HTML; in Astro, colours of code are, too.
 */
export function docfxPreset(options: Readonly<DocfxPresetOptions> = {}): DialectPreset {
  const { strings, readText, ...own } = options
  const text = presetText({ ...(strings && { strings }) })
  const all = { ...presetDefaults(text), formWords: text, ...own }
  const fragments = docfxFragmentProcessors(all)
  return presetOf(
    docfxPlugins(
      {
        pathOf: ({ cwd, path }) => posix.relative(cwd, posix.resolve(cwd, path ?? '')),
        readInclude: async (path, from, form) => {
          const value = await readText?.(path, from)
          if (value === undefined) return undefined
          const file = new VFile({ path, value })
          const tree = fragments[form].parse(file)
          await fragments[form].run(tree, file)
          return { path, tree, name: path, length: value.length, messages: file.messages }
        },
        readCode: async (path, from) => {
          const text = await readText?.(path, from)
          return text === undefined ? undefined : { path, text }
        },
        findUid: async () => undefined,
        codeMissing: (file) => text('code.missing', file),
        ...all,
      },
      true,
    ),
  )
}

/**
 * A frozen processor for one language of one docset: `process(file)` gives HTML, with links, images,
 * headings and ids in `file.data` and all problems in `file.messages`.
 */
export function docfxProcessor(options: Readonly<DocfxOptions>) {
  const { remarkPlugins, remarkRehype, rehypePlugins } = docfxPlugins(options, false)
  return unified()
    .use(remarkParse)
    .use(remarkPlugins)
    .use(remarkToHtml, remarkRehype)
    .use(rehypePlugins)
    .use(rehypeStringify)
    .freeze()
}

/** The HTML of a page; what else is known of it is in `file.data` and `file.messages` afterwards. */
export async function docfxHtml(
  processor: ReturnType<typeof docfxProcessor>,
  file: VFile,
): Promise<SafeHtml> {
  return String(await processor.process(file)) as SafeHtml
}
