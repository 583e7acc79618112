/** Problems of pages that the configuration combines to a page of responsibilities. */
import type { Point } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { type Problem, defineProblems, problemAt } from '#plugins/problems.ts'
import { pagePath } from '../address.ts'
import type { ReadContext } from '../context.ts'
import type { DocsetIndex } from '../docset.ts'
import { pointAt } from '../source-position.ts'
import { nearestName } from '#plugins/nearest-name.ts'
import type { Responsibilities } from './find-docsets.ts'
import type { Source } from './responsibilities-document.ts'
import { readSections } from './sections.ts'

const problem = defineProblems('docfx', {
  'responsibilities-page-missing': (
    path: string,
    docset: string,
    locale: string,
    near: string | undefined,
  ) => ({
    severity: 'error',
    reason:
      `The docset \`${docset}\` has no page \`${path}\` in \`${locale}\`.` +
      (near ? ` Did you mean \`${near}\`?` : ''),
  }),
  'responsibilities-page-taken': (page: string, address: string) => ({
    severity: 'error',
    reason: `The new page cannot be called \`${page}\`: \`${address}\` is the address, or an old one, of another page. Choose another name.`,
  }),
  'responsibilities-heading-missing': (path: string, name: string) => ({
    severity: 'error',
    reason: `Page \`${path}\` has no sections. Give it a level-two heading for each phase or service in \`${name}\`.`,
  }),
})

/**
 * Check that all pages exist, and that the address of the new one is free. `complete` are the languages that have all
 * pages.
 */
export function checkPages(
  wanted: Responsibilities,
  index: DocsetIndex,
  { moved }: ReadContext,
  complete: readonly string[],
): VFileMessage[] {
  const { id, sourceLocale, editions } = index.docset
  const missing = Object.values(wanted.parties)
    .filter((path) => {
      const page = index.page(path)
      return !page || (!complete.length && !index.pageIn(sourceLocale, page.slug))
    })
    .map((path) => {
      // A page that only another language has is no near miss.
      const others = index.paths.filter((value) => value !== path)
      const near = nearestName(path, others)
      return report(
        wanted,
        problem('responsibilities-page-missing', path, id, sourceLocale, near),
        [path],
      )
    })
  const taken = editions
    .map(({ locale }) => pagePath(locale, id, wanted.page))
    .find((path) => index.slugs.includes(wanted.page) || moved?.has(path))
  if (taken === undefined) return missing
  const clash = problem('responsibilities-page-taken', wanted.page, taken)
  return [...missing, report(wanted, clash, ['page', wanted.page])]
}

/** Check that every page has sections, in every language. */
export function checkHeadings(
  wanted: Responsibilities,
  sources: readonly Source[],
): VFileMessage[] {
  const empty = sources.filter(({ tree }) => readSections(tree).sections.length === 0)
  // The fallback for a missing translation is read more than once.
  const byName = new Map(empty.map((source) => [source.document.name ?? '', source]))
  return [...byName].map(([name, { party }]) => {
    const path = wanted.parties[party] ?? ''
    return report(wanted, problem('responsibilities-heading-missing', path, name), [path])
  })
}

function report(wanted: Responsibilities, match: Problem, words: readonly string[]): VFileMessage {
  const { name, text } = wanted.config
  return problemAt(name, match, placeOf(text, ['docfx', wanted.docset, ...words]))
}

/**
 * The position of the last of several texts that follow each other, because a name may occur more than once in a
 * configuration.
 */
function placeOf(text: string, words: readonly string[]): { start: Point; end: Point } {
  const last = words.at(-1) ?? ''
  const offset = words.reduce((from, word) => {
    const index = text.indexOf(word, from)
    return index < 0 ? from : index
  }, 0)
  return { start: pointAt(text, offset), end: pointAt(text, offset + last.length) }
}
