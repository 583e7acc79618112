/** A space before a full stop or a comma, and asterisks that readers see. */
import { defineProblems } from '#plugins/problems.ts'
import { type PairRule, findingIn } from './context.ts'
import { typedPlace } from './text-map.ts'
import { endsAt } from './french.ts'

const problem = defineProblems('typography', {
  'l10n-space-before-stop': (sign: string) => ({
    severity: 'warning',
    reason: `There is a space before \`${sign}\`. Delete it.`,
  }),
  'l10n-asterisks': (actual: number, expected: number) => ({
    severity: 'warning',
    reason: `Readers see ${actual} \`*\`, in the source ${expected}. Close the bold text, or delete the asterisks.`,
    note: 'A space inside `** **` prevents bold.',
  }),
  'l10n-bold-count': (actual: number, expected: number) => ({
    severity: 'warning',
    reason: `Translation has ${actual} bold ${actual === 1 ? 'passage' : 'passages'}, the source has ${expected}. Make them the same.`,
  }),
})

const stop = /(?<=[\p{L}\p{N})\]»”"’%\uFFFC])([ \t\u00A0\u202F]+)([.,])(?![\p{L}\p{N}.])/gu

export const straySpaces: PairRule = (linted) => {
  const { textMap, own } = linted
  return [...own.matchAll(stop)].flatMap((match) => {
    const [whole, space = '', sign = ''] = match
    const end = match.index + whole.length
    if (!endsAt(textMap, end) && !/^[\s)»”"]/.test(own.slice(end))) return []
    const index = match.index + space.length
    // What begins with a sign, as `*.docx*` does, has another mistake or none.
    if (textMap.marks.some(({ from }) => from === index)) return []
    // Inside a link it is reported as such.
    if (textMap.marks.some(({ node, to }) => to === index && node.type.startsWith('link')))
      return []
    const place = typedPlace(textMap, match.index, index)
    const fix = place && { start: place[0], end: place[1], text: '' }
    return [findingIn(linted, problem('l10n-space-before-stop', sign), [match.index, end], fix)]
  })
}

/** Bold of the source that is not bold here: most often because its asterisks are shown. */
export const bold: PairRule = (linted) => {
  const { textMap, original } = linted
  if (!original) return []
  const [shown, wanted] = [textMap, original].map(({ text }) => [...text.matchAll(/\*/g)].length)
  if (shown !== undefined && wanted !== undefined && shown > wanted) {
    const [first] = /\*+/.exec(textMap.text) ?? ['*']
    const index = textMap.text.indexOf(first)
    return [
      findingIn(linted, problem('l10n-asterisks', shown, wanted), [index, index + first.length]),
    ]
  }
  const [result = 0, expected = 0] = [textMap, original].map(
    ({ marks }) => marks.filter(({ node }) => node.type === 'strong').length,
  )
  if (result === expected) return []
  const last = textMap.marks.findLast(({ node }) => node.type === 'strong')
  const place =
    last && result > expected ? ([last.from, last.to] as const) : wholeOf(textMap.unmasked)
  return [findingIn(linted, problem('l10n-bold-count', result, expected), place)]
}

function wholeOf(message: string): readonly [number, number] {
  return [0, message.length]
}
