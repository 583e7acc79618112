/**
 * What stands between `[!INCLUDE` or `[!code-…` and the `]` that closes it.
 *
 * The forms are those of docfx’s InclusionBlockParser, InclusionInlineParser and CodeSnippetParser.
 */

/** `[!INCLUDE [title](path)]` */
export interface IncludeParts {
  kind: 'include'
  title: string
  /** As typed, without escapes. */
  path: string
}

/** `[!code-lang[name](path?query#anchor "title")]`, or the same with `notebook`. */
export interface SnippetParts {
  kind: 'code' | 'notebook'
  language: string
  name: string
  path: string
  /** Without `?`. */
  query: string
  /** Without `#`. */
  anchor: string
  title: string
}

const bracketed = String.raw`\[((?:\\[\s\S]|[^\]\\])*)\]`

const include = new RegExp(
  String.raw`^\[!include[-+]?\s*${bracketed}\(\s*((?:\\[\s\S]|[^)\\])*)\)\]$`,
  'i',
)

/** A path, in `<>` or not, and a title in quotes; a path with spaces is one, too. */
const linked = /^<?((?:\\[\s\S]|[^"'<>\\])*?)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*$/

const snippet = new RegExp(
  String.raw`^\[!(code|notebook)(?:-([^[\]]*)|\s*)${bracketed}\s*\(([\s\S]*)\)\s*\]$`,
  'i',
)

const target =
  /^((?:\\[\s\S]|[^#?"\\])*)(?:\?([^#"]*))?(?:#([^"]*))?(?:"((?:\\[\s\S]|[^"\\])*)")?\s*$/

/** The parts of an insert, from its `[` to its `]`; undefined for what is none. */
export function parseInsert(typed: string): IncludeParts | SnippetParts | undefined {
  return parseInclude(typed) ?? parseSnippet(typed)
}

function parseInclude(typed: string): IncludeParts | undefined {
  const [, title = '', link] = include.exec(typed) ?? []
  if (link === undefined) return undefined
  const [, path = link] = linked.exec(link) ?? []
  return { kind: 'include', title: unescape(title), path: unescape(path) }
}

function parseSnippet(typed: string): SnippetParts | undefined {
  const [, kind, language = '', name = '', inner = ''] = snippet.exec(typed) ?? []
  const parts = kind && target.exec(inner)
  if (!parts) return undefined
  const [, path = '', query = '', anchor = '', title = ''] = parts
  return {
    kind: kind.toLowerCase() === 'code' ? 'code' : 'notebook',
    language: language.trim(),
    name: unescape(name),
    path: unescape(path),
    query: query.trim(),
    anchor: anchor.trim(),
    title: unescape(title),
  }
}

const openings = ['[!include', '[!code', '[!notebook']

/** Whether an insert may begin so. */
export function mayBeInsert(typed: string): boolean {
  const start = typed.slice(0, 10).toLowerCase()
  return openings.some((opening) =>
    start.length < opening.length ? opening.startsWith(start) : start.startsWith(opening),
  )
}

/** Backslashes of Windows’ paths stay. */
function unescape(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
