/** Read one guide page in one language. */
import GithubSlugger from 'github-slugger'
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import type { KnownBlock } from '#plugins/blocks.ts'
import type { ContentPart } from '#plugins/content.ts'
import type { GuideProcedure } from '#plugins/guide/steps.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { composed, pagePath } from '../address.ts'
import type { ReadContext } from '../context.ts'
import { isoDay } from '../day.ts'
import { placeOf } from '../source-position.ts'
import type { DocsetIndex, PageFile } from '../docset.ts'
import { type PageDocument, pageContentOf } from '../document.ts'
import { type FrontMatterText, frontMatterText } from '../front-matter-text.ts'
import { descriptionMissing, titleMissing } from '../front-matter.ts'
import { bilingualOf, machineOf } from '../known-blocks.ts'
import { note } from '../../facts/trace.ts'
import { recallPage } from '../page-facts.ts'
import { recordedContext } from '../recorded-context.ts'
import type { GuidePage } from '../page.ts'
import { repeatedKeys } from '../repeated-keys.ts'
import { noNames, vocabularyOf } from './names.ts'
import { type SourceProcess, pageProcess, pageProcessProblems } from './page-process.ts'
import { type GuideFile, type ReadGuideFile, guideFiles } from './read-file.ts'
import { type SharedFacts, pageParts, sharedFacts } from './shared-facts.ts'

const problem = defineProblems('files', {
  'front-matter-updated': (actual: string) => ({
    severity: 'error',
    reason: `\`updated: ${actual}\` is no day. Write one such as \`2026-11-22\`.`,
  }),
})

/** What readers of guides of one site share. */
interface Reader {
  context: ReadContext
  readFile: ReadGuideFile
  /** Titles of source pages by slug: a page's title is an anchor too, and translations keep its id. */
  sourceTitles: Map<string, string>
  /** Phases and services of source pages by slug. */
  sourceProcesses: Map<string, SourceProcess>
  /** Facts that translations take from their source pages, by slug. */
  sourceShared: Map<string, SharedFacts>
}

/** Facts of a source page for its translations. */
interface SourceFacts {
  /** As in its file. */
  title: string
  process: SourceProcess
  shared: SharedFacts
}

/**
 * A reader for the guides of a site. A page does not have its alternates yet; one that cannot be read has the kind
 * `missing`, so that the others can be published. Unchanged pages come from the cache of facts.
 */
export function guideReader(given: ReadContext) {
  const sourceTitles: Reader['sourceTitles'] = new Map()
  const sourceProcesses: Reader['sourceProcesses'] = new Map()
  const sourceShared: Reader['sourceShared'] = new Map()
  const recorded = recordedContext(given, {
    title: (key = '') => sourceTitles.get(key),
    process: (key = '') => sourceProcesses.get(key),
    shared: (key = '') => sourceShared.get(key),
  })
  const { context } = recorded
  const readFile = guideFiles(context)
  const reader = { context, readFile, sourceTitles, sourceProcesses, sourceShared }
  return async (index: DocsetIndex, locale: string, source: PageFile): Promise<PageDocument> => {
    const read = () => readPage(reader, recorded.indexOf(index), locale, source)
    const given = ['guide', index.docset.id, locale, source.path]
    const place = { index, file: source }
    const { document, more } = await recallPage(recorded, given, place, read)
    if (locale === index.docset.sourceLocale) {
      sourceTitles.set(source.slug, more.title)
      sourceProcesses.set(source.slug, more.process)
      sourceShared.set(source.slug, more.shared)
    }
    return document
  }
}

