/** Read one page of a docfx docset in one language, falling back to the source language's file. */
import GithubSlugger from 'github-slugger'
import { VFile } from 'vfile'
import type { SourceHeading } from '#plugins/anchors.ts'
import { readingProblem } from '#plugins/limits/problems.ts'
import type { Included } from '#plugins/docfx/includes.ts'
import { docfxFragmentProcessor, docfxHtml, docfxProcessor } from '#plugins/docfx/index.ts'
import type { SafeHtml } from '#plugins/safe-html.ts'
import { composed, pageKey, pagePath } from '../address.ts'
import {
  type ReadContext,
  alertOptions,
  anchorLinkOptions,
  ownIds,
  footnoteOptions,
  linkOptions,
  strayEmphasisOptions,
} from '../context.ts'
import { decode } from '../decode.ts'
import type { DocsetIndex, PageFile } from '../docset.ts'
import type { PageDocument } from '../document.ts'
import { withoutWrongFrontMatter } from '../front-matter-block.ts'
import { repeatedKeys } from '../repeated-keys.ts'
import { descriptionMissing, readFrontMatter, titleMissing } from '../front-matter.ts'
import { frontMatterText } from '../front-matter-text.ts'
import { bilingualOf, blockOptions } from '../known-blocks.ts'
import type { Alternate } from '../page.ts'
import type { DocfxConfig } from './config.ts'
import { dateUnknown, factsOf } from './metadata.ts'

/** The page to read. */
export interface PageRequest {
  index: DocsetIndex
  /** The language of the address. */
  locale: string
  /** The language of the file. */
  contentLocale: string
  file: PageFile
  alternates: readonly Alternate[]
  build: DocfxConfig['build']
}

/** Ids of the source pages' headings by page, filled as source pages are read. */
export type SourceAnchors = Map<string, readonly SourceHeading[]>

