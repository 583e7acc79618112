/** Sentences and words of a block’s text. */
import type { Span } from '../blocks/inline-text.ts'

export type { Span } from '../blocks/inline-text.ts'

/** Abbreviations that a full stop ends, but no sentence; in lower case. */
const abbreviations = new Set(
  'e.g. i.e. etc. vs. no. fig. approx. incl. max. min. mr. mrs. dr. p. ex. cf. env. art. chap. mme. m. n. st. ste.'.split(
    ' ',
  ),
)

const segmenters = new Map<string, Intl.Segmenter>()

/** Give the sentences of `text` as spans without the space around them; `breaks` end one, too. */
export function sentences(text: string, locale: string, breaks: readonly number[] = []): Span[] {
  const edges = [0, ...breaks.toSorted((a, b) => a - b), text.length]
  return edges.slice(1).flatMap((to, index) => {
    const from = edges[index] ?? 0
    return from < to ? split(text.slice(from, to), locale, from) : []
  })
}

function split(text: string, locale: string, offset: number): Span[] {
  // Most headings and cells: nothing in them ends a sentence.
  const from = text.length - text.trimStart().length
  const to = text.trimEnd().length
  if (!/\p{Sentence_Terminal}/u.test(text.slice(from, Math.max(from, to - 1)))) {
    return from < to ? [{ from: from + offset, to: to + offset }] : []
  }
  const results: Span[] = []
  for (const { segment, index } of segmenter(locale).segment(text)) {
    const last = results.at(-1)
    const to = index + segment.trimEnd().length
    if (last && goesOn(text.slice(last.from, last.to), segment)) last.to = to
    else results.push({ from: index + segment.length - segment.trimStart().length, to })
  }
  return results
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) => ({ from: from + offset, to: to + offset }))
}

/** A sentence does not end at an abbreviation, nor before a small letter or a closing sign. */
function goesOn(before: string, after: string): boolean {
  if (/^[\s]*[\p{Ll})\]»”’;,:]/u.test(after)) return true
  const [last = ''] = /\S+$/.exec(before) ?? []
  return abbreviations.has(last.toLowerCase().replace(/^[(«“"]+/, ''))
}

function segmenter(locale: string): Intl.Segmenter {
  const known = segmenters.get(locale)
  if (known) return known
  const made = new Intl.Segmenter(locale, { granularity: 'sentence' })
  segmenters.set(locale, made)
  return made
}

/** Words of a text as typed, apostrophes inside; numbers and signs are none. */
export function splitWords(text: string): string[] {
  return text.match(/\p{L}[\p{L}\p{M}\p{N}]*(?:[’'][\p{L}\p{N}]+)*/gu) ?? []
}

/** How many words a translator is paid for: what is between two spaces and has a letter or digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
