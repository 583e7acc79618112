/** Read one page of a docfx docset in one language, falling back to the source language's file. */
import { VFile } from 'vfile'
import type { SourceHeading } from '#plugins/heading-anchors.ts'
import { report } from '#plugins/problems.ts'
import { readingProblem } from '#plugins/limits/problems.ts'
import { docfxFragmentProcessors, docfxHtml, docfxProcessor } from '#plugins/docfx/index.ts'
import type { SafeHtml } from '#plugins/safe-html.ts'
import { pageKey } from '../address.ts'
import {
  type ReadContext,
  alertOptions,
  anchorLinkOptions,
  codeOptions,
  ownIds,
  footnoteOptions,
  formOptions,
  videoOptions,
  hookOptions,
  linkOptions,
  strayEmphasisOptions,
  termOptions,
} from '../context.ts'
import { decode } from '../decode.ts'
import type { DocsetIndex } from '../docset.ts'
import { missingRepository } from '../missing-repository.ts'
import { recallPage } from '../page-facts.ts'
import type { PageRead } from '../kept-pages.ts'
import { recordedContext } from '../recorded-context.ts'
import { note } from '../../facts/trace.ts'
import { type PageDocument, pageContentOf } from '../document.ts'
import { withoutWrongFrontMatter } from '../front-matter-block.ts'
import { placeOf } from '../source-position.ts'
import { repeatedKeys } from '../repeated-keys.ts'
import { blockOptions } from '../known-blocks.ts'
import { type IncludeReader, readCode, readDocsetText, readInclude } from './included-files.ts'
import { dueReviews, missingFacts, readPageFacts } from './front-facts.ts'
import { pageOf } from './made-page.ts'
import type { DocfxFacts } from './metadata.ts'
import { monikerLists } from './moniker-lists.ts'
import type { PageRequest } from './page-request.ts'
import { variantSourcesOf } from './variant-sources.ts'
import { yamlKind } from './hub.ts'
import { readHub } from './read-hub.ts'
import type { FindUid } from './xrefs.ts'
import { textKinds } from './yaml-pages/yaml-page.ts'
import { yamlText } from './yaml-pages/yaml-text.ts'

/** Ids of the source pages' headings by page, filled as source pages are read. */
export type SourceAnchors = Map<string, { headings: readonly SourceHeading[]; from: string }>

/** Questions that pages answer for others. */
export const answeredByPages = ['anchors']

/** What readers of pages of one docset share. */
interface Reader extends IncludeReader {
  anchors: SourceAnchors
}

/** A reader for one docset, with one frozen processor for all pages; unchanged pages come from the cache of facts. */
export function docfxReader(given: ReadContext, anchors: SourceAnchors, findUid: FindUid) {
  const recorded = recordedContext(given, {
    anchors: (key = '') => anchors.get(key)?.headings,
    uid: (locale = '', uid = '') => findUid(locale, uid),
  })
  const { context } = recorded
  const shared = { ...alertOptions(context), ...blockOptions(context), ...strayEmphasisOptions }
  const reader: Reader = {
    context,
    anchors,
    fragments: docfxFragmentProcessors(shared),
    included: new Map(),
  }
  const processor = docfxProcessor({
    ...linkOptions(context),
    ...shared,
    ...codeOptions(context),
    ...footnoteOptions(context),
    ...formOptions(context),
    ...videoOptions(context),
    ...hookOptions(context),
    ...termOptions(context),
    ...anchorLinkOptions(context),
    highlightCode: true,
    ownIds,
    pathOf: (file) => file.data.place?.path ?? '',
    readInclude: (path, from, form) => readInclude(reader, path, from, form),
    findUid: noting(findUid),
    readCode: (path, from) => readCode(context, path, from),
    missingRepository: (path, { data: { place } }) =>
      place && missingRepository(place.index.docset, path),
    sourceHeadings: async (file) => {
      const place = file.data.place
      if (!place || file.data.contentLocale === place.index.docset.sourceLocale) return undefined
      const key = keyOf(place.index, place.path)
      const headings = anchors.get(key)?.headings
      note(['anchors', key], headings)
      return headings
    },
  })
  const readOne = async (request: PageRequest): Promise<PageRead> => {
    const { locale, contentLocale, file, alternates, build } = request
    const index = recorded.indexOf(request.index)
    const isYaml = /\.ya?ml$/i.test(file.path)
    const read = isYaml
      ? async () => readYamlPage(reader, processor, { ...request, index })
      : () => readPage(reader, processor, { ...request, index })
    const kind = isYaml ? 'hub' : 'docfx'
    const { id } = request.index.docset
    const given = [kind, id, locale, contentLocale, file.path, alternates, build]
    const page = await recallPage<SourceFacts>(recorded, given, request, read)
    const { document, questions, more } = page
    const key = keyOf(request.index, file.path)
    const isSure = keepAnchors(anchors, key, `${locale} ${contentLocale} ${file.absolute}`, more)
    return { document, questions, answers: isSure ? [['anchors', key]] : undefined }
  }
  return { recorded, readPage: readOne }
}

