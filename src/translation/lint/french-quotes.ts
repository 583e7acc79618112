/** French: the spaces inside « », quotes of another language, a hyphen in place of a dash. */
import { defineProblems } from '#plugins/problems.ts'
import { type Linted, type PairRule, findingIn } from './context.ts'
import type { Finding } from './finding.ts'
import { gapAt, typedPlace } from './text-map.ts'
import { isFrench, noBreak, ordinary } from './french.ts'

const problem = defineProblems('typography', {
  'l10n-fr-guillemets': (sign: string, actual: 'ordinary' | 'no') => ({
    severity: 'warning',
    reason:
      `There is ${actual === 'no' ? 'no' : 'an ordinary'} space ${side(sign)} \`${sign}\`. ` +
      'Use a no-break space (U+00A0).',
  }),
  'l10n-fr-quotes': (actual: string) => ({
    severity: 'warning',
    reason: `\`${actual}\` has the quotation marks of another language. Use « and » with no-break spaces inside.`,
  }),
  'l10n-fr-dash': () => ({
    severity: 'warning',
    reason: 'There is a hyphen between spaces. Use a dash (–).',
  }),
})

function side(sign: string): string {
  return sign === '«' ? 'after' : 'before'
}

const opening = new RegExp(`«([${ordinary}]*)(?=[^\\s\\u00A0\\u202F])`, 'gu')
const closing = new RegExp(`(?<=[^\\s\\u00A0\\u202F«])([${ordinary}]*)»`, 'gu')
const straight = /(?<![\p{L}\p{N}=])"[^"\n]{1,300}"(?![\p{L}\p{N}])/gu
const curly = /“[^”\n]{1,300}”/gu
const dash = /(?<=[\p{L}\p{N})»\uFFFC%]) - (?=[\p{L}\p{N}(«\uFFFC])/gu

export const frenchQuotes: PairRule = (linted) =>
  isFrench(linted.context) ? [...guillemets(linted), ...otherQuotes(linted), ...dashes(linted)] : []

function guillemets(linted: Linted): Finding[] {
  const { textMap, own } = linted
  return [opening, closing].flatMap((pattern) =>
    [...own.matchAll(pattern)].map((match) => {
      const [whole, space = ''] = match
      const sign = pattern === opening ? '«' : '»'
      const from = pattern === opening ? match.index + 1 : match.index
      const gap = space ? undefined : gapAt(textMap, from)
      const place = space
        ? typedPlace(textMap, from, from + space.length)
        : gap !== undefined && [gap, gap]
      const [start, end] = place || []
      const fix =
        start !== undefined && end !== undefined ? { start, end, text: noBreak } : undefined
      const finding = problem('l10n-fr-guillemets', sign, space ? 'ordinary' : 'no')
      return findingIn(linted, finding, [match.index, match.index + whole.length], fix)
    }),
  )
}

/** “ ” inside « » are right; a text in quotes as in the source is typed so by readers. */
function otherQuotes(linted: Linted): Finding[] {
  const { own, original } = linted
  return [...own.matchAll(straight), ...own.matchAll(curly)].flatMap((match) => {
    const before = own.slice(0, match.index)
    if (before.lastIndexOf('«') > before.lastIndexOf('»')) return []
    const [result] = match
    const message = linted.textMap.unmasked.slice(match.index, match.index + result.length)
    const isLiteral = !/\p{L}{2}/u.test(message) || original?.unmasked.includes(message)
    if (isLiteral || /=\s*$/.test(before)) return []
    return [
      findingIn(linted, problem('l10n-fr-quotes', message), [
        match.index,
        match.index + result.length,
      ]),
    ]
  })
}

/** Nor between two numbers: `150 - 1000` is a range, or a subtraction. */
function dashes(linted: Linted): Finding[] {
  const { own } = linted
  return [...own.matchAll(dash)].flatMap(({ index }) =>
    /\p{N}/u.test(own[index - 1] ?? '') && /\p{N}/u.test(own[index + 3] ?? '')
      ? []
      : [findingIn(linted, problem('l10n-fr-dash'), [index + 1, index + 2])],
  )
}
