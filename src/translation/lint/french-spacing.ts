/** French: the no-break space before ; : ! ? and before units. */
import { defineProblems } from '#plugins/problems.ts'
import { type Linted, type PairRule, findingIn } from './context.ts'
import type { Finding } from './finding.ts'
import { gapAt, typedPlace } from './text-map.ts'
import { endsAt, isFrench, ordinary, signsOf, spaceBefore, spacingOf } from './french.ts'

const names: Readonly<Record<string, string>> = {
  '\u00A0': 'a no-break space (U+00A0)',
  '\u202F': 'a narrow no-break space (U+202F)',
}

const problem = defineProblems('typography', {
  'l10n-fr-space': (sign: string, space: string) => ({
    severity: 'warning',
    reason: `There is an ordinary space before \`${sign}\`. Use ${names[space]}.`,
  }),
  'l10n-fr-space-missing': (sign: string, space: string) => ({
    severity: 'warning',
    reason: `There is no space before \`${sign}\`. Use ${names[space]}.`,
  }),
  'l10n-fr-space-kind': (sign: string, space: string) => ({
    severity: 'warning',
    reason: `There is the wrong no-break space before \`${sign}\`. Use ${names[space]}.`,
  }),
  'l10n-fr-unit': (actual: string, expected: string) => ({
    severity: 'warning',
    reason: `\`${actual}\` can break at the end of a line. Write \`${expected}\` with a no-break space (U+00A0).`,
  }),
})

type RuleId = Parameters<typeof problem>[0]

const before = '[\\p{L}\\p{N})\\]»”"’%…*\\uFFFC]'
const units = '%|‰|€|\\$|[kKMGTP]o|[KMGT]io|[kMG]bit/s|°C|h|min'
const spaced = new RegExp(
  `(?<![\\p{L}_/\\\\=#])(\\p{N}[\\p{N}.,]*)([${ordinary}]+)(${units})(?![\\p{L}\\p{N}/])`,
  'gu',
)
/** These are always units; `10h30` and `5$` may be code. */
const glued = /(?<![\p{L}\p{N}%_\-.,/\\=#])(\p{N}[\p{N}.,]*)(%|[KMGT]o)(?![\p{L}\p{N}])/gu
/** `C:` is a drive, `sip:` and the like begin addresses. */
const noSign = /(?<![\p{L}\p{N}])(?:\p{Lu}|https?|s?ftp|smtp|sip|mailto|tel|file|ldaps?)$/u

export const frenchSpacing: PairRule = (linted) =>
  isFrench(linted.context) ? [...signs(linted), ...measures(linted)] : []

function signs(linted: Linted): Finding[] {
  const { context, textMap, own } = linted
  const set = signsOf(context)
  const result = new RegExp(`(?<=${before})([\\s]*)([${set}])`, 'gu')
  const spacing = spacingOf(context)
  return [...own.matchAll(result)].flatMap((match): Finding[] => {
    const [whole, space = '', sign = ''] = match
    const end = match.index + whole.length
    const index = end - sign.length
    if (!isSign(linted, index, sign)) return []
    const wanted = spaceBefore(sign, spacing)
    if (!space) {
      const isSure = endsAt(textMap, end) || /^[\s)»”"]/.test(own.slice(end))
      const isDouble = /^\s*[!?;:]/.test(own.slice(end)) && sign === ':'
      if (!isSure || isDouble || noSign.test(own.slice(0, index))) return []
      return [change('l10n-fr-space-missing', index, index, index, end)]
    }
    if (/^[\u00A0\u202F]$/.test(space)) {
      if (!context.french?.isStrict || space === wanted) return []
      return [change('l10n-fr-space-kind', match.index, index, match.index, end)]
    }
    return [change('l10n-fr-space', match.index, index, match.index, end)]

    function change(id: RuleId, from: number, to: number, start: number, stop: number): Finding {
      const gap = from === to ? gapAt(textMap, from) : undefined
      const place = gap === undefined ? typedPlace(textMap, from, to) : [gap, gap]
      const [begin, close] = place ?? []
      const isOneLine = !space.includes('\n')
      const fix =
        begin !== undefined && close !== undefined && isOneLine && (from < to || gap !== undefined)
          ? { start: begin, end: close, text: wanted }
          : undefined
      return findingIn(linted, problem(id as 'l10n-fr-space', sign, wanted), [start, stop], fix)
    }
  })
}

/** Not of `:)`, `::`, `9:00`, `?query`, `:emoji:`. */
function isSign({ own }: Linted, index: number, sign: string): boolean {
  const after = own.slice(index + 1)
  if (/[;:]/.test(sign) && /^[\p{L}\p{N}:()/\\-]/u.test(after)) return false
  if (/[;:]/.test(sign) && /(?:^|\s):[a-z][a-z\d_+-]*$/.test(own.slice(0, index))) return false
  return !/[!?]/.test(sign) || !/^[\p{L}\p{N}=]/u.test(after)
}

function measures(linted: Linted): Finding[] {
  const { textMap, own } = linted
  const loose = [...own.matchAll(spaced)].map((match) => {
    const [whole, number = '', space = '', unit = ''] = match
    const from = match.index + number.length
    const place = typedPlace(textMap, from, from + space.length)
    const fix = place && { start: place[0], end: place[1], text: '\u00A0' }
    const finding = problem('l10n-fr-unit', number + space + unit, `${number}\u00A0${unit}`)
    return findingIn(linted, finding, [match.index, match.index + whole.length], fix)
  })
  const tight = [...own.matchAll(glued)].map((match) => {
    const [whole, number = '', unit = ''] = match
    const gap = gapAt(textMap, match.index + number.length)
    const fix = gap === undefined ? undefined : { start: gap, end: gap, text: '\u00A0' }
    const finding = problem('l10n-fr-unit', whole, `${number}\u00A0${unit}`)
    return findingIn(linted, finding, [match.index, match.index + whole.length], fix)
  })
  return [...loose, ...tight]
}
