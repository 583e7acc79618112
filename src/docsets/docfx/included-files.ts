/** Read the files that a docfx page includes or takes code from. */
import { VFile } from 'vfile'
import { readingProblem } from '#plugins/limits/problems.ts'
import type { IncludeForm, Included } from '#plugins/docfx/includes.ts'
import type { docfxFragmentProcessors } from '#plugins/docfx/index.ts'
import type { ReadContext } from '../context.ts'
import { decode } from '../decode.ts'
import type { DocsetIndex } from '../docset.ts'
import { type Trace, noteAll, record } from '../../facts/trace.ts'
import { withoutWrongFrontMatter } from '../front-matter-block.ts'

/** What readers of included files share. */
export interface IncludeReader {
  context: ReadContext
  fragments: ReturnType<typeof docfxFragmentProcessors>
  /** Trees by form, language and absolute path: a file that many pages include is parsed once for each language. */
  included: Map<string, Promise<{ value: Included | undefined; trace: Trace }>>
}

/** The tree of an included file, undefined if it does not exist; `path` is relative to the docset’s folder. */
export async function readInclude(
  reader: IncludeReader,
  path: string,
  from: VFile,
  form: IncludeForm,
): Promise<Included | undefined> {
  const source = findInclude(path, from)
  const locale = from.data.contentLocale ?? ''
  const key = `${form} ${locale} ${source?.absolute}`
  if (!source) return undefined
  // Each page that includes the file has the dependencies that the first one recorded.
  const result =
    reader.included.get(key) ??
    record(() => parseInclude(reader, { ...source, form }, locale, from))
  reader.included.set(key, result)
  const { value, trace } = await result
  noteAll(trace)
  return value
}

function findInclude(path: string, { data: { place, contentLocale } }: VFile) {
  if (!place) return undefined
  const { index, locale } = place
  const isOwn = contentLocale === undefined || contentLocale === locale
  const file = isOwn
    ? index.resource(locale, path)
    : contentLocale === index.docset.sourceLocale
      ? index.fallbackResource(locale, path)
      : index.resource(contentLocale, path)
  return file ?? pageAsResource(index, locale, path)
}

/** The text of a file that a page takes code from. */
export async function readCode({ files, nameOf }: ReadContext, path: string, from: VFile) {
  const source = findInclude(path, from)
  const bytes = source && (await files.read(source.absolute))
  return bytes && { path: source.path, text: decode(bytes, nameOf(source.absolute)).text }
}

/** The text of a file of the docset, in the language of a page or in the source language. */
export async function readDocsetText({ files, nameOf }: ReadContext, path: string, from: VFile) {
  const source = findInclude(path, from)
  const bytes = source && (await files.read(source.absolute))
  return source && bytes && decode(bytes, nameOf(source.absolute)).text
}

async function parseInclude(
  { context, fragments }: IncludeReader,
  { path, absolute, form }: { path: string; absolute: string; form: IncludeForm },
  contentLocale: string,
  { data: { place, markdig } }: VFile,
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
  if (markdig) fragment.data.markdig = markdig
  const { length } = text
  context.onParse?.(absolute)
  try {
    const tree = fragments[form].parse(fragment)
    await fragments[form].run(tree, fragment)
    return { path, tree, name, length, messages: fragment.messages }
  } catch (error) {
    const messages = [...fragment.messages, readingProblem(error, name)]
    return { path, tree: { type: 'root', children: [] }, name, length, messages }
  }
}

/** An include may also name a page. */
function pageAsResource(index: DocsetIndex, locale: string, path: string) {
  const page = index.page(path)
  if (!page) return undefined
  const { slug } = page
  const file =
    index.pageIn(locale, slug) ??
    index.fallbackIn(locale, slug) ??
    index.pageIn(index.docset.sourceLocale, slug)
  return file && { path: file.path, absolute: file.absolute, locale, isPublished: false }
}
