/** Numbers that are not those of the source. */
import { defineProblems } from '#plugins/problems.ts'
import type { Glossary } from '../glossary/glossary.ts'
import { type PairRule, findingIn, hideNames } from './context.ts'
import { opaque } from './text-map.ts'
import { monthsOf, hasNumberWord } from './number-words.ts'

const problem = defineProblems('translation', {
  'l10n-number': (matches: readonly string[], expected: readonly string[]) => ({
    severity: 'warning',
    reason:
      `${matches.length ? `The number here is ${quoted(matches)}` : 'Number is missing'}. ` +
      (expected.length
        ? `Write ${quoted(expected)} as in the source.`
        : 'The source does not have it. Delete it.'),
  }),
})

interface Found {
  /** Its digits, without what groups them or makes a fraction of them. */
  value: string
  /** As in `3rd` or in a name: it may be in the other text, but need not. */
  isOptional: boolean
  typed: string
  from: number
  to: number
}

export const numbers: PairRule = (linted) => {
  const { context, textMap, original, source } = linted
  // A title or description in other words may leave a number out.
  if (!original || !source || linted.target.kind === 'meta') return []
  const matches = numbersIn(textMap.text, context.glossary)
  const expected = numbersIn(original.text, context.glossary)
  const extra = lacking(matches, expected, original.text, context.source.locale)
  const missing = lacking(expected, matches, textMap.text, context.target.locale)
  if (extra.length + missing.length === 0) return []
  const [first] = extra
  const last = matches.findLast(({ isOptional }) => !isOptional)
  const place = first ??
    (missing.length ? undefined : last) ?? { from: 0, to: textMap.unmasked.length }
  const finding = problem('l10n-number', typedOf(extra), typedOf(missing))
  return [findingIn(linted, finding, [place.from, place.to])]
}

/** Those of `some` that the other text has neither as digits nor as words. */
function lacking(some: readonly Found[], others: readonly Found[], text: string, locale: string) {
  const values = new Set(others.map(({ value }) => value))
  return some.filter(({ value, isOptional }, index) => {
    if (isOptional || values.has(value) || some.findIndex((item) => item.value === value) < index)
      return false
    const number = Number(value)
    return !hasNumberWord(text, number, locale) && !monthsOf(text, locale).has(number)
  })
}

const clock =
  /(?<!\d)(\d{1,2})(?:(?:[:h.]|[ \u00A0\u202F]h[ \u00A0\u202F]?)([0-5]\d))?(?:[ \u00A0\u202F]?([ap])\.?m(?![\p{L}\p{N}])\.?|[ \u00A0\u202F]?h(?![\p{L}\p{N}]))|(?<!\d)(\d{1,2}):([0-5]\d)(?!\d)/giu
const ordinal = /(\d+)(?:st|nd|rd|th|er|re|e|è?me|nde?)(?![\p{L}\p{N}])/gu
const plain = /(?<!\d)\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*/gu

/** Of a time only the hour, 0 to 23, and minutes; ordinals are words in many a language. */
function numbersIn(text: string, glossary: Glossary): Found[] {
  const results: Found[] = []
  const withoutNames = hideNames(text, glossary)
  const times = text.replace(
    clock,
    (typed, hour, minutes, half, hour24, minutes24, position: number) => {
      const of12 = Number(hour) % 12
      const shift = String(half).toLowerCase() === 'p' ? 12 : 0
      const value = half ? of12 + shift : Number(hour ?? hour24)
      add(String(value), typed, position)
      const rest = Number(minutes ?? minutes24 ?? 0)
      if (rest) add(String(rest), typed, position)
      return ' '.repeat(typed.length)
    },
  )
  const left = times.replace(ordinal, (typed, digits: string, position: number) => {
    add(digits, typed, position, true)
    return ' '.repeat(typed.length)
  })
  for (const { 0: typed, index } of left.matchAll(plain)) {
    add(typed.replace(/\D/g, '').replace(/^0+(?=\d)/, ''), typed, index)
  }
  return results

  function add(value: string, typed: string, from: number, isOptional = false): void {
    const to = from + typed.length
    const isName = withoutNames[to - 1] === opaque
    results.push({ value, isOptional: isOptional || isName, typed, from, to })
  }
}

function typedOf(matches: readonly Found[]): string[] {
  return matches.map(({ typed }) => typed)
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ')
}
