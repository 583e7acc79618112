/**
 * Sentences with what is true of them: translated, or still in the language of their source.
 *
 * They are the messages of Lighthouse and of TypeScript, which are in `node_modules` in many languages, and the
 * FastTrack sentences beside the project. Every second one is for setting numbers, the others are for reporting.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Random, randomOf } from './drift.ts'

export interface LanguageCase {
  /** The sentence in the source, and in the translation. */
  source: string
  text: string
  isUntranslated: boolean
}

export type Half = 'set' | 'report'

type Messages = ReadonlyMap<string, string>

const { resolve } = createRequire(import.meta.url)
const lighthouse = join(dirname(resolve('lighthouse/package.json')), 'shared/localization/locales')
const typeScript = dirname(resolve('typescript'))

/** Lighthouse’s messages in a language; undefined if it has none. */
export function lighthouseMessages(locale: string): Messages | undefined {
  const file = join(lighthouse, `${locale}.json`)
  if (!existsSync(file)) return undefined
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>
  return new Map(
    Object.entries(messages)
      // Plural forms have two sentences and their own syntax.
      .filter(([, { message }]) => !/\{\w+, *(?:plural|select|number)/.test(message))
      .map(([key, { message }]) => [key, message]),
  )
}

/** TypeScript’s messages in a language. */
export function typeScriptMessages(locale: string): Messages | undefined {
  if (locale === 'en') return englishMessages()
  const file = join(typeScript, locale, 'diagnosticMessages.generated.json')
  if (!existsSync(file)) return undefined
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>))
}

function englishMessages(): Messages {
  const program = readFileSync(join(typeScript, 'typescript.js'), 'utf8')
  const calls = program.matchAll(/diag\(\d+, \d+ \/\* \w+ \*\/, "(\w+)", ("(?:[^"\\]|\\.)*")/g)
  return new Map([...calls].map(([, key = '', text = '']) => [key, JSON.parse(text) as string]))
}

/**
 * Cases of one pair of languages: each message with its translation; every eighth once more as it is in the
 * source, and as it was before the source changed.
 */
export function casesOf(source: Messages, target: Messages, half: Half, seed = 1): LanguageCase[] {
  const random = randomOf(seed)
  const shared = [...source].filter(([key]) => target.has(key))
  const words = shared.flatMap(([, text]) => text.match(/(?<!\S)\p{Ll}{4,}(?!\S)/gu) ?? [])
  return shared.flatMap(([key, text], index): LanguageCase[] => {
    if ((index % 2 === 0) !== (half === 'set')) return []
    const translation = target.get(key) ?? ''
    const results: LanguageCase[] = []
    // Nobody can tell whether a sentence that is the same was meant to be.
    if (translation.toLowerCase() === text.toLowerCase()) return []
    results.push({
      source: text,
      text: translation,
      isUntranslated: hasSentenceOf(text, translation),
    })
    if (index % 16 < 2 && hasProse(text)) {
      results.push({ source: text, text, isUntranslated: true })
      if (hasProse(text, 6)) {
        results.push({ source: changed(text, words, random), text, isUntranslated: true })
      }
    }
    return results
  })
}

/** Whether whoever translated a message left one of its sentences as it was, as some of Lighthouse’s in Croatian. */
function hasSentenceOf(source: string, translation: string): boolean {
  const kept = new Set(source.split(sentenceEnd))
  return translation.split(sentenceEnd).some((text) => hasProse(text, 4) && kept.has(text))
}

const sentenceEnd = /(?<=[.!?]) +/

function hasProse(text: string, least = 1): boolean {
  const prose = text.replace(/`[^`]*`|\]\([^)]*\)|\{\w+\}/g, ' ')
  return (prose.match(/(?<!\S)\p{Ll}{2,}(?!\S)|\p{Lo}{2,}/gu) ?? []).length >= least
}

/** A third of the words are others. */
function changed(text: string, words: readonly string[], random: Random): string {
  return text.replace(/(?<!\S)\p{Ll}{3,}(?!\S)/gu, (word) =>
    random() < 0.33 ? (words[Math.floor(random() * words.length)] ?? word) : word,
  )
}

interface FastTrackSentence {
  source: string
  text: string
  kind: 'translated' | 'untranslated' | 'neutral'
}

/** The FastTrack sentences by locale, all of English; empty where they are not beside the project. */
export function fastTrackCases(half?: Half): ReadonlyMap<string, LanguageCase[]> {
  const file = join(import.meta.dirname, '../../../shared/cases/detection.json')
  if (!existsSync(file)) return new Map()
  const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, FastTrackSentence[]>
  return new Map(
    Object.entries(all).map(([locale, sentences]) => [
      locale,
      sentences
        .filter((_, index) => !half || (index % 2 === 0) === (half === 'set'))
        .map(({ source, text, kind }) => ({
          source,
          text,
          isUntranslated: kind === 'untranslated',
        })),
    ]),
  )
}
