/** English from French: French spaces before signs, « » and spaces before % that were left. */
import { defineProblems } from '#plugins/problems.ts'
import { type PairRule, findingIn } from './context.ts'
import { typedPlace } from './text-map.ts'
import { endsAt } from './french.ts'

const problem = defineProblems('typography', {
  'l10n-en-space': (sign: string) => ({
    severity: 'warning',
    reason: `English has no space before \`${sign}\`. Delete it.`,
  }),
  'l10n-en-guillemets': (actual: string) => ({
    severity: 'warning',
    reason: `\`${actual}\` is a French quotation mark. Use “ and ”.`,
  }),
})

const spaced = /(?<=[\p{L}\p{N})\]”"’»\uFFFC])([ \t\u00A0\u2009\u202F]+)([;:!?])/gu
const percent = /(?<=\p{N})([ \t\u00A0\u2009\u202F]+)(%)(?![\p{L}\p{N}])/gu

export const englishSigns: PairRule = (linted) => {
  const { context, textMap, own } = linted
  if (context.languages.target !== 'en') return []
  const spaces = [...own.matchAll(spaced), ...own.matchAll(percent)].flatMap((match) => {
    const [whole, space = '', sign = ''] = match
    const end = match.index + whole.length
    if (sign !== '%' && !endsAt(textMap, end) && !/^[\s”")]/.test(own.slice(end))) return []
    // `:)` and `;)` smile.
    if (/[;:]/.test(sign) && own[end] === ')') return []
    const place = typedPlace(textMap, match.index, match.index + space.length)
    const fix = place && { start: place[0], end: place[1], text: '' }
    return [findingIn(linted, problem('l10n-en-space', sign), [match.index, end], fix)]
  })
  const quotes = [...own.matchAll(/[«»]/gu)].map(({ 0: sign, index }) =>
    findingIn(linted, problem('l10n-en-guillemets', sign), [index, index + 1]),
  )
  return [...spaces, ...quotes]
}
