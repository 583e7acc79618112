/** A space before a full stop or a comma, and asterisks that readers see. */
import { defineProblems } from '#plugins/problems.ts'
import { type PairRule, findingIn } from './context.ts'
import { typedPlace } from './text-map.ts'
import { endsAt } from './french.ts'

const problem = defineProblems({
  'l10n-space-before-stop': (sign: string) => ({
    severity: 'warning',
    reason: `Unexpected space before \`${sign}\`, expected none`,
  }),
  'l10n-asterisks': (found: number, expected: number) => ({
    severity: 'warning',
    reason: `Unexpected \`*\` that readers see (${found} of them), expected ${expected} as in the source`,
    note: 'A space inside `** **` keeps it from being bold.',
  }),
  'l10n-bold-count': (found: number, expected: number) => ({
    severity: 'warning',
    reason: `Unexpected number of bold passages: ${found}, expected ${expected} as in the source`,
  }),
})

const stop = /(?<=[\p{L}\p{N})\]»”"’%\uFFFC])([ \t\u00A0\u202F]+)([.,])(?![\p{L}\p{N}.])/gu

export const straySpaces: PairRule = (linted) => {
  const { flow, own } = linted
  return [...own.matchAll(stop)].flatMap((match) => {
    const [whole, space = '', sign = ''] = match
    const end = match.index + whole.length
    if (!endsAt(flow, end) && !/^[\s)»”"]/.test(own.slice(end))) return []
    const at = match.index + space.length
    // What begins with a sign, as `*.docx*` does, has another mistake or none.
    if (flow.marks.some(({ from }) => from === at)) return []
    // Inside a link it is told as such.
    if (flow.marks.some(({ node, to }) => to === at && node.type.startsWith('link'))) return []
    const place = typedPlace(flow, match.index, at)
    const fix = place && { start: place[0], end: place[1], text: '' }
    return [findingIn(linted, problem('l10n-space-before-stop', sign), [match.index, end], fix)]
  })
}

/** Bold of the source that is not bold here: most often because its asterisks are shown. */
export const bold: PairRule = (linted) => {
  const { flow, original } = linted
  if (!original) return []
  const [shown, wanted] = [flow, original].map(({ text }) => [...text.matchAll(/\*/g)].length)
  if (shown !== undefined && wanted !== undefined && shown > wanted) {
    const [first] = /\*+/.exec(flow.text) ?? ['*']
    const at = flow.text.indexOf(first)
    return [findingIn(linted, problem('l10n-asterisks', shown, wanted), [at, at + first.length])]
  }
  const [found = 0, expected = 0] = [flow, original].map(
    ({ marks }) => marks.filter(({ node }) => node.type === 'strong').length,
  )
  if (found === expected) return []
  const last = flow.marks.findLast(({ node }) => node.type === 'strong')
  const place = last && found > expected ? ([last.from, last.to] as const) : wholeOf(flow.said)
  return [findingIn(linted, problem('l10n-bold-count', found, expected), place)]
}

function wholeOf(said: string): readonly [number, number] {
  return [0, said.length]
}
