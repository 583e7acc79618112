/** Which sentences of a translation are still in the language of its source. */
import type { Block } from '../blocks/block.ts'
import { type Glossary, withoutNames } from '../glossary/glossary.ts'
import { inlineText, masked } from '../blocks/inline-text.ts'
import { type Vote, areVariants, primary } from './detect-language.ts'
import { caselessWords } from './scripts.ts'
import { type Span, sentences, splitWords } from './words.ts'

/** What detects the language of a sentence, for one pair of languages. */
export interface LanguageDetector {
  /** Of the source, as a primary subtag. */
  language: string
  vote: Vote
  glossary: Glossary
  /** Whether a block of the translation is, by its hash, what the source has or had anywhere. */
  isSourceText?: (hash: string) => boolean
}

export interface UntranslatedSentences {
  /** Offsets in the target’s text. */
  spans: Span[]
  /** How many sentences have, or had, something to translate. */
  prose: number
}

/** Words of a sentence that hardly two languages share as a whole. */
const enoughWords = 4

/**
 * Sentences of a translation that are in the language of its source.
 *
 * The strongest evidence is the same sentence in the source, now or earlier, unless its words are clearly of the translation’s
 * language. Any other sentence must be in the source’s language beyond doubt. Names, numbers and code are right as
 * they are, in any language.
 */
export function untranslatedSentences(
  source: Block | undefined,
  target: Block,
  locales: { source: string; target: string },
  { language, vote, glossary, isSourceText = () => false }: LanguageDetector,
): UntranslatedSentences {
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
  const prose = proseOf(locales.source)
  const wasSource = isSourceText(target.hash)
  const isVariant = areVariants(locales.source, locales.target)
  const spans: Span[] = []
  /** Short ones that only their equal in the source speaks against. */
  const doubtful = new Set<Span>()
  let count = 0
  for (const span of sentences(own.text, locales.target, own.breaks)) {
    const message = text.slice(span.from, span.to)
    const isSame = wasSource || same.has(plain(own.text.slice(span.from, span.to)))
    if (isNeutral(message, prose) || (isSame && isNamePhrase(message))) {
      // Such as “Patientez.”: a name would be in the source, too.
      if (original && !isSame) count++
      continue
    }
    count++
    if (isVariant) continue
    const answer = vote(message, isSame ? message : original?.text)
    if (answer !== language && !(isSame && answer === undefined)) continue
    spans.push(span)
    if (answer === undefined && splitWords(message).length < enoughWords) doubtful.add(span)
  }
  // Where the rest of a block is translated, so may be `Token inesperado.`, which Spanish and Portuguese have.
  if (spans.length === count) return { spans, prose: count }
  return { spans: spans.filter((span) => !doubtful.has(span)), prose: count }
}

function isOpaque({ from, to }: Span, opaque: readonly Span[]): boolean {
  return opaque.some((span) => span.from <= from && to <= span.to)
}

/** Whether a block has nothing that would differ in another language. */
export function isNeutralBlock({ inline }: Block, glossary: Glossary, locale: string): boolean {
  const text = withoutNames(masked(inlineText(inline)), glossary)
  return isNeutral(text, proseOf(locale))
}

/**
 * Whether a block stays as it is beyond doubt: numbers, signs, code, names of the glossary, and words that
 * no sentence has, such as `macOS` or `DNS`. `Devices` may be a name or a word that somebody forgot.
 */
export function isSurelyNeutral({ inline }: Block, glossary: Glossary): boolean {
  const text = withoutNames(masked(inlineText(inline)), glossary)
  return !/(?<![\p{L}\p{N}@/._-])\p{L}\p{Ll}+(?![\p{L}\p{N}@/_])|\p{Lo}/u.test(text)
}

/**
 * Whether a block that is the same in both languages may as well be a name as be forgotten: one word with a capital
 * that is not in the glossary (`Devices`), or a name that ends in small letters (`Microsoft 365 Apps for business`).
 */
export function isPossibleName({ inline }: Block, glossary: Glossary): boolean {
  const text = withoutNames(masked(inlineText(inline)), glossary)
  return /^\P{L}*\p{Lu}\p{Ll}+\P{L}*$/u.test(text) || isNamePhrase(text)
}

/** “And”, “of” and “for” occur inside names, in the languages that names come from. */
const connectors = new Set(
  `for of and or by de du des et la le les pour und für del para di per della do da dos das en van voor dla och av og
   af för`.split(/\s+/),
)

/** Those of German, which writes every noun with a capital: between two capitals they are no sign of a name there. */
const germanConnectors = new Set(['für', 'und', 'des'])

/** What is prose in a language, and never a name. */
interface Prose {
  caseless: RegExp | undefined
  connectors: ReadonlySet<string>
}

function proseOf(locale: string): Prose {
  const none = new Set<string>()
  const own = primary(locale) === 'de' ? germanConnectors : none
  return { caseless: caselessWords(locale), connectors: own }
}

/** Only words in small letters are prose: what has a capital may be a name, `eDiscovery` and `macOS` too. */
function isNeutral(text: string, { caseless, connectors: own }: Prose): boolean {
  return !caseless?.test(text) && !partsOf(text).some((part) => isProse(part) || own.has(part))
}

/** At least two words with a capital, then a connector and one word in small letters, as in `Apps for business`. */
function isNamePhrase(text: string): boolean {
  const parts = partsOf(text)
  const [connector = '', last = ''] = parts.slice(-2)
  const names = parts.slice(0, -2).filter((part) => /^\p{Lu}/u.test(part))
  return (
    names.length >= 2 &&
    !/[.:?!]\s*$/.test(text) &&
    !parts.slice(0, -2).some(isProse) &&
    connectors.has(connector) &&
    isProse(last)
  )
}

function partsOf(text: string): string[] {
  const parts = text.match(/[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}.’'_/@-]*/gu) ?? []
  return parts.map((part) => part.replace(/[.’'_/@-]+$/, ''))
}

function isProse(word: string): boolean {
  const isWord = /^\p{Ll}{2,}(?:[-’'\p{Ll}]*)$|^\p{Ll}{3,}\/\p{Ll}{3,}$/u.test(word)
  return isWord && !connectors.has(word)
}

function plain(sentence: string): string {
  return sentence.normalize('NFC').replaceAll('’', "'").replace(/\s+/g, ' ')
}
