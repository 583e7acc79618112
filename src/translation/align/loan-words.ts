/**
 * English words that Japanese and Korean write by their sound: コンテンツ is *content*, 컴포넌트 *component*.
 *
 * Consonants are compared and vowels left out: those are heard as they are written in neither language. Where the two
 * scripts are the same, or another one is used, nothing changes.
 */
import { scriptOf } from '../language/scripts.ts'
import { constants } from './constants.ts'
import type { AlignUnit } from './units.ts'

/** Consonants of Korean letters in the order of Unicode; of those that end a syllable only what is heard. */
const initials = 'G G N D D R M B B S S - J J C K T P -'.split(' ')
const finals = [
  ...['', 'K', 'K', 'K', 'N', 'N', 'N', 'T', 'R', 'R', 'R', 'R', 'R', 'R', 'R', 'R', 'M', 'P'],
  ...['P', 'T', 'T', 'N', 'T', 'T', 'K', 'T', 'P', ''],
]
const kana = new Map(
  Object.entries({
    ...{
      K: 'カキクケコ',
      G: 'ガギグゲゴ',
      S: 'サシスセソ',
      J: 'ザジズゼゾヂヅ',
      T: 'タツテト',
      C: 'チ',
    },
    ...{
      D: 'ダデド',
      N: 'ナニヌネノン',
      P: 'フパピプペポ',
      B: 'バビブベボヴ',
      M: 'マミムメモ',
      R: 'ラリルレロ',
    },
  }).flatMap(([sound, letters]) => [...letters].map((letter) => [letter, sound] as const)),
)

/** Spelling of English, by the consonants that are heard: the first that fits counts. */
const spelling: readonly (readonly [RegExp, string])[] = [
  [/[ts]ion|cian/gy, 'SN'],
  [/s?tch|ch/gy, 'C'],
  [/sch|sk|sc(?![eiy])/gy, 'SK'],
  [/sh|th|c(?=[eiy])|s+/gy, 'S'],
  [/ph|f+|p+/gy, 'P'],
  [/gh|wr(?=$)|h|w|y/gy, ''],
  [/dge?|g(?=[eiy])|j|z+/gy, 'J'],
  [/ck|k+|c+|q/gy, 'K'],
  [/x/gy, 'KS'],
  [/g+/gy, 'G'],
  [/t+/gy, 'T'],
  [/d+/gy, 'D'],
  [/b+|v/gy, 'B'],
  [/m+/gy, 'M'],
  [/n+/gy, 'N'],
  [/l+|r+(?=[aeiouy])/gy, 'R'],
]

/** The units with stems of English words in place of those that are written by their sound. */
export function withLoanWords(
  [sources, targets]: readonly [readonly AlignUnit[], readonly AlignUnit[]],
  [from, to]: readonly [string, string],
): [readonly AlignUnit[], readonly AlignUnit[]] {
  if (isLatin(from) && hasSounds(to)) return [sources, replaced(targets, sources)]
  if (isLatin(to) && hasSounds(from)) return [replaced(sources, targets), targets]
  return [sources, targets]
}

function isLatin(locale: string): boolean {
  return scriptOf(locale) === 'Latn'
}

function hasSounds(locale: string): boolean {
  return ['Jpan', 'Kore'].includes(scriptOf(locale))
}

function replaced(units: readonly AlignUnit[], latin: readonly AlignUnit[]): AlignUnit[] {
  const bySound = soundsOf(latin)
  const known = new Map<string, string>()
  const stemOf = (stem: string) => {
    const result = known.get(stem) ?? nearest(stem, bySound)
    known.set(stem, result)
    return result
  }
  return units.map((unit) => ({ ...unit, stems: new Set([...unit.stems].map(stemOf)) }))
}

interface Sound {
  sound: string
  stem: string
}

/** English words by their first consonants, all of a page. */
function soundsOf(units: readonly AlignUnit[]): Map<string, Sound[]> {
  const words = new Set(
    units.flatMap(({ blocks }) =>
      blocks.flatMap(({ text }) => text.toLowerCase().match(/[a-z]{4,}/g) ?? []),
    ),
  )
  const sounds = [...words].flatMap((word) => {
    const sound = soundOfLatin(word)
    return sound.length >= constants.sounds.least ? { sound, stem: word.slice(0, 4) } : []
  })
  return Map.groupBy(sounds, ({ sound }) => sound.slice(0, constants.sounds.least))
}

/** The stem of the English word that a word sounds like; the word itself if it sounds like none. */
function nearest(word: string, bySound: ReadonlyMap<string, readonly Sound[]>): string {
  const isKana = /^[\p{Script=Kana}ー]+$/u.test(word)
  if (!isKana && !/^\p{Script=Hang}+$/u.test(word)) return word
  const sound = isKana ? soundOfKana(word) : soundOfHangul(word)
  let best: { stem: string; errors: number } | undefined
  for (const candidate of bySound.get(sound.slice(0, constants.sounds.least)) ?? []) {
    const { length } = candidate.sound
    if (sound.length - length > (isKana ? 1 : constants.sounds.particles)) continue
    const errors = distance(candidate.sound, isKana ? sound : sound.slice(0, length))
    if (errors > length / constants.sounds.perError || errors >= (best?.errors ?? Infinity))
      continue
    best = { stem: candidate.stem, errors }
  }
  return best?.stem ?? word
}

/** The consonants of an English word as they are heard. */
export function soundOfLatin(word: string): string {
  let result = ''
  for (let index = 0; index < word.length;) {
    const start = index
    for (const [pattern, sound] of spelling) {
      pattern.lastIndex = index
      const match = pattern.exec(word)
      if (!match?.[0]) continue
      result += sound
      index += match[0].length
      break
    }
    if (index === start) index++
  }
  return result
}

export function soundOfKana(word: string): string {
  return [...word.normalize('NFC')].map((letter) => kana.get(letter) ?? '').join('')
}

export function soundOfHangul(word: string): string {
  let result = ''
  let last = ''
  for (const letter of word.normalize('NFC')) {
    const code = letter.charCodeAt(0) - 0xac00
    if (code < 0 || code >= 11172) continue
    const first = initials[Math.floor(code / 588)]!.replace('-', '')
    // 클래스 has one l.
    result += first === 'R' && last === 'R' ? '' : first
    last = finals[code % 28]!
    result += last
  }
  return result
}

/** How many letters two short words differ in (Levenshtein). */
function distance(word: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [row, letter] of [...word].entries()) {
    const next = [row + 1]
    for (const [column, twin] of [...other].entries()) {
      const cost = letter === twin ? 0 : 1
      next.push(Math.min(before[column]! + cost, before[column + 1]! + 1, next[column]! + 1))
    }
    before = next
  }
  return before.at(-1) ?? word.length
}
