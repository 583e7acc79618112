/** Read the facts of one guide page in one language; Astro compiles its content. */
import GithubSlugger from 'github-slugger'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import type { KnownBlock } from '#plugins/blocks.ts'
import { type GuideOptions, directiveNames, guideProcessor } from '#plugins/guide/index.ts'
import type { GuideProcedure } from '#plugins/guide/steps.ts'
import { reportSyntax } from '#plugins/guide/syntax.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { composed, pagePath } from '../address.ts'
import type { ReadContext } from '../context.ts'
import { isoDay } from '../day.ts'
import { placeOf } from '../source-position.ts'
import { decode } from '../decode.ts'
import type { DocsetIndex, PageFile } from '../docset.ts'
import type { PageDocument } from '../document.ts'
import { type FrontMatterText, frontMatterText } from '../front-matter-text.ts'
import { descriptionMissing, readFrontMatter, titleMissing } from '../front-matter.ts'
import { withoutWrongFrontMatter } from '../front-matter-block.ts'
import { bilingualOf } from '../known-blocks.ts'
import type { GuidePage } from '../page.ts'
import { repeatedKeys } from '../repeated-keys.ts'
import { type SourceProcess, pageProcess, pageProcessProblems } from './page-process.ts'
import { guideOptions } from './plugins.ts'

const problem = defineProblems({
  'page-name': (character: string) => ({
    severity: 'error',
    reason: `File name has \`${character}\`, which cannot be in the name of a guide. Rename the file.`,
    note: 'It has a meaning of its own in the names by which a build imports files.',
  }),
  'front-matter-updated': (actual: string) => ({
    severity: 'error',
    reason: `\`updated: ${actual}\` is no day. Write one such as \`2026-11-22\`.`,
  }),
})

/** What reading the guides of a site shares. */
interface Reader {
  context: ReadContext
  options: GuideOptions
  processor: ReturnType<typeof guideProcessor>
  /** Titles of source pages by slug: a page's title is an anchor too, and translations keep its id. */
  sourceTitles: Map<string, string>
  /** Phases and services of source pages by slug. */
  sourceProcesses: Map<string, SourceProcess>
}

/** A guide page as text and front matter, before its content is parsed. */
interface GuideFile {
  index: DocsetIndex
  locale: string
  source: PageFile
  /** The file's name in messages. */
  name: string
  text: string
  file: VFile
  frontMatter: Readonly<Record<string, unknown>>
  /** The front matter can be read. */
  hasFrontMatter: boolean
  messages: VFileMessage[]
}

/** A reader for the guides of a site, with one frozen processor for all pages. */
export function guideReader(context: ReadContext) {
  const options = guideOptions(context)
  const processor = guideProcessor(options)
  const reader: Reader = {
    context,
    options,
    processor,
    sourceTitles: new Map(),
    sourceProcesses: new Map(),
  }
  return (index: DocsetIndex, locale: string, source: PageFile) =>
    readPage(reader, index, locale, source)
}

/**
 * Read a page, not knowing yet which other languages have it.
 *
 * One that Astro could not compile has the kind `missing`, so that the others can be published.
 */
