/** Words and codes back to Markdown, proven by reading it again. */
import { altIn } from '#plugins/html-words.ts'
import { type Block, isInCode } from '../blocks/block.ts'
import { withTitle } from '../blocks/tooltips.ts'
import { type Code, encode, type Encoded, mergeText, type Part } from './codec.ts'
import type { Dialect } from '../blocks/parse.ts'
import { type EscapeContext, escapeHtml, escapeText, reference } from './escape.ts'
import { parseFragment } from './fragment.ts'
import { plainMarkup, type Quote } from './plain.ts'

export interface RebuildOptions {
  dialect: Dialect
  /** Codes that the translation has beyond those of its source, or in their place, with its own Markdown. */
  extras?: readonly Code[]
  /** Text for an image, by the number of its code, where it is not the source’s. */
  alts?: ReadonlyMap<number, string>
  /** The same for the title of a link or an image. */
  titles?: ReadonlyMap<number, string>
  /** Quotes around the text of the front matter that these words replace. */
  quote?: Quote
}

interface Attempt {
  /** Take words that the source has too as they are typed there. */
  asTyped: boolean
  /** Write letters next to `**` as numbers where Markdown would not see the `**` otherwise. */
  atBorders: boolean
  isStrict: boolean
  /** `*` where the source has `_`, which does not work inside a word. */
  withStars: boolean
}

const plain: Attempt = { asTyped: false, atBorders: false, isStrict: false, withStars: false }
const attempts: readonly Attempt[] = [
  { ...plain, asTyped: true },
  plain,
  { ...plain, withStars: true },
  { ...plain, atBorders: true },
  { ...plain, atBorders: true, withStars: true },
  { asTyped: false, atBorders: true, withStars: true, isStrict: true },
]

/**
 * Markdown for `parts` in the place of a block like `source`, whose codes they bear.
 *
 * Nothing if no way to write them reads as these words with these codes: an address among the words
 * that would become a link, bold without words.
 */
export function rebuild(
  parts: readonly Part[],
  source: Block,
  options: Readonly<RebuildOptions>,
): string | undefined {
  if (source.kind === 'meta' || source.kind === 'title' || isInCode(source)) {
    return plainMarkup(parts, source, options)
  }
  const encoded = encode(source)
  const codes = new Map(
    [...encoded.codes, ...(options.extras ?? [])].map((code) => [code.id, code]),
  )
  const wanted = tidy(onOneLine(parts, source), codes)
  const message = canonical(wanted, codes)
  for (const attempt of source.markup === 'html' ? attempts.slice(0, 2) : attempts) {
    const write = (isLocal: boolean) =>
      markdown(wanted, source, { codes, encoded, options, attempt, isLocal })
    const fragment = parseFragment(write(true), source, options.dialect)
    if (!fragment) continue
    const read = encode(fragment)
    if (canonical(read.parts, new Map(read.codes.map((code) => [code.id, code]))) === message) {
      return write(false)
    }
  }
  return undefined
}

/** A line’s end would cut a cell or a heading, and an empty line raw HTML; to a reader it is a space. */
function onOneLine(parts: readonly Part[], { kind, markup }: Block): readonly Part[] {
  if (kind !== 'cell' && kind !== 'heading' && !markup) return parts
  return parts.map((part) =>
    part.kind === 'text' ? { ...part, text: part.text.replace(/(?<!\s)\s*[\r\n]\s*/g, ' ') } : part,
  )
}

interface Writing {
  codes: ReadonlyMap<number, Code>
  encoded: Encoded
  options: Readonly<RebuildOptions>
  attempt: Attempt
  /** By itself, without what quotes and lists put before a line. */
  isLocal: boolean
}

function markdown(parts: readonly Part[], source: Block, writing: Writing): string {
  const { codes, encoded, options, attempt } = writing
  const open: Code[] = []
  let text = ''
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') {
      const next = parts[index + 1]
      const typed = attempt.asTyped ? encoded.typed.get(part.text) : undefined
      const escaped =
        typed ??
        escapedText(part.text, source, {
          dialect: options.dialect,
          kind: source.kind,
          inBrackets: open.some((code) => code.open.startsWith('[')),
          isFirst: index === 0,
          isTop: source.place.containers.length === 0,
          isLast: !next,
          next: next ? titled(next, source, writing) : '',
          isStrict: attempt.isStrict,
        })
      text += attempt.atBorders ? withBorders(escaped, parts, index, codes) : escaped
      continue
    }
    const code = codes.get(part.id)
    if (part.kind === 'open' && code) open.push(code)
    if (part.kind === 'close') open.pop()
    text += titled(part, source, writing)
  }
  return text.trim()
}

function escapedText(text: string, { markup }: Block, context: EscapeContext): string {
  if (markup === 'html') return escapeHtml(text)
  // In an element no word begins a block, and `|` ends no cell.
  return escapeText(text, markup === 'jsx' ? { ...context, kind: 'title' } : context)
}

