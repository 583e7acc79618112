/** Read the facts of one guide page in one language; Astro compiles its content. */
import GithubSlugger from 'github-slugger'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { guideProcessor } from '#plugins/guide/index.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { pagePath } from '../address.ts'
import type { ReadContext } from '../context.ts'
import { isoDay } from '../day.ts'
import { placeOf } from '../place.ts'
import { decode } from '../decode.ts'
import type { DocsetIndex, PageFile } from '../docset.ts'
import type { PageDocument } from '../document.ts'
import { descriptionMissing, readFrontMatter, titleMissing } from '../front-matter.ts'
import type { Alternate } from '../page.ts'
import { guideOptions } from './plugins.ts'

const problem = defineProblems({
  'mdx-syntax': (found: string) => ({
    severity: 'error',
    reason: `Unexpected MDX: ${found}`,
    note: 'Text that looks like code, such as `<your-domain>` or `{`, goes between backticks.',
  }),
  'front-matter-updated': (found: string) => ({
    severity: 'error',
    reason: `Unexpected \`updated: ${found}\`, expected a day such as \`2026-11-22\``,
  }),
})

/** A reader for the guides of a site, with one frozen processor for all pages. */
export function guideReader(context: ReadContext) {
  const processor = guideProcessor(guideOptions(context))
  /** Titles of source pages: a page's title is an anchor too, and translations keep its id. */
  const sourceTitles = new Map<string, string>()

  return async function readPage(
    index: DocsetIndex,
    locale: string,
    source: PageFile,
    alternates: readonly Alternate[],
  ): Promise<PageDocument> {
    const { id: docset, sourceLocale } = index.docset
    const name = context.nameOf(source.absolute)
    const { text, message } = decode(
      (await context.files.read(source.absolute)) ?? new Uint8Array(),
      name,
    )
    const { data, messages: wrong } = readFrontMatter(text, name)
    const messages: VFileMessage[] = [...(message ? [message] : []), ...wrong]

    const file = new VFile({ path: name, value: text })
    file.data.place = { index, locale, path: source.path }
    file.data.contentLocale = locale
    try {
      await processor.run(processor.parse(file), file)
    } catch (error) {
      if (!(error instanceof VFileMessage)) throw error
      messages.push(problemAt(name, problem('mdx-syntax', error.reason), placeOfSyntax(error)))
    }
    messages.push(...file.messages)

    const title = typeof data['title'] === 'string' ? data['title'].trim() : ''
    const description = typeof data['description'] === 'string' ? data['description'].trim() : ''
    const updated = isoDay(data['updated'])
    if (!title && wrong.length === 0) messages.push(titleMissing(name))
    if (!description && wrong.length === 0) messages.push(descriptionMissing(name))
    if (data['updated'] !== undefined && !updated) {
      messages.push(
        problemAt(
          name,
          problem('front-matter-updated', typedText(text, 'updated')),
          placeOf(text, 'updated:'),
        ),
      )
    }
    if (locale === sourceLocale) sourceTitles.set(source.slug, title)

    const ids = file.data.ids ?? []
    const id = new GithubSlugger().slug(sourceTitles.get(source.slug) ?? title)
    const heading = { id: ids.includes(id) ? '' : id, text: title || source.path }
    return {
      page: {
        kind: 'guide',
        docset,
        locale,
        contentLocale: locale,
        slug: source.slug,
        path: pagePath(locale, docset, source.slug),
        title: heading.text,
        heading,
        description,
        ...(updated && { updated }),
        headings: file.data.headings ?? [],
        alternates,
      },
      absolute: source.absolute,
      name,
      images: file.data.images ?? [],
      links: file.data.links ?? [],
      ids: heading.id ? [heading.id, ...ids] : ids,
      offers: file.data.offers ?? [],
      messages,
    }
  }
}

/** Of an unclosed tag MDX gives the paragraph as the place, and the tag's own place only in words. */
function placeOfSyntax({ reason, place }: VFileMessage) {
  const [, line, column] = /\((\d+):(\d+)-\d+:\d+\)/.exec(reason) ?? []
  return line && column ? { line: Number(line), column: Number(column) } : place
}

/** What stands after `key:` in the front matter. */
function typedText(text: string, key: string): string {
  const line = text.split('\n').find((one) => one.startsWith(`${key}:`)) ?? ''
  return line.slice(key.length + 1).trim()
}
