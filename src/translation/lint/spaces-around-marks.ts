/** Spaces that a machine lost or moved at the edges of links and bold. */
import { defineProblems } from '#plugins/problems.ts'
import { type Linted, type PairRule, findingIn } from './context.ts'
import type { Finding, Fix } from './finding.ts'
import { type InlineRange, gapAt, placeIn } from './text-map.ts'

const problem = defineProblems('typography', {
  'l10n-space-before-link': (actual: string) => ({
    severity: 'warning',
    reason: `A link follows \`${actual}\` without a space. Put one between them.`,
  }),
  'l10n-space-after-link': (actual: string) => ({
    severity: 'warning',
    reason: `\`${actual}\` follows a link without a space. Put one between them.`,
  }),
  'l10n-space-before-bold': (actual: string) => ({
    severity: 'warning',
    reason: `Bold text follows \`${actual}\` without a space. Put one between them.`,
  }),
  'l10n-space-after-bold': (actual: string) => ({
    severity: 'warning',
    reason: `\`${actual}\` follows bold text without a space. Put one between them.`,
  }),
  'l10n-space-in-link': (actual: string) => ({
    severity: 'warning',
    reason: `There is a space inside the link \`${actual}\`. Put it outside.`,
  }),
})

/** Languages that set no spaces between words. */
const unspaced = new Set(['ja', 'zh', 'th', 'lo', 'km', 'my'])
/** `[policy](…)s` is a plural, `**Aide**s’ouvre` is none. */
const suffix = /^(?:e?s|x|e|ed|d|ing)(?![\p{L}’'])/u
/** What a word may follow without a space. */
const glue = /[\s(«“‘"'’/\-–—\u00A0\u202F]$/u

export const spacesAroundMarks: PairRule = (linted) => {
  const { context, textMap } = linted
  if (unspaced.has(context.languages.target)) return []
  /** Bold in a link and a link in bold have their edges in one place. */
  const edges = new Set<number>()
  return textMap.marks.flatMap((mark) => {
    if (mark.to - mark.from < 2 || textMap.unmasked.slice(mark.from, mark.to).trim() === '')
      return []
    const kind = kindOf(mark)
    if (!kind) return []
    const matches = [before(linted, mark, kind), after(linted, mark, kind)]
    const new_ = matches.filter((finding): finding is Finding => {
      const index = finding?.place.start.offset
      if (index === undefined || edges.has(index)) return false
      edges.add(index)
      return true
    })
    return kind === 'link' ? [...new_, ...inside(linted, mark)] : new_
  })
}

function kindOf({ node }: InlineRange): 'link' | 'bold' | undefined {
  if (node.type === 'strong') return 'bold'
  return node.type === 'link' || node.type === 'linkReference' ? 'link' : undefined
}

function before(
  linted: Linted,
  { node, from }: InlineRange,
  kind: 'link' | 'bold',
): Finding | undefined {
  const { textMap, own } = linted
  // HTML, such as `<sup>`, may be between.
  if (textMap.ends[from - 1] !== node.position?.start.offset) return
  const word = /[\p{L}\p{N}]+$/u.exec(textMap.unmasked.slice(0, from))?.[0]
  if (!word || !/^[\p{L}\p{N}\uFFFC]/u.test(own.slice(from)) || !textMap.isTyped[from - 1]) return
  const index = textMap.ends[from - 1] ?? -1
  const id = kind === 'link' ? 'l10n-space-before-link' : 'l10n-space-before-bold'
  const fix = index >= 0 ? { start: index, end: index, text: ' ' } : undefined
  return findingIn(linted, problem(id, word), [from - word.length, from], fix)
}

function after(
  linted: Linted,
  { node, to }: InlineRange,
  kind: 'link' | 'bold',
): Finding | undefined {
  const { textMap } = linted
  if (textMap.starts[to] !== node.position?.end.offset) return
  const rest = textMap.unmasked.slice(to)
  const word = /^[\p{L}\p{N}]+/u.exec(rest)?.[0]
  if (
    !word ||
    suffix.test(rest) ||
    glue.test(textMap.unmasked.slice(0, to)) ||
    !textMap.isTyped[to]
  )
    return
  const index = gapAt(textMap, to)
  const id = kind === 'link' ? 'l10n-space-after-link' : 'l10n-space-after-bold'
  const fix = index === undefined ? undefined : { start: index, end: index, text: ' ' }
  return findingIn(linted, problem(id, word), [to, to + word.length], fix)
}

/** The space goes out of the brackets, or away where there is one already. */
function inside(linted: Linted, { node, from, to }: InlineRange): Finding[] {
  const { textMap } = linted
  const message = textMap.unmasked.slice(from, to)
  const [leading = ''] = /^[ \t]+/.exec(message) ?? []
  const [trailing = ''] = /[ \t]+$/.exec(message) ?? []
  if (!leading && !trailing) return []
  const [start, end] = [node.position?.start.offset, node.position?.end.offset]
  const finding = problem('l10n-space-in-link', message)
  return [
    ...(leading
      ? [findingIn(linted, finding, [from, from + leading.length], moved(leading, 'before'))]
      : []),
    ...(trailing
      ? [findingIn(linted, finding, [to - trailing.length, to], moved(trailing, 'after'))]
      : []),
  ]

  function moved(space: string, side: 'before' | 'after'): Fix | undefined {
    const place =
      side === 'before'
        ? placeIn(textMap, from, from + space.length)
        : placeIn(textMap, to - space.length, to)
    if (!place || start === undefined || end === undefined) return undefined
    const { text } = linted.context.target
    if (side === 'before') {
      const hasSpace = from === 0 || /\s/.test(textMap.unmasked[from - 1] ?? '')
      return { start, end: place[1], text: (hasSpace ? '' : ' ') + text.slice(start, place[0]) }
    }
    const isLast = to === textMap.unmasked.length || /[\s.,;:!?)]/.test(textMap.unmasked[to] ?? '')
    return { start: place[0], end, text: text.slice(place[1], end) + (isLast ? '' : ' ') }
  }
}
