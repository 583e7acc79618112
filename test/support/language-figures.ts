/** How well untranslated sentences are found: precision and recall of cases that have their truth. */
import { readBlocks } from '#src/translation/blocks/read-blocks.ts'
import { emptyGlossary } from '#src/translation/glossary/glossary.ts'
import { type Vote, primary } from '#src/translation/language/detect-language.ts'
import { untranslatedSentences } from '#src/translation/language/untranslated.ts'
import {
  type Half,
  type LanguageCase,
  casesOf,
  fastTrackCases,
  lighthouseMessages,
  typeScriptMessages,
} from './language-cases.ts'

export interface Figures {
  /** Sentences that were judged. */
  count: number
  untranslated: number
  precision: number
  recall: number
  /** What was judged wrong: the sentence, and whether it is untranslated. */
  wrong: LanguageCase[]
}

export function figuresOf(
  cases: readonly LanguageCase[],
  [source, target]: readonly [string, string],
  vote: Vote,
): Figures {
  const judge = { language: primary(source), vote, glossary: emptyGlossary }
  const wrong: LanguageCase[] = []
  const counts = { all: 0, wanted: 0, flagged: 0, right: 0 }
  for (const item of cases) {
    const [original, block] = [blockOf(item.source, source), blockOf(item.text, target)]
    if (!original || !block) continue
    const isFlagged =
      untranslatedSentences(original, block, { source, target }, judge).spans.length > 0
    counts.all++
    if (item.isUntranslated) counts.wanted++
    if (isFlagged) counts.flagged++
    if (isFlagged && item.isUntranslated) counts.right++
    if (isFlagged !== item.isUntranslated) wrong.push(item)
  }
  return {
    count: counts.all,
    untranslated: counts.wanted,
    precision: counts.right / counts.flagged,
    recall: counts.right / counts.wanted,
    wrong,
  }
}

/** All cases of a pair of languages, of every collection that has it; empty if none has. */
export function allCases(source: string, target: string, half?: Half): LanguageCase[] {
  const halves: Half[] = half ? [half] : ['set', 'report']
  const fastTrack = primary(source) === 'en' ? fastTrackCases(half).get(target) : undefined
  const collections = [
    [lighthouseMessages(lighthouseName(source)), lighthouseMessages(lighthouseName(target))],
    [typeScriptMessages(typeScriptName(source)), typeScriptMessages(typeScriptName(target))],
  ] as const
  const messages = collections.flatMap(([from, to]) =>
    from && to ? halves.flatMap((item) => casesOf(from, to, item)) : [],
  )
  return [...(fastTrack ?? []), ...messages]
}

function lighthouseName(locale: string): string {
  const names: Record<string, string> = { en: 'en-US', 'zh-CN': 'zh', 'pt-BR': 'pt', nb: 'no' }
  return (
    names[locale] ?? (['zh-TW', 'pt-PT', 'sr-Latn'].includes(locale) ? locale : primary(locale))
  )
}

function typeScriptName(locale: string): string {
  return locale.startsWith('zh') || locale === 'pt-BR' ? locale.toLowerCase() : primary(locale)
}

function blockOf(text: string, locale: string) {
  const page = { name: 'page.md', slug: 'page', locale, text, dialect: 'docfx' as const }
  return readBlocks(page).blocks[0]
}

/** Pairs of languages that are measured, the source first. */
export const measuredPairs =
  `en de-DE, en es, en it-IT, en pt-BR, en nl, en pl, en sv, en fr-FR, en da, en nb, en fi, en cs, en hu, en ro, en tr,
  en id, en vi, en hr, en sk, en sl, en lt, en lv, en ca, en fil, en sr-Latn, en ja-JP, en ko, en zh-CN, en zh-TW, en ru,
  en he, en ar, en el, de fr, de en, de nl, fr de, fr en, fr it, fr es, es en, es pt-BR, es it, it en, it es, it fr,
  pt-BR en, pt-BR es, nl en, nl de, sv en, sv fi, pl en, pl cs, ca es, tr de, hu ro, ja en, ja zh-CN, zh-CN ja, zh-CN en,
  ru en, ru pl, sv da, da sv, da nb, nb sv, cs sk`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string])
