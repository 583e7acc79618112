/** Read the facts of one guide page in one language; Astro compiles its content. */
import GithubSlugger from 'github-slugger'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { append } from '#plugins/append.ts'
import { directiveNames, guideProcessor } from '#plugins/guide/index.ts'
import { reportSyntax } from '#plugins/guide/syntax.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { composed, pagePath } from '../address.ts'
import type { ReadContext } from '../context.ts'
import { isoDay } from '../day.ts'
import { placeOf } from '../place.ts'
import { decode } from '../decode.ts'
import type { DocsetIndex, PageFile } from '../docset.ts'
import type { PageDocument } from '../document.ts'
import { type FrontMatterText, frontMatterText } from '../front-matter-text.ts'
import { descriptionMissing, readFrontMatter, titleMissing } from '../front-matter.ts'
import { withoutWrongFrontMatter } from '../front-matter-block.ts'
import { bilingualOf } from '../known-blocks.ts'
import { repeatedKeys } from '../repeated-keys.ts'
import { withLanguages } from './step-languages.ts'
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
    reason: `Unexpected \`updated: ${actual}\`, expected a day such as \`2026-11-22\``,
  }),
})

/** A reader for the guides of a site, with one frozen processor for all pages. */
export function guideReader(context: ReadContext) {
  const options = guideOptions(context)
  const processor = guideProcessor(options)
  /** Titles of source pages: a page's title is an anchor too, and translations keep its id. */
  const sourceTitles = new Map<string, string>()
  const sourceProcesses = new Map<string, SourceProcess>()

  /**
   * Read a page, not knowing yet which other languages have it.
   *
   * One that Astro could not compile has the kind `missing`, so that the others can be published.
   */
  return async function readPage(
    index: DocsetIndex,
    locale: string,
    source: PageFile,
  ): Promise<PageDocument> {
    const { id: docset, sourceLocale } = index.docset
    const name = context.nameOf(source.absolute)
    const { text, message } = decode(
      (await context.files.read(source.absolute)) ?? new Uint8Array(),
      name,
    )
    const { data, messages: wrong } = readFrontMatter(text, name)
    const repeated = repeatedKeys(text, name)
    const messages: VFileMessage[] = [...(message ? [message] : []), ...wrong, ...repeated]

    const file = new VFile({ path: name, value: withoutWrongFrontMatter(text) })
    file.data.place = { index, locale, path: source.path }
    file.data.absolute = source.absolute
    file.data.contentLocale = locale
    file.data.frontMatter = data
    const vocabulary = options.vocabulary(file)
    const original = sourceProcesses.get(source.slug)
    append(messages, pageProcessProblems(data, vocabulary, { name, text }, original))
    const process = original ?? { ...pageProcess(data, vocabulary), name, text }
    if (locale === sourceLocale) sourceProcesses.set(source.slug, process)
    const [unsafe] = /[?#%]/.exec(source.path) ?? []
    if (unsafe !== undefined)
      messages.push(problemAt(name, problem('page-name', unsafe), { line: 1, column: 1 }))
    let isReadable = wrong.length === 0 && repeated.length === 0 && unsafe === undefined
    try {
      await processor.run(processor.parse(file), file)
    } catch (error) {
      if (!(error instanceof VFileMessage)) throw error
      isReadable = false
      const isOurs = error.source === 'passerelle'
      const parse = (value: string) => processor.parse(value)
      if (isOurs || !reportSyntax(file, parse, directiveNames)) messages.push(error)
    }
    append(messages, file.messages)

    const title = frontMatterText(data, 'title', { text, path: name })
    const description = frontMatterText(data, 'description', { text, path: name })
    const updated = isoDay(data['updated'])
    append(messages, [...title.messages, ...description.messages])
    // What cannot be read says nothing of what is missing.
    if (isMissing(title) && wrong.length === 0) messages.push(titleMissing(name))
    if (isMissing(description) && wrong.length === 0) messages.push(descriptionMissing(name))
    if (data['updated'] !== undefined && !updated) {
      messages.push(
        problemAt(
          name,
          problem('front-matter-updated', typedText(text, 'updated')),
          placeOf(text, 'updated:'),
        ),
      )
    }
    const content = title.value ?? ''
    if (locale === sourceLocale) sourceTitles.set(source.slug, content)

    const facts = {
      docset,
      locale,
      contentLocale: locale,
      slug: source.slug,
      path: pagePath(locale, docset, source.slug),
      description: description.value ?? '',
      ...(process.phase && { phase: process.phase }),
      ...(process.service && { service: process.service }),
      ...(updated && { updated }),
      alternates: [],
    }
    if (!isReadable) {
      const heading = { id: '', text: content }
      const page = { ...facts, kind: 'missing' as const, title: content, heading, headings: [] }
      return { page, name, images: [], links: [], ids: [], offers: [], messages }
    }
    const ids = file.data.ids ?? []
    const id = new GithubSlugger().slug(composed(sourceTitles.get(source.slug) ?? content))
    const heading = { id: ids.includes(id) ? '' : id, text: content || source.path }
    const headings = file.data.headings ?? []
    return {
      page: {
        ...facts,
        kind: 'guide',
        title: heading.text,
        heading,
        headings,
        ...bilingualOf(index, facts, source, context),
        ...(file.data.copies && { copies: true }),
      },
      absolute: source.absolute,
      name,
      images: file.data.images ?? [],
      links: file.data.links ?? [],
      ids: heading.id ? [heading.id, ...ids] : ids,
      procedures: withLanguages(
        file.data.procedures ?? [],
        context.blocks?.ofFile(source.absolute),
      ),
      matrices: file.data.matrices ?? [],
      components: file.data.components ?? [],
      offers: file.data.offers ?? [],
      messages,
    }
  }
}

function isMissing({ value, messages }: FrontMatterText): boolean {
  return value === undefined && messages.length === 0
}

/** What stands after `key:` in the front matter. */
function typedText(text: string, key: string): string {
  const line = text.split('\n').find((value) => value.startsWith(`${key}:`)) ?? ''
  return line.slice(key.length + 1).trim()
}
