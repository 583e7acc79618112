/** What a translation takes from its source page: ids of headings, procedures and matrices. */
import { VFile } from 'vfile'
import { type KnownBlock, knownBlocksIn } from '#plugins/blocks.ts'
import { guideProcessor } from '#plugins/guide/index.ts'
import type { GuideOptions } from '#plugins/guide/index.ts'
import type { ReadContext } from '../context.ts'
import { decode } from '../decode.ts'
import { readFrontMatter } from '../front-matter.ts'
import type { PageLocation } from '../resolve-link.ts'

/** The facts of a source page, and its name for messages. */
export interface SourcePage {
  name: string
  lang: string
  text: string
  /** What is known of its blocks. */
  blocks: readonly KnownBlock[]
  data: VFile['data']
}

declare module 'vfile' {
  interface DataMap {
    /** The front matter of the page. */
    frontMatter: Readonly<Record<string, unknown>>
    /** The page that this one translates, read once for all plugins that ask. */
    sourcePage: Promise<SourcePage | undefined>
  }
}

/** The source page of a translation; undefined for a source page, or where it cannot be read. */
export function sourcePage(
  file: VFile,
  context: ReadContext,
  options: GuideOptions,
): Promise<SourcePage | undefined> {
  return (file.data.sourcePage ??= readSource(file.data.place, context, options))
}

async function readSource(
  place: PageLocation | undefined,
  context: ReadContext,
  options: GuideOptions,
): Promise<SourcePage | undefined> {
  if (!place || place.locale === place.index.docset.sourceLocale) return undefined
  const source = placeOfSource(place)
  const bytes = source && (await context.files.read(source.absolute))
  if (!source || !bytes) return undefined
  const name = context.nameOf(source.absolute)
  const { text } = decode(bytes, name)
  const page = new VFile({ path: source.absolute, value: text })
  page.data.place = source.place
  page.data.absolute = source.absolute
  page.data.contentLocale = source.place.locale
  page.data.frontMatter = readFrontMatter(text, name).data
  try {
    const processor = guideProcessor(options)
    await processor.run(processor.parse(page), page)
  } catch {
    // A source page that does not parse is reported where it is read itself.
    return undefined
  }
  const blocks = knownBlocksIn(page, options.blocksOf)
  return { name, lang: source.place.locale, text, blocks, data: page.data }
}

function placeOfSource({
  index,
  path,
}: PageLocation): { place: PageLocation; absolute: string } | undefined {
  const locale = index.docset.sourceLocale
  const slug = index.page(path)?.slug
  const file = slug === undefined ? undefined : index.pageIn(locale, slug)
  return file && { absolute: file.absolute, place: { index, locale, path: file.path } }
}
