/** The problems of a directive that guides do not have. */
import { closest } from 'fastest-levenshtein'
import { alertKindOf, nearKinds } from '../alerts.ts'
import { nearestName } from '../nearest-name.ts'
import { type Problem, defineProblems } from '../problems.ts'

const problem = defineProblems('procedures', {
  'directive-unknown': (typed: string, near: readonly string[], known: readonly string[]) => ({
    severity: 'warning',
    reason: near.length
      ? `There is no directive \`${typed}\`. ${isAlert(typed) ? `Write ${near.map(quoted).join()}, or let \`check --fix\` do so.` : `Did you mean ${near.map(quoted).join(' or ')}?`}`
      : `There is no directive \`${typed}\`.${known.length ? ` Use one of ${known.map(quoted).join(', ')}, or write \`\\:\` if it is text.` : ''}`,
    note: 'An unknown directive is shown as typed.',
  }),
  'directive-text': (typed: string) => ({
    severity: 'warning',
    reason: `\`${typed}\` has text after it on its line, so it is shown as typed. Put the text on the next line, or a name between \`[\` and \`]\`.`,
  }),
})

/** The problem of a known directive with text on its line. */
export function directiveWithText(typed: string): Problem {
  return problem('directive-text', typed)
}

/**
 * The problem of a directive that is not known or not written as one.
 *
 * @param typed - Its colons and name, such as `::: warning`.
 * @param known - All directives, with their colons.
 */
export function unknownDirective(typed: string, known: ReadonlySet<string>): Problem {
  return problem('directive-unknown', typed, nearNames(typed, known), [...known])
}

/** The directive that was mistyped, or the alert that other generators write as a container. */
export function nearNames(typed: string, known: ReadonlySet<string>): string[] {
  const [, colons = '', name = ''] = /^(:*)\s*([\s\S]*)$/.exec(typed) ?? []
  const own = colons + name
  if (known.has(own)) return [own]
  const near = known.size > 0 ? closest(own, [...known]) : ''
  // The number of colons does not count.
  const isNear = nearestName(name, [near.replace(/^:+/, '')]) !== undefined
  const kinds = colons.length > 2 ? nearKinds(name) : []
  if (kinds.length && !(isNear && near === own)) {
    return kinds.map((kind) => `> [!${kind.toUpperCase()}]`)
  }
  return isNear ? [near] : []
}

/** The container of another generator for one kind of alert. */
function isAlert(typed: string): boolean {
  const [, name = ''] = /^:{3,}\s*(\p{L}+)$/u.exec(typed) ?? []
  return alertKindOf(name) !== undefined
}

function quoted(name: string): string {
  return `\`${name}\``
}
