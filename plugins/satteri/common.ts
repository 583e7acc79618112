/**
 * Whether Satteri reads a page as micromark and our own syntax do.
 *
 * A rule too many costs time, a rule too few changes pages. `test/plugins/satteri.test.ts` compares the trees of
 * generated pages, which is how these rules were found (Satteri 0.10.5, micromark 4.0.2).
 */
import { isBelowLimits } from '../limits/below-limits.ts'
import { fencesProblem } from '../limits/fences.ts'
import { proseOf } from './prose.ts'

/** Prose that the two read in different ways, or give different positions. */
const different: readonly RegExp[] = [
  // Characters that are no text, old line ends, and TOML.
  /[\0\uFEFF]|\r(?!\n)|^\+\+\+/,
  // Addresses without markup: micromark gives no position to them, nor to the text around them.
  /@|(?<!\]\(<?[^()\s]*|(?<!\\)<)(?:www\.|https?:\/\/)/i,
  // One `~` on either side is strikethrough to Satteri.
  /~[^]*~/,
  // The paragraph of a task begins behind its box, or at it.
  /\[[ \t\r\nxX]\]/,
  /\[\^/,
  // A list item without text, which may end a paragraph.
  /^[ \t>]*(?:[-*+]|\d+[.)])[ \t|]*\r?$/m,
  // HTML in front of spaces, or as the first thing in an item or quote.
  /^[ \t]+<(?!https?:)/m,
  /<.*[ \t]+\r?$|^(?=[ \t>*+\-\d.)]*<(?!https?:))(?=[ \t]*(?:>|[-*+]|\d+[.)])).*/m,
  // HTML behind a table.
  /\|.*\r?\n[ \t>]*</,
  // Code and list items that are indented by tabs.
  /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]*)?\t/m,
  // Emphasis that begins with both signs, behind one that is escaped, or with more than two.
  /\\[*_][*_]|[*_]{3}|\*_|_\*/,
  // Two markers of lists on one line, or of two lists in a quote.
  /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+(?:[-*+]|\d+[.)])[ \t]/m,
  /^[ \t>]*>[ \t]*(?:([-*+]).*\r?\n[ \t>]*>[ \t]*(?!\1)[-*+\d]|\d.*\r?\n[ \t>]*>[ \t]*[-*+])/m,
  // An empty line at the end of a quote, or two of them.
  /^[ \t]*>[ \t>]*\r?\n(?![ \t]*>[ \t>]*[^\s>])/m,
  // The definition of a link, and something else than another one on the next line.
  /^[ \t>]*\[[^\]\r\n]*\]:.*\r?\n(?![ \t>]*(?:\[[^\]\r\n]*\]:|\r?\n|$))/m,
  // Emphasis beside a character of two code units.
  /[*_][\u{10000}-\u{10FFFF}]|[\u{10000}-\u{10FFFF}][*_]/u,
  // A line end in a link, and `\\` in front of spaces.
  /\\[ \t]+\r?$/m,
  /\\\r?\n[ \t]*\]/,
]

/** What docfx reads and Markdown does not: its inserts, math and blocks. */
const docfxSyntax = /\[!(?:include|code|notebook)|\$|:::/i

const attribute = String.raw`[#.]?[\p{L}_][\p{L}\p{N}_-]*(?:=(?:"[^"\r\n{}&]*"|[\p{L}\p{N}_-]+))?`
const attributes = String.raw`\{(?:[ \t]*${attribute}(?=[ \t}]))*[ \t]*\}`
const name = String.raw`\p{L}[\p{L}\p{N}_-]*`
/** Words, which no markup of another kind is in. */
const label = String.raw`\[[^\s[\]!<\\:‹](?:[^[\]\r\n!<\\:‹]*[^\s[\]!<\\:‹])?\]`

/** Directives as writers type them; what is left of `::`, `{` or `:name[` may be read in two ways. */
const directives = new RegExp(
  [
    String.raw`^(?: {0,3}::|[ \t]*:::+)${name}(?:${label})?(?:${attributes})?\r?$`,
    String.raw`^[ \t]*:::+[ \t]*\r?$`,
    String.raw`(?<![:\\\p{L}\p{N}]):${name}(?:${label}(?:${attributes})?|${attributes})`,
  ].join('|'),
  'gmu',
)
const leftDirective = new RegExp(String.raw`::|\{|:[\p{L}\p{N}_-]*[\t[\]\p{S}]`, 'u')

const guideSyntax: readonly RegExp[] = [
  // JSX and imports, of which the trees have other data.
  /<|^[ \t>]*(?:im|ex)port\b/m,
  // The fence that closes a container is a row of the table, or part of the line before it.
  /[|\\].*\r?\n[ \t>]*:::/,
]

/** For pages of docfx without the extra emphasis that `docfx.json` may turn on. */
export function isCommonDocfx(text: string): boolean {
  const prose = proseOf(text)
  return prose !== undefined && !docfxSyntax.test(prose) && isCommon(text, prose)
}

export function isCommonGuide(text: string): boolean {
  const prose = proseOf(text)
  return (
    prose !== undefined &&
    !guideSyntax.some((rule) => rule.test(prose)) &&
    !leftDirective.test(prose.replace(directives, '')) &&
    areContainersClosed(prose) &&
    fencesProblem(text, '') === undefined &&
    isCommon(text, prose)
  )
}

function isCommon(text: string, prose: string): boolean {
  return !different.some((rule) => rule.test(prose)) && isBelowLimits(text)
}

/** Each by a fence of its own length and indent; inner ones are shorter. */
function areContainersClosed(prose: string): boolean {
  const open: string[] = []
  for (const [, fence = '', rest = ''] of prose.matchAll(/^([ \t]*:::+)(.*)/gm)) {
    const outer = open.at(-1)
    if (!rest.trim()) {
      if (open.pop() !== fence) return false
    } else {
      if (outer && fence.trim().length >= outer.trim().length) return false
      open.push(fence)
    }
  }
  return open.length === 0
}