async function readPage(
  reader: Reader,
  index: DocsetIndex,
  locale: string,
  source: PageFile,
): Promise<PageDocument> {
  const guide = await readFile(reader.context, index, locale, source)
  const { name, file, messages } = guide
  const repeated = repeatedKeys(guide.text, name)
  append(messages, repeated)
  const process = checkProcess(reader, guide)
  const [unsafe] = /[?#%\\\t\n\r]/.exec(source.path) ?? []
  if (unsafe !== undefined) {
    const visible = unsafe === '\\' ? unsafe : JSON.stringify(unsafe).slice(1, -1)
    messages.push(problemAt(name, problem('page-name', visible), { line: 1, column: 1 }))
  }
  const isParsed = await parse(reader.processor, guide)
  append(messages, file.messages)
  const facts = factsOf(guide, process)
  if (locale === index.docset.sourceLocale) reader.sourceTitles.set(source.slug, facts.title)

  const isReadable =
    guide.hasFrontMatter && repeated.length === 0 && unsafe === undefined && isParsed
  return isReadable ? guideDocument(reader, guide, facts) : unreadableDocument(guide, facts)
}

async function readFile(
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

/** Phase and service of the page, those of its source where it is a translation. */
function checkProcess({ options, sourceProcesses }: Reader, guide: GuideFile): SourceProcess {
  const { index, locale, source, name, text, file, frontMatter } = guide
  const vocabulary = options.vocabulary(file)
  const original = sourceProcesses.get(source.slug)
  append(guide.messages, pageProcessProblems(frontMatter, vocabulary, { name, text }, original))
  const process = original ?? { ...pageProcess(frontMatter, vocabulary), name, text }
  if (locale === index.docset.sourceLocale) sourceProcesses.set(source.slug, process)
  return process
}

/** Run the plugins, which leave their facts on the file; false for a page that does not parse. */
async function parse(
  processor: Reader['processor'],
  { file, messages }: GuideFile,
): Promise<boolean> {
  try {
    await processor.run(processor.parse(file), file)
    return true
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error
    const isOurs = error.source === 'passerelle'
    const parseText = (value: string) => processor.parse(value)
    if (isOurs || !reportSyntax(file, parseText, directiveNames)) messages.push(error)
    return false
  }
}

/** What a guide page of any kind has. */
type GuideFacts = Omit<GuidePage, 'kind' | 'heading' | 'headings' | 'bilingual' | 'copies'>

function factsOf(guide: GuideFile, { phase, service }: SourceProcess): GuideFacts {
  const { index, locale, source, name, text, frontMatter, messages } = guide
  const title = frontMatterText(frontMatter, 'title', { text, path: name })
  const description = frontMatterText(frontMatter, 'description', { text, path: name })
  append(messages, [...title.messages, ...description.messages])
  // What cannot be read says nothing of what is missing.
  if (isMissing(title) && guide.hasFrontMatter) messages.push(titleMissing(name))
  if (isMissing(description) && guide.hasFrontMatter) messages.push(descriptionMissing(name))
  const updated = isoDay(frontMatter['updated'])
  if (frontMatter['updated'] !== undefined && !updated) {
    const wrongDay = problem('front-matter-updated', typedText(text, 'updated'))
    messages.push(problemAt(name, wrongDay, placeOf(text, 'updated:')))
  }
  const { id: docset } = index.docset
  return {
    docset,
    locale,
    contentLocale: locale,
    slug: source.slug,
    path: pagePath(locale, docset, source.slug),
    title: title.value ?? '',
    description: description.value ?? '',
    ...(phase && { phase }),
    ...(service && { service }),
    ...(updated && { updated }),
    alternates: [],
  }
}

function unreadableDocument({ name, messages }: GuideFile, facts: GuideFacts): PageDocument {
  const heading = { id: '', text: facts.title }
  const page = { ...facts, kind: 'missing' as const, heading, headings: [] }
  return { page, name, images: [], links: [], ids: [], offers: [], messages }
}

function guideDocument(
  { context, sourceTitles }: Reader,
  { index, source, name, file: { data }, messages }: GuideFile,
  facts: GuideFacts,
): PageDocument {
  const ids = data.ids ?? []
  const id = new GithubSlugger().slug(composed(sourceTitles.get(source.slug) ?? facts.title))
  const heading = { id: ids.includes(id) ? '' : id, text: facts.title || source.path }
  return {
    page: {
      ...facts,
      kind: 'guide',
      title: heading.text,
      heading,
      headings: data.headings ?? [],
      ...bilingualOf(index, facts, source, context),
      ...(data.copies && { copies: true }),
    },
    absolute: source.absolute,
    name,
    images: data.images ?? [],
    links: data.links ?? [],
    ids: heading.id ? [heading.id, ...ids] : ids,
    procedures: withLanguages(data.procedures ?? [], context.blocks?.ofFile(source.absolute)),
    matrices: data.matrices ?? [],
    components: data.components ?? [],
    offers: data.offers ?? [],
    messages,
  }
}

/**
 * The procedures of a page; a step says its language where its first paragraph is not translated: lists
 * of steps show that, and a search in the page’s language does not find it.
 */
function withLanguages(
  procedures: readonly GuideProcedure[],
  known: readonly KnownBlock[] = [],
): GuideProcedure[] {
  const foreign = known.filter(({ kind, lang, parts }) => kind === 'words' && lang && !parts)
  return procedures.map((procedure) => ({
    ...procedure,
    steps: procedure.steps.map((step) => {
      if (step.isFallback) return step
      const { start, end } = step.place ?? {}
      const lang = foreign.find(
        (block) => block.start >= (start?.offset ?? Infinity) && block.end <= (end?.offset ?? 0),
      )?.lang
      return { ...step, ...(lang && { lang }) }
    }),
  }))
}

function isMissing({ value, messages }: FrontMatterText): boolean {
  return value === undefined && messages.length === 0
}

/** The text after `key:` in the front matter. */
function typedText(text: string, key: string): string {
  const line = text.split('\n').find((value) => value.startsWith(`${key}:`)) ?? ''
  return line.slice(key.length + 1).trim()
}
