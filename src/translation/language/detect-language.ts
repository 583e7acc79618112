/** Which of two languages a sentence is in, if that is clear. */
import { lexicons } from './lexicon.ts'
import { splitWords } from './words.ts'

/**
 * Gives the primary subtag of one of two languages for a text without code and names; undefined is
 * the answer wherever there is doubt: a false alarm costs more trust than a missed one.
 */
export type Vote = (text: string) => string | undefined

/** The vote of a pair of languages that have word lists; undefined for any other pair. */
export function wordVote(source: string, target: string): Vote | undefined {
  const languages = [primary(source), primary(target)]
  const [first, second] = languages.map((language) => lexicons.get(language))
  if (!first || !second || first === second) return undefined
  return (text) => {
    const scores = [first, second].map(({ words, signs }) => {
      let sure = 0
      for (const word of splitWords(text)) {
        const lower = word.toLowerCase().replaceAll('’', "'")
        // A capital inside a sentence is a name’s; a sentence’s first word counts as any other.
        if (words.has(lower) || signs.some((sign) => sign.test(word))) sure++
      }
      return sure
    })
    const [item = 0, other = 0] = scores
    const winner = item > other ? 0 : 1
    const [most, least] = item > other ? [item, other] : [other, item]
    // One small word proves little: `Skype for Business` occurs in French, too.
    const isEnough = most >= 2 || (most === 1 && contentWords(text) > 0)
    return isEnough && most >= 3 * least ? languages[winner] : undefined
  }

  /** Words in small letters that are in no list. */
  function contentWords(text: string): number {
    return splitWords(text).filter(
      (word) => /^\p{Ll}{3,}$/u.test(word) && !first?.words.has(word) && !second?.words.has(word),
    ).length
  }
}

/** The vote for any pair: by word lists where there are some, else by a library, loaded only then. */
export async function loadVote(source: string, target: string): Promise<Vote> {
  const known = wordVote(source, target)
  if (known) return known
  const languages = [primary(source), primary(target)]
  const { eld } = await import('eld/small')
  const detector = eld.newInstance()
  const understood = Object.values(detector.setLanguageSubset(languages))
  // With only one of the two known to it, everything would be in that one.
  if (languages.some((language) => !understood.includes(language))) return () => undefined
  return (text) => {
    if (splitWords(text).length < 4) return undefined
    const result = detector.detect(text)
    return result.isReliable() ? result.language || undefined : undefined
  }
}

export function primary(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? ''
}
