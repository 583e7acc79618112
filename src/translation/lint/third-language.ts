/** Sentences and letters of a language that is neither the source’s nor the translation’s. */
import { defineProblems } from '#plugins/problems.ts'
import { withoutNames } from '../glossary/glossary.ts'
import { inlineText, masked } from '../blocks/inline-text.ts'
import { type Vote, primary } from '../language/detect-language.ts'
import { sentences } from '../language/words.ts'
import { type PairRule, findingIn } from './context.ts'

const problem = defineProblems('translation', {
  'l10n-third-language': (language: string, expected: string) => ({
    severity: 'warning',
    reason: `Sentence is in ${nameOf(language)}. Translate it into ${nameOf(expected)}.`,
    note: 'If this is intended, mark it, for example with `<span lang="de">`.',
  }),
  'l10n-script': (actual: string, script: string) => ({
    severity: 'warning',
    reason: `\`${actual}\` has ${script} letters. Use Latin letters.`,
    note: 'Letters of another script may look the same; search and screen readers tell them apart.',
  }),
})

function nameOf(language: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
}

/** Fewer words in small letters prove nothing: they are between names. */
const enough = 6
/** A word with signs around it, but none inside: `no_proxy` and `http.user` are code. */
const prose = /^[^\p{L}_]*[\p{Ll}’'-]{2,}[^\p{L}_]*$/u

/**
 * Names the language of a text that is in neither of two, or nothing where there is doubt. Loads the
 * library only here; a pair that it does not know has no vote.
 */
export async function loadThirdVote(source: string, target: string): Promise<Vote> {
  const { eld } = await import('eld/small')
  const detector = eld.newInstance()
  const expected = [primary(source), primary(target)]
  return (text) => {
    if (text.split(/\s+/).filter((word) => prose.test(word)).length < enough) return undefined
    const result = detector.detect(text)
    const isOther = result.language !== '' && !expected.includes(result.language)
    return isOther && result.isReliable() ? result.language : undefined
  }
}

export const thirdLanguage: PairRule = (linted) => {
  const { context, target, textMap } = linted
  const { third, glossary, languages } = context
  if (!third) return []
  const own = inlineText(target.inline)
  const text = withoutNames(masked(own), glossary)
  return sentences(own.text, context.target.locale, own.breaks).flatMap((span) => {
    const language = third(text.slice(span.from, span.to))
    if (!language) return []
    const from = textMap.folded[span.from] ?? 0
    const to = (textMap.folded[span.to - 1] ?? textMap.unmasked.length - 1) + 1
    return [
      findingIn(linted, problem('l10n-third-language', language, languages.target), [from, to]),
    ]
  })
}

/** Languages that are not written in Latin letters, or not only. */
const otherScripts = new Set(
  'am ar be bg bn el fa gu he hi hy ja ka kk km kn ko ky lo mk ml mn mr my ne pa ps ru si sr ta te th uk ur yi zh'.split(
    ' ',
  ),
)
const scripts: readonly (readonly [string, RegExp])[] = (
  [
    'Cyrillic',
    'Greek',
    'Arabic',
    'Hebrew',
    'Han',
    'Hiragana',
    'Katakana',
    'Hangul',
    'Thai',
    'Devanagari',
  ] as const
).map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const)
const word = /[\p{L}\p{M}]+/gu

export const script: PairRule = (linted) => {
  const { context, textMap, pair } = linted
  const { source, target } = context.languages
  if (otherScripts.has(source) || otherScripts.has(target)) return []
  return [...textMap.text.matchAll(word)].flatMap(({ 0: result, index }) => {
    const [name] = scripts.find(([, letters]) => letters.test(result)) ?? []
    // A single letter is a sign of mathematics: α, Δ.
    if (!name || [...result].length < 2 || pair.source?.text.includes(result)) return []
    return [findingIn(linted, problem('l10n-script', result, name), [index, index + result.length])]
  })
}