/** Markup with the title that a link or an image is to have. */
function titled(part: Part, { kind }: Block, writing: Writing): string {
  const typed = markup(part, writing)
  const title = part.kind === 'text' ? undefined : writing.options.titles?.get(part.id)
  return title === undefined ? typed : withTitle(typed, title, kind === 'cell')
}

function markup(part: Part, { codes, options, attempt, isLocal }: Writing): string {
  if (part.kind === 'text') return part.text
  const code = codes.get(part.id)
  if (!code) return ''
  const alt = options.alts?.get(code.id)
  if (code.type === 'image' && alt !== undefined) {
    const label = escapeText(alt, {
      dialect: options.dialect,
      kind: 'image',
      inBrackets: true,
      isFirst: false,
      isTop: false,
      isLast: false,
      next: ']',
      isStrict: true,
    })
    return `![${label}]${code.open.replace(/^!\[(?:\\.|[^\]\\])*\]/s, '')}`
  }
  if (alt !== undefined) return withAlt(code.open, alt)
  if (code.type === 'break' && isLocal) return code.open.replace(/(\n)[\s>]*$/, '$1')
  const typed = part.kind === 'close' ? code.close : code.open
  return attempt.withStars && (code.type === 'emphasis' || code.type === 'strong')
    ? typed.replaceAll('_', '*')
    : typed
}

/** The tag of an image with another text. */
function withAlt(tag: string, alt: string): string {
  const result = altIn(tag)
  if (!result) return tag
  const { start, end, quote } = result
  const escaped = escapeHtml(alt).replaceAll(quote, quote === '"' ? '&quot;' : '&#39;')
  return tag.slice(0, start) + escaped + tag.slice(end)
}

/** A letter outside of `**` whose inside neighbour is no letter, as its number. */
function withBorders(
  text: string,
  parts: readonly Part[],
  index: number,
  codes: ReadonlyMap<number, Code>,
): string {
  const isMark = (part: Part | undefined) =>
    part && part.kind !== 'text' && /^[*_~]/.test(codes.get(part.id)?.open ?? '')
  const isLetter = (character = '') => /[\p{L}\p{N}]/u.test(character)
  const letters = [...text]
  const [before, after] = [parts[index - 1], parts[index + 1]]
  const first = letters[0]
  const last = letters.at(-1)
  if (before?.kind === 'close' && isMark(before) && first && isLetter(first)) {
    letters[0] = reference(first)
  }
  if (after?.kind === 'open' && isMark(after) && last && isLetter(last)) {
    letters[letters.length - 1] = reference(last)
  }
  return letters.join('')
}

/** Spaces at the inner edges of bold and the like, moved outside: Markdown knows no other way. */
function tidy(parts: readonly Part[], codes: ReadonlyMap<number, Code>): Part[] {
  let tidied = mergeText(parts).map((part) => ({ ...part }))
  for (let isMoving = true; isMoving;) {
    isMoving = false
    for (const [index, part] of tidied.entries()) {
      if (part.kind !== 'open' && part.kind !== 'close') continue
      const type = codes.get(part.id)?.type
      if (type !== 'strong' && type !== 'emphasis' && type !== 'delete') continue
      const inner = tidied[part.kind === 'open' ? index + 1 : index - 1]
      if (inner?.kind !== 'text') continue
      const blank = (part.kind === 'open' ? /^\s+/ : /(?<!\s)\s+$/).exec(inner.text)?.[0]
      if (!blank) continue
      inner.text =
        part.kind === 'open' ? inner.text.slice(blank.length) : inner.text.slice(0, -blank.length)
      tidied.splice(part.kind === 'open' ? index : index + 1, 0, { kind: 'text', text: blank })
      tidied = mergeText(tidied).map((item) => ({ ...item }))
      isMoving = true
      break
    }
  }
  return trimEnds(tidied)
}

function trimEnds(parts: Part[]): Part[] {
  const [first, last] = [parts[0], parts.at(-1)]
  if (first?.kind === 'text') first.text = first.text.replace(/^[ \t\r\n]+/, '')
  if (last?.kind === 'text') last.text = last.text.replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '')
  return mergeText(parts)
}

/** The same for the same words with the same codes in the same order, whatever their numbers. */
function canonical(parts: readonly Part[], codes: ReadonlyMap<number, Code>): string {
  const messages = trimEnds(mergeText(parts).map((part) => ({ ...part }))).map((part) => {
    if (part.kind === 'text') return part.text.replace(/(?<![ \t])[ \t]*\r?\n[ \t]*/g, ' ')
    const code = codes.get(part.id)
    return part.kind === 'close' ? [part.kind] : [part.kind, code?.type, code?.data]
  })
  return JSON.stringify(messages)
}
