/** Text that has no codes: front matter, images, labels of directives. */
import { stringify } from 'yaml'
import type { Block } from '../blocks/block.ts'
import { type Tooltip, asTitle } from '../blocks/tooltips.ts'
import { type Part, plainWords } from './codec.ts'
import type { Dialect } from '../blocks/parse.ts'
import { escapeHtml, escapeText } from './escape.ts'

/** The quotes around a text of the front matter; none where it has none. */
export type Quote = '"' | "'" | ''

/** What to type for the words of `parts` as a `meta`, `image` or `title` block; nothing if they have codes. */
export function plainMarkup(
  parts: readonly Part[],
  { kind, markup, place }: Pick<Block, 'kind' | 'markup' | 'place'>,
  { dialect, quote = '' }: { dialect: Dialect; quote?: Quote },
): string | undefined {
  if (parts.some((part) => part.kind !== 'text')) return undefined
  const text = plainWords(parts)
    .replace(/(?<!\s)\s*[\r\n]\s*/g, ' ')
    .trim()
  if (markup === 'attribute"') return escapeHtml(text).replaceAll('"', '&quot;')
  if (markup === "attribute'") return escapeHtml(text).replaceAll("'", '&#39;')
  if (markup === 'value"') return withoutQuotes(text)
  if (isTooltip(markup)) return asTitle(text, markup, place.cell !== undefined)
  if (kind === 'meta') return scalar(text, quote)
  return escapeText(text, {
    dialect,
    kind,
    inBrackets: true,
    isFirst: false,
    isTop: false,
    isLast: true,
    next: ']',
    isStrict: false,
  })
}

/** A value of docfx’s forms has no way to write a `"`. */
function withoutQuotes(text: string): string {
  return text.replace(/"([^"]*)"/g, '“$1”').replaceAll('"', '”')
}

function isTooltip(markup: Block['markup']): markup is Tooltip['markup'] {
  return markup?.startsWith('tooltip') ?? false
}

/** Words between the quotes of a YAML scalar, or the whole scalar on one line, quoted where it has to be. */
function scalar(text: string, quote: Quote): string {
  if (quote === "'") return text.replaceAll("'", "''")
  if (quote === '"') return JSON.stringify(text).slice(1, -1)
  return stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd()
}

/** The quotes of a text of the front matter that starts at `start` of the file’s text. */
export function quoteAt(text: string, start: number): Quote {
  const before = text[start - 1]
  return before === '"' || before === "'" ? before : ''
}