async function readPage(
  reader: Reader,
  index: DocsetIndex,
  locale: string,
  source: PageFile,
): Promise<{ document: PageDocument; more: SourceFacts }> {
  const guide = await reader.readFile(index, locale, source)
  const messages = [...guide.messages]
  const repeated = repeatedKeys(guide.text, guide.name)
  append(messages, repeated)
  const process = checkProcess(reader, guide, messages)
  const isSource = locale === index.docset.sourceLocale
  const original = isSource ? undefined : askMap('shared', reader.sourceShared, source.slug)
  const { shared, due, messages: more } = sharedFacts(reader.context, guide, original)
  append(messages, more)
  const facts = { ...factsOf(guide, process, messages), ...pageParts(shared, guide) }
  const sourceTitle = isSource ? facts.title : askMap('title', reader.sourceTitles, source.slug)
  const { content } = guide
  const document =
    content && guide.hasFrontMatter && repeated.length === 0
      ? guideDocument(reader, guide, { ...facts, sourceTitle }, content, messages)
      : unreadableDocument(guide, facts, messages)
  if (due.length) document.reviews = due
  return { document, more: { title: facts.title, process, shared } }
}

/** The facts of the source page, recorded as a dependency. */
function askMap<T>(kind: string, map: ReadonlyMap<string, T>, slug: string): T | undefined {
  const value = map.get(slug)
  note([kind, slug], value)
  return value
}

/** Phase and service of the page, those of its source where it is a translation. */
function checkProcess(
  { context, sourceProcesses }: Reader,
  guide: GuideFile,
  messages: VFileMessage[],
): SourceProcess {
  const { index, locale, source, name, text, frontMatter } = guide
  const { id, names } = index.docset
  const siteLocale = context.locales.find(({ tag }) => tag === locale)
  const vocabulary = vocabularyOf(id, names ?? noNames, siteLocale ?? { strings: {} })
  const isSource = locale === index.docset.sourceLocale
  const original = isSource ? undefined : askMap('process', sourceProcesses, source.slug)
  append(messages, pageProcessProblems(frontMatter, vocabulary, { name, text }, original))
  return original ?? { ...pageProcess(frontMatter, vocabulary), name, text }
}

/** The fields of a guide page that do not depend on its content. */
type GuideFacts = Omit<
  GuidePage,
  'kind' | 'heading' | 'headings' | 'bilingual' | 'copies' | 'hasMatrix' | 'hasCode'
>

function factsOf(
  guide: GuideFile,
  { phase, service }: SourceProcess,
  messages: VFileMessage[],
): GuideFacts {
  const { index, locale, source, name, text, frontMatter } = guide
  const title = frontMatterText(frontMatter, 'title', { text, path: name })
  const description = frontMatterText(frontMatter, 'description', { text, path: name })
  append(messages, [...title.messages, ...description.messages])
  // Unreadable front matter is reported as such, not as missing facts.
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

function unreadableDocument(
  { name }: GuideFile,
  facts: GuideFacts,
  messages: readonly VFileMessage[],
): PageDocument {
  const heading = { id: '', text: facts.title }
  const page = { ...facts, kind: 'missing' as const, heading, headings: [] }
  return { page, name, images: [], links: [], ids: [], offers: [], messages }
}

function guideDocument(
  { context }: Reader,
  { index, source, name, file: { data } }: GuideFile,
  { sourceTitle, ...facts }: GuideFacts & { sourceTitle: string | undefined },
  content: readonly ContentPart[],
  messages: readonly VFileMessage[],
): PageDocument {
  const ids = data.ids ?? []
  const id = new GithubSlugger().slug(composed(sourceTitle ?? facts.title))
  const heading = { id: ids.includes(id) ? '' : id, text: facts.title || source.path }
  return {
    page: {
      ...facts,
      kind: 'guide',
      title: heading.text,
      heading,
      headings: data.headings ?? [],
      ...bilingualOf(index, facts, source, context),
      ...machineOf(source, context),
      ...(data.copies && { copies: true }),
      ...(data.hasMatrix && { hasMatrix: true }),
      ...(data.hasCode && { hasCode: true }),
      ...(data.hasVideos && { hasVideos: true }),
      ...(data.hasTabs && { hasTabs: true }),
      ...(data.hasParts && { hasParts: true }),
      ...(data.hasZoom && { hasZoom: true }),
    },
    absolute: source.absolute,
    content: pageContentOf(content),
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
 * The procedures of a page. A step has a language of its own if its first paragraph is not translated: lists of steps
 * mark that, and a search in the page’s language does not find it.
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
