/** Read the file of a guide and make its content: once, for its own page and for its translations. */
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { knownBlocksIn } from '#plugins/blocks.ts'
import type { ContentPart } from '#plugins/content.ts'
import { directiveNames, guideContent, guideProcessor } from '#plugins/guide/index.ts'
import { reportSyntax } from '#plugins/guide/syntax.ts'
import type { ReadContext } from '../context.ts'
import { decode } from '../decode.ts'
import type { DocsetIndex, PageFile } from '../docset.ts'
import { type Trace, noteAll, record } from '../../facts/trace.ts'
import { withoutWrongFrontMatter } from '../front-matter-block.ts'
import { readFrontMatter } from '../front-matter.ts'
import { type SourcePage, guideOptions } from './plugins.ts'

/** A parsed guide, before its title, its phase and its links are checked. */
export interface GuideFile {
  index: DocsetIndex
  locale: string
  source: PageFile
  /** The file's name in messages. */
  name: string
  text: string
  frontMatter: Readonly<Record<string, unknown>>
  /** Whether the front matter can be read. */
  hasFrontMatter: boolean
  /** The file, with the data of the plugins: headings, links, steps. */
  file: VFile
  /** Absent if the page cannot be parsed. */
  content?: readonly ContentPart[]
  /** Problems of the front matter and of the text. */
  messages: readonly VFileMessage[]
}

export type ReadGuideFile = (
  index: DocsetIndex,
  locale: string,
  source: PageFile,
) => Promise<GuideFile>

/** A reader that parses each file once, with one frozen processor for all. */
export function guideFiles(context: ReadContext): ReadGuideFile {
  const read = new Map<string, Promise<{ value: GuideFile; trace: Trace }>>()
  const options = guideOptions(context, sourceOf)
  const processor = guideProcessor(options)
  return readOnce

  async function readOnce(
    index: DocsetIndex,
    locale: string,
    source: PageFile,
  ): Promise<GuideFile> {
    // A translation depends on everything that reading its source depends on.
    const reading =
      read.get(source.absolute) ??
      record(async () => {
        const guide = await openFile(context, index, locale, source)
        context.onParse?.(source.absolute)
        return parse(processor, guide)
      })
    read.set(source.absolute, reading)
    const { value, trace } = await reading
    noteAll(trace)
    return value
  }

  /** The source page of a translation. */
  async function sourceOf({ data: { place } }: VFile): Promise<SourcePage | undefined> {
    if (!place || place.locale === place.index.docset.sourceLocale) return undefined
    const { index, path } = place
    const locale = index.docset.sourceLocale
    const slug = index.page(path)?.slug
    const source = slug === undefined ? undefined : index.pageIn(locale, slug)
    const guide = source && (await readOnce(index, locale, source))
    // A source page that cannot be parsed is reported when it is read itself.
    if (!guide?.content) return undefined
    const { name, text, file } = guide
    return {
      name,
      lang: locale,
      text,
      blocks: knownBlocksIn(file, options.blocksOf),
      data: file.data,
    }
  }
}

async function openFile(
  { files, nameOf }: ReadContext,
  index: DocsetIndex,
  locale: string,
  source: PageFile,
): Promise<GuideFile> {
  const name = nameOf(source.absolute)
  const bytes = (await files.read(source.absolute)) ?? new Uint8Array()
  const { text, message } = decode(bytes, name)
  const { data: frontMatter, messages: problems } = readFrontMatter(text, name)
  const file = new VFile({ path: name, value: withoutWrongFrontMatter(text) })
  file.data.place = { index, locale, path: source.path }
  file.data.absolute = source.absolute
  file.data.contentLocale = locale
  file.data.frontMatter = frontMatter
  const messages = [...(message ? [message] : []), ...problems]
  const hasFrontMatter = problems.length === 0
  return { index, locale, source, name, text, file, frontMatter, hasFrontMatter, messages }
}

async function parse(
  processor: ReturnType<typeof guideProcessor>,
  guide: GuideFile,
): Promise<GuideFile> {
  const { file, messages } = guide
  try {
    const content = await guideContent(processor, file)
    return { ...guide, content, messages: [...messages, ...file.messages] }
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error
    const isOurs = error.source === 'passerelle'
    const parseText = (value: string) => processor.parse(value)
    const isTold = !isOurs && reportSyntax(file, parseText, directiveNames)
    return { ...guide, messages: [...messages, ...(isTold ? [] : [error]), ...file.messages] }
  }
}
