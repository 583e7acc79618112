/** Words as Markdown: what would be read as syntax is escaped, everything else stays as it is. */
import type { BlockKind } from '../blocks/block.ts'
import { type Dialect, hasJsx } from '../blocks/dialect.ts'

export interface EscapeContext {
  dialect: Dialect
  kind: BlockKind
  /** Inside the brackets of a link. */
  inBrackets: boolean
  isFirst: boolean
  /** Not in a list, a quote or a directive: `export` begins a module there. */
  isTop: boolean
  isLast: boolean
  /** What Markdown comes after these words. */
  next: string
  /** Escape all that could ever be syntax, not only what is here. */
  isStrict: boolean
}

const word = /[\p{L}\p{N}]/u

export function escapeText(text: string, context: EscapeContext): string {
  const all = text + (context.next[0] ?? '')
  let escaped = ''
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? ''
    const after = all.slice(index + 1)
    escaped += isSyntax(character, all[index - 1] ?? '', after, context)
      ? `\\${character}`
      : character
  }
  if (context.isFirst && context.kind === 'paragraph') escaped = escapeStart(escaped, context)
  if (context.isLast && context.kind === 'heading')
    escaped = escaped.replace(/(^|\s)(#+)$/, '$1\\$2')
  return escaped
}

function isSyntax(
  character: string,
  before: string,
  after: string,
  { dialect, kind, inBrackets, next, isStrict }: EscapeContext,
): boolean {
  const following = after[0] ?? ''
  switch (character) {
    case '`':
    case '[':
    case '~':
      return true
    case '\\':
      return following === '' || /[!-/:-@[-`{-~]/.test(following)
    case '*':
      return isStrict || !(isBlank(before) && isBlank(following))
    case '_':
      return (
        isStrict ||
        (!(isBlank(before) && isBlank(following)) && !(word.test(before) && word.test(following)))
      )
    case ']':
      return isStrict || inBrackets
    case '<':
      return isStrict || hasJsx(dialect) || /[A-Za-z/!?]/.test(following)
    case '{':
      return hasJsx(dialect)
    case '}':
      return isStrict && hasJsx(dialect)
    case '&':
      return /^#?\w+;/.test(after)
    case '|':
      return kind === 'cell'
    case ':':
      return dialect === 'guide' && before !== ':' && (isStrict ? word : /\p{L}/u).test(following)
    case '!':
      return following === '[' && after.length === 1 && next.startsWith('[')
    default:
      return false
  }
}

/** What opens a block at the start of a paragraph. */
function escapeStart(text: string, { dialect, isTop }: EscapeContext): string {
  if (hasJsx(dialect)) {
    // There is no escape for the first word of an ES module but a character reference.
    const esm = isTop && /^(?:import|export)(?=[\s{*]|$)/.exec(text)
    if (esm) return `&#${text.charCodeAt(0)};${text.slice(1)}`
  }
  if (dialect !== 'docfx' && text.startsWith('::')) return `\\${text}`
  return text
    .replace(/^(#{1,6}(?=\s|$)|>|[-+](?=\s|$|-)|=+\s*$)/, '\\$1')
    .replace(/^(\d{1,9})([.)](?=\s|$))/, '$1\\$2')
}

/** Words as HTML, in the text of an element or between the quotes of an attribute. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&(?=#|\w)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function isBlank(character: string): boolean {
  return character === '' || /\s/.test(character)
}

/** A character as its number, where the letter itself would keep `**` from being read. */
export function reference(character: string): string {
  return `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`
}