/** A reader for one docset, with one frozen processor for all its pages. */
export function docfxReader(context: ReadContext, anchors: SourceAnchors) {
  const alerts = alertOptions(context)
  const blocks = blockOptions(context)
  const included = new Map<string, Promise<Included | undefined>>()
  const fragments = docfxFragmentProcessor({ ...alerts, ...blocks, ...strayEmphasisOptions })
  const processor = docfxProcessor({
    ...linkOptions(context),
    ...alerts,
    ...blocks,
    ...footnoteOptions(context),
    ...anchorLinkOptions(context),
    ...strayEmphasisOptions,
    ownIds,
    pathOf: (file) => file.data.place?.path ?? '',
    readInclude,
    sourceHeadings: async (file) => {
      const place = file.data.place
      if (!place || file.data.contentLocale === place.index.docset.sourceLocale) return undefined
      return anchors.get(keyOf(place.index, place.path))
    },
  })

  function findInclude(path: string, from: VFile) {
    const place = from.data.place
    return (
      place?.index.resource(from.data.contentLocale ?? place.locale, path) ??
      pageAsResource(place?.index, place?.locale ?? '', path)
    )
  }

  /** A file that many pages include is read and parsed once for each language that shows it. */
  async function readInclude(path: string, from: VFile): Promise<Included | undefined> {
    const result = findInclude(path, from)
    const locale = from.data.contentLocale ?? ''
    const key = `${locale} ${result?.absolute}`
    const known = included.get(key)
    if (!result || known) return known
    const read = parseInclude(result, locale, from)
    included.set(key, read)
    return read
  }

  async function parseInclude(
    { path, absolute }: { path: string; absolute: string },
    contentLocale: string,
    { data: { place } }: VFile,
  ): Promise<Included | undefined> {
    const bytes = await context.files.read(absolute)
    if (!bytes) return undefined
    const name = context.nameOf(absolute)
    const { text, message } = decode(bytes, name)
    const fragment = new VFile({ path: name, value: withoutWrongFrontMatter(text) })
    if (message) fragment.messages.push(message)
    fragment.data.absolute = absolute
    if (place) fragment.data.place = { index: place.index, locale: place.locale, path }
    fragment.data.contentLocale = contentLocale
    const { length } = text
    try {
      const tree = fragments.parse(fragment)
      await fragments.run(tree, fragment)
      return { path, tree, name, length, messages: fragment.messages }
    } catch (error) {
      const messages = [...fragment.messages, readingProblem(error, name)]
      return { path, tree: { type: 'root', children: [] }, name, length, messages }
    }
  }

  /** Undefined, with a problem on the file, for a page that goes beyond a limit. */
  async function htmlOf(file: VFile): Promise<SafeHtml | undefined> {
    try {
      return await docfxHtml(processor, file)
    } catch (error) {
      file.messages.push(readingProblem(error, file.path))
      return undefined
    }
  }

  return async function readPage(request: PageRequest): Promise<PageDocument> {
    const { index, locale, contentLocale, file: source, alternates, build } = request
    const { id: docset, sourceLocale } = index.docset
    const name = context.nameOf(source.absolute)
    const { text, message } = decode(
      (await context.files.read(source.absolute)) ?? new Uint8Array(),
      name,
    )
    const frontMatter = readFrontMatter(text, name)
    const problems = (['title', 'description'] as const).map((key) => ({
      key,
      ...frontMatterText(frontMatter.data, key, { text, path: name }),
    }))
    const typed = Object.fromEntries(problems.map(({ key, value }) => [key, value]))
    const facts = factsOf({ ...frontMatter.data, ...typed }, source.path, build)

    const file = new VFile({ path: name, value: withoutWrongFrontMatter(text) })
    file.data.place = { index, locale, path: source.path }
    file.data.absolute = source.absolute
    file.data.contentLocale = contentLocale
    const html = await htmlOf(file)
    if (contentLocale === sourceLocale && file.data.anchors) {
      anchors.set(keyOf(index, source.path), file.data.anchors)
    }

    // What cannot be read says nothing of what is missing.
    const wrong = [...frontMatter.messages, ...problems.flatMap(({ messages }) => messages)]
    const isReadable = wrong.length === 0 && html !== undefined
    const title = facts.title ?? file.data.title?.text
    const ids = file.data.ids ?? []
    const slug = new GithubSlugger().slug(composed(title ?? ''))
    const { depth: _, ...heading } = file.data.title ?? {
      depth: 1,
      id: ids.includes(slug) ? '' : slug,
      text: title ?? source.path,
    }
    return {
      page: {
        kind: html === undefined ? 'missing' : 'docfx',
        docset,
        locale,
        contentLocale,
        slug: source.slug,
        path: pagePath(locale, docset, source.slug),
        title: title ?? source.path,
        heading,
        description: facts.description ?? '',
        ...(facts.updated && { updated: facts.updated }),
        ...(facts.translation && { translation: facts.translation }),
        headings: file.data.headings ?? [],
        ...bilingualOf(index, { locale, contentLocale }, source, context),
        alternates:
          html === undefined
            ? alternates.filter((alternate) => alternate.locale !== locale)
            : alternates,
      },
      ...(html !== undefined && { absolute: source.absolute, html }),
      name,
      images: file.data.images ?? [],
      links: file.data.links ?? [],
      ids: heading.id && !ids.includes(heading.id) ? [heading.id, ...ids] : ids,
      offers: file.data.offers ?? [],
      messages: [
        ...(message ? [message] : []),
        ...wrong,
        ...repeatedKeys(text, name, false),
        ...(isReadable && frontMatter.data['ms.date'] && !facts.updated
          ? [dateUnknown(name, text)]
          : []),
        ...(title === undefined && isReadable ? [titleMissing(name)] : []),
        ...(facts.description === undefined && isReadable ? [descriptionMissing(name)] : []),
        ...file.messages,
      ],
    }
  }
}

function keyOf(index: DocsetIndex, path: string): string {
  return pageKey(index.docset.id, index.page(path)?.slug ?? path)
}

/** An include may also name a page. */
function pageAsResource(index: DocsetIndex | undefined, locale: string, path: string) {
  const page = index?.page(path)
  if (!index || !page) return undefined
  const file = index.pageIn(locale, page.slug) ?? index.pageIn(index.docset.sourceLocale, page.slug)
  return file && { path: file.path, absolute: file.absolute, locale, isPublished: false }
}
