/** Which sentences of a translation are still in the language of its source. */
import type { Block } from '../blocks/block.ts'
import { type Glossary, withoutNames } from '../glossary/glossary.ts'
import { inlineText, masked } from '../blocks/inline-text.ts'
import type { Vote } from './detect-language.ts'
import { type Span, sentences } from './words.ts'

/** What tells a sentence’s language, for one pair of languages. */
export interface Judge {
  /** Of the source, as a primary subtag. */
  language: string
  vote: Vote
  glossary: Glossary
}

export interface Foreign {
  /** Offsets in the target’s text. */
  spans: Span[]
  /** How many sentences have, or had, something to translate. */
  prose: number
}

/**
 * Sentences that equal one of the source block, or are in its language by their words. Names, numbers
 * and code are right as they are, in any language.
 */
export function foreignSentences(
  source: Block | undefined,
  target: Block,
  locales: { source: string; target: string },
  { language, vote, glossary }: Judge,
): Foreign {
  const original = source && inlineText(source.inline)
  const same = new Set(
    original &&
      sentences(original.text, locales.source, original.breaks)
        // What the source marks as words of another language may well be those of this one.
        .filter((span) => !isOpaque(span, original.opaque))
        .map(({ from, to }) => plain(original.text.slice(from, to))),
  )
  const own = inlineText(target.inline)
  const text = withoutNames(masked(own), glossary)
  const spans: Span[] = []
  let prose = 0
  for (const span of sentences(own.text, locales.target, own.breaks)) {
    const message = text.slice(span.from, span.to)
    const isSame = same.has(plain(own.text.slice(span.from, span.to)))
    if (isNeutral(message)) {
      // Such as “Patientez.”: a name would be in the source, too.
      if (original && !isSame) prose++
      continue
    }
    prose++
    if (isSame || vote(message) === language) spans.push(span)
  }
  return { spans, prose }
}

function isOpaque({ from, to }: Span, opaque: readonly Span[]): boolean {
  return opaque.some((span) => span.from <= from && to <= span.to)
}

/** Whether a block has nothing that would differ in another language. */
export function isNeutralBlock({ inline }: Block, glossary: Glossary): boolean {
  return isNeutral(withoutNames(masked(inlineText(inline)), glossary))
}

/**
 * Whether a block stays as it is beyond doubt: numbers, signs, code, names of the glossary, and words that
 * no sentence has, such as `macOS` or `DNS`. `Devices` may be a name or a word that somebody forgot.
 */
export function isSurelyNeutral({ inline }: Block, glossary: Glossary): boolean {
  const text = withoutNames(masked(inlineText(inline)), glossary)
  return !/(?<![\p{L}\p{N}@/._-])\p{L}\p{Ll}+(?![\p{L}\p{N}@/_])|\p{Lo}/u.test(text)
}

/** Whether a block is one word with a capital that is not in the glossary: `Devices`, `Details:`. */
export function isLoneWord({ inline }: Block, glossary: Glossary): boolean {
  const text = withoutNames(masked(inlineText(inline)), glossary)
  return /^\P{L}*\p{Lu}\p{Ll}+\P{L}*$/u.test(text)
}

const connectors = new Set('for of and or by de du des et la le les pour'.split(' '))

/** Only words in small letters are prose: what has a capital may be a name, `eDiscovery` and `macOS` too. */
function isNeutral(text: string): boolean {
  const parts = text.match(/[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}.’'_/@-]*/gu) ?? []
  return !parts.some((part) => {
    const word = part.replace(/[.’'_/@-]+$/, '')
    return /^\p{Ll}{2,}(?:[-’'\p{Ll}]*)$/u.test(word) && !connectors.has(word)
  })
}

function plain(sentence: string): string {
  return sentence.normalize('NFC').replaceAll('’', "'").replace(/\s+/g, ' ')
}