/** Record the target of a uid: the page that uses it depends on it. */
function noting(findUid: FindUid) {
  return async (uid: string, { data: { contentLocale = '' } }: VFile) => {
    const target = await findUid(contentLocale, uid)
    note(['uid', contentLocale, uid], target)
    return target
  }
}

/** Facts of a page for its versions in other languages. */
interface SourceFacts {
  /** The ids of headings of a source page. */
  anchors?: readonly SourceHeading[]
}

/**
 * Existing ones are kept, unless the same page was read again: a fallback may be older than the source page.
 *
 * @returns False for a page that had some and has none now.
 */
function keepAnchors(
  anchors: SourceAnchors,
  key: string,
  from: string,
  { anchors: headings }: SourceFacts,
): boolean {
  const known = anchors.get(key)
  if (known && known.from !== from) return true
  if (headings) anchors.set(key, { headings, from })
  return headings !== undefined || !known
}

/** A `.yml` page of texts is read as Markdown; another one has cards, or is shown as source text. */
async function readYamlPage(
  reader: Reader,
  processor: ReturnType<typeof docfxProcessor>,
  request: PageRequest,
): Promise<{ document: PageDocument; more: SourceFacts }> {
  const { context } = reader
  const bytes = (await context.files.read(request.file.absolute)) ?? new Uint8Array()
  const { text } = decode(bytes, request.file.path)
  return textKinds.has(yamlKind(text) ?? '')
    ? readPage(reader, processor, request)
    : { document: await readHub(request, context), more: {} }
}

async function readPage(
  { context }: Reader,
  processor: ReturnType<typeof docfxProcessor>,
  request: PageRequest,
): Promise<{ document: PageDocument; more: SourceFacts }> {
  const { index, locale, contentLocale, file: source, build } = request
  const name = context.nameOf(source.absolute)
  const bytes = (await context.files.read(source.absolute)) ?? new Uint8Array()
  const { text, message } = decode(bytes, name)
  const isSource = contentLocale === index.docset.sourceLocale
  const place = { name, path: source.path, locale: contentLocale, isSource }
  const yaml = yamlText(text, place, build, context)
  const frontMatter = yaml ?? readPageFacts(text, name, source, build)
  const repeated = yaml ? [] : repeatedKeys(text, name, false)

  const file = new VFile({ path: name, value: yaml?.markdown ?? withoutWrongFrontMatter(text) })
  file.data.place = { index, locale, path: source.path }
  file.data.absolute = source.absolute
  file.data.contentLocale = contentLocale
  file.data.markdig = build.markdownEngineProperties
  if (/:::|\[!include/i.test(text))
    await addVariantSources(file, text, frontMatter.facts, request, context)
  context.onParse?.(source.absolute)
  const html = await renderPage(processor, file)
  yaml?.putBack(file)
  const { anchors } = contentLocale === index.docset.sourceLocale ? file.data : {}
  const ids = file.data.ids ?? []
  const page = pageOf(request, frontMatter.facts, file, html !== undefined, context)
  const { id } = page.heading
  const document: PageDocument = {
    page,
    ...(html !== undefined && { absolute: source.absolute, content: pageContentOf([html]) }),
    name,
    images: file.data.images ?? [],
    links: file.data.links ?? [],
    ids: id && !ids.includes(id) ? [id, ...ids] : ids,
    offers: file.data.offers ?? [],
    // The review of a translation is due when that of its source page is.
    ...(isSource && locale === contentLocale && dueReviews(frontMatter.facts, text)),
    messages: [
      ...(message ? [message] : []),
      ...frontMatter.messages,
      ...repeated,
      // Unreadable front matter is reported as such, not as missing facts.
      ...(frontMatter.messages.length === 0 && html !== undefined
        ? missingFacts(frontMatter, file, text)
        : []),
      ...file.messages,
    ],
  }
  return { document, more: { ...(anchors && { anchors }) } }
}

/** Set the names of zones and monikers on the file. */
async function addVariantSources(
  file: VFile,
  text: string,
  { variants }: DocfxFacts,
  { build }: PageRequest,
  context: ReadContext,
): Promise<void> {
  const read = (path: string) => readDocsetText(context, path, file)
  const { sources, problems } = await variantSourcesOf(variants, monikerLists(build), read)
  file.data.variantSources = sources
  const place = placeOf(text, 'zone_pivot_groups')
  for (const problem of problems) report(file, problem, place)
}

/** The page as a tree; undefined, with a problem on the file, if it exceeds a limit. */
async function renderPage(
  processor: ReturnType<typeof docfxProcessor>,
  file: VFile,
): Promise<SafeHtml | undefined> {
  try {
    return await docfxHtml(processor, file)
  } catch (error) {
    file.messages.push(readingProblem(error, file.path))
    return undefined
  }
}

function keyOf(index: DocsetIndex, path: string): string {
  return pageKey(index.docset.id, index.page(path)?.slug ?? path)
}
