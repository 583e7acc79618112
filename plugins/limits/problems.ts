/** Sizes beyond which a page is not read, and the messages about them. */
import type { Point, Position } from 'unist'
import { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '../problems.ts'

/** The limits of one file; reading takes time and memory that grow with them, see `bench/README.md`. */
export const limits = {
  /** Characters of a page, and of what its includes bring: reading takes about 700 MB for a million. */
  characters: 1_000_000,
  /** Characters of JSON; Microsoft’s lists of redirections have several million. */
  jsonCharacters: 10_000_000,
  /** Characters of YAML: front matter, a hub, a table of contents. */
  yamlCharacters: 2_000_000,
  /** Levels of quotes, lists, markup, elements, entries of a table of contents, YAML or JSON. */
  depth: 100,
  /** Characters of one paragraph or table cell that may open or close markup; 2,500 links have as many. */
  marks: 5000,
  /**
   * Characters that are read for one paragraph or table cell, with those that are read again because markup
   * has no end; see `paragraph-work.ts`. Plain words are read once, links three times.
   */
  work: 50_000_000,
  /**
   * Beginnings and ends of words, lines and markup in one paragraph or table cell. micromark moves all that
   * follow where it joins two words: 40,000 lines of two words took 22 seconds.
   */
  events: 100_000,
  /** Characters that are parsed for one MDX expression; one that is not a program is parsed again at each `}`. */
  program: 1_000_000,
  /** Lines without the `>` or the indent of the paragraph that they continue, one after the other. */
  lazyLines: 1000,
  /** Different HTML elements for letters (`<b>`, `<font …>`) that are open at the same time. */
  openFormatting: 10,
  /** Directive containers, one inside the other. */
  directives: 10,
  /** Files that the includes of one page bring, each counted as often as it is brought. */
  includes: 2000,
  /** Entries of a table of contents, with those of the tables that it names. */
  entries: 50_000,
} as const

const problem = defineProblems('files', {
  'file-size': (actual: number) => ({
    severity: 'error',
    reason: `File has ${actual} characters, the limit is ${limits.characters}. Split it into several files.`,
  }),
  'nesting-depth': (what: string) => ({
    severity: 'error',
    reason: `More than ${limits.depth} levels of ${what}. Use fewer levels.`,
    note: 'The file is not read.',
  }),
  'paragraph-markup': () => ({
    severity: 'error',
    reason: `Paragraph has more than ${limits.marks} characters of markup. Split it into several paragraphs or a list.`,
    note: 'Every `[`, `]`, `*`, `_`, `~`, `!`, `<`, `:`, `{` and run of backticks counts. The page is not read.',
  }),
  'paragraph-length': () => ({
    severity: 'error',
    reason:
      'Paragraph is too long for its markup. Split it into several paragraphs, and write the end of what has none, such as `-->`.',
    note: 'It would take seconds to read. The page is not read.',
  }),
  'paragraph-lazy-lines': () => ({
    severity: 'error',
    reason: `More than ${limits.lazyLines} lines continue a quote or a list item without its \`>\` or indent. Put a blank line between paragraphs.`,
    note: 'The page is not read.',
  }),
  'directive-depth': () => ({
    severity: 'error',
    reason: `More than ${limits.directives} containers such as \`:::copy\` are open here. Write a closing fence for each.`,
    note: 'The page is not read.',
  }),
  'html-unclosed': (tag: string) => ({
    severity: 'error',
    reason: `\`${tag}\` is the last of more than ${limits.openFormatting} HTML elements that are not closed. Write the closing tags.`,
    note: 'Browsers open such an element again in each paragraph that follows. The page is not read.',
  }),
})

/**
 * A problem of a file that goes beyond a limit.
 *
 * Thrown inside parsers, which have no other way out, and reported by the reader of the file. It is a
 * VFileMessage, so that unified gives it through.
 */
export function limitProblem(
  path: string,
  ...[ruleId, place, value]: LimitArguments
): VFileMessage {
  const result =
    ruleId === 'file-size'
      ? problem(ruleId, value)
      : ruleId === 'nesting-depth' || ruleId === 'html-unclosed'
        ? problem(ruleId, value)
        : problem(ruleId)
  return problemAt(path, result, place)
}

type LimitArguments =
  | [ruleId: 'file-size', place: Point, characters: number]
  | [ruleId: 'nesting-depth', place: Point | Position | undefined, what: string]
  | [ruleId: 'html-unclosed', place: Point | Position | undefined, tag: string]
  | [
      ruleId: 'paragraph-markup' | 'paragraph-length' | 'paragraph-lazy-lines' | 'directive-depth',
      place: Point,
    ]

/** Report a file that is too long at its first line; undefined for any other. */
export function sizeProblem(path: string, text: string): VFileMessage | undefined {
  if (text.length <= limits.characters) return undefined
  return limitProblem(path, 'file-size', { line: 1, column: 1 }, text.length)
}

/**
 * What to report of an error that reading the file `path` ended with: a VFileMessage as it is, a full
 * stack of calls as the nesting that filled it. Throws any other error again.
 */
export function readingProblem(error: unknown, path: string): VFileMessage {
  if (error instanceof VFileMessage) return error
  if (!(error instanceof RangeError && /call stack/i.test(error.message))) throw error
  return limitProblem(path, 'nesting-depth', { line: 1, column: 1 }, 'markup or expressions')
}
