/** Terms that are not said as the glossary says, and names that were translated. */
import { defineProblems } from '#plugins/problems.ts'
import { type Linted, type PairRule, findingIn, hideNames } from './context.ts'
import type { Finding } from './finding.ts'
import { apart, opaque } from './text-map.ts'
import { type GlossaryTerm, exactly, hasColumn, patternOf, saidIn } from './terms.ts'

const problem = defineProblems({
  'l10n-term': (actual: string, term: string, expected: string) => ({
    severity: 'warning',
    reason: `Unexpected ${actual ? `\`${actual}\`` : 'other words'} for \`${term}\`, expected \`${expected}\` as the glossary says`,
  }),
  'l10n-name': (actual: string, name: string, expected: string) => ({
    severity: 'warning',
    reason: actual
      ? `Unexpected \`${actual}\`, expected the name \`${expected}\``
      : `Unexpected absence of the name \`${expected}\`, expected it here: the source has \`${name}\``,
  }),
})

export const glossaryTerms: PairRule = (linted) => {
  const { original, pair, context, target } = linted
  if (!original || pair.state === 'untranslated') return []
  const { terms } = context.glossary
  const names = terms.filter(({ doNotTranslate }) => doNotTranslate)
  const others = terms.filter((term) => !term.doNotTranslate && !term.isLabel)
  return [
    // A title or description in other words may leave a name out.
    ...(target.kind === 'meta' ? [] : missingNames(linted, names, original.text)),
    ...others.flatMap((term) => wrongTerm(linted, term, original.text)),
    ...terms.flatMap((term) => avoided(linted, term, original.text)),
  ]
}

/** A name that the source says may be said once less, but not never. */
function missingNames(linted: Linted, names: readonly GlossaryTerm[], meant: string): Finding[] {
  const { context, flow } = linted
  const { source, target } = context
  const taken = new Set<number>()
  const heard = apart(flow)
  const longest = names.toSorted(
    (a, b) => saidIn(b, source.locale).length - saidIn(a, source.locale).length,
  )
  return longest.flatMap((name) => {
    const form = saidIn(name, source.locale)
    const matches = occurrences(form, meant).filter(({ index = 0 }) => !taken.has(index))
    for (const { index = 0 } of matches) {
      for (let position = index; position < index + form.length; position++) taken.add(position)
    }
    const expected = saidIn(name, target.locale)
    if (matches.length === 0 || occurrences(expected, heard).length > 0) return []
    if (isShortened(heard, expected)) return []
    // As `Sharepoint`: the name is there, but not as it is written.
    const typed = [...flow.unmasked.matchAll(new RegExp(exactly(expected), 'giu'))][0]
    const place = typed
      ? ([typed.index, typed.index + typed[0].length] as const)
      : whole(flow.unmasked)
    return [findingIn(linted, problem('l10n-name', typed?.[0] ?? '', form, expected), place)]
  })

  /** `Teams` for `Microsoft Teams` is no translation. */
  function isShortened(text: string, expected: string): boolean {
    return names.some((item) => {
      const short = saidIn(item, target.locale)
      const isPart = short !== expected && occurrences(short, expected).length > 0
      return isPart && short !== 'Microsoft' && occurrences(short, text).length > 0
    })
  }
}

/** Where a name stands, as it is. */
function occurrences(form: string, text: string): RegExpMatchArray[] {
  // Most names stand in few blocks.
  const [first = ''] = form.split(/\s/)
  return text.includes(first) ? [...text.matchAll(exactly(form))] : []
}

function wrongTerm(linted: Linted, term: GlossaryTerm, meant: string): Finding[] {
  const { context, flow, pair } = linted
  const { source, target } = context
  const form = saidIn(term, source.locale)
  const expected = saidIn(term, target.locale)
  if (!hasColumn(term, target.locale) || !isSure(form, term)) return []
  if (!patternOf(form, term.matchCase).test(meant)) return []
  const names = hideNames(meant, context.glossary)
  const isMeant = [...meant.matchAll(patternOf(form, term.matchCase))].some(
    ({ 0: typed, index }) => !isHidden(names, index, index + typed.length),
  )
  if (!isMeant || pair.foreign?.length) return []
  const pattern = patternOf(expected, term.matchCase)
  pattern.lastIndex = 0
  const isAvoided = term.avoid?.some((form) => patternOf(form, false).test(flow.text))
  if (pattern.test(apart(flow)) || isAvoided) return []
  const own = hideNames(flow.text, context.glossary)
  const kept = [...own.matchAll(patternOf(form, term.matchCase))][0]
  if (!kept && linted.target.kind === 'meta') return []
  const place = kept ? ([kept.index, kept.index + kept[0].length] as const) : whole(flow.unmasked)
  return [findingIn(linted, problem('l10n-term', kept?.[0] ?? '', form, expected), place)]
}

/** A word of the other language may have many meanings; the term itself and several words have one. */
function isSure(form: string, { term }: GlossaryTerm): boolean {
  return form === term || /\s/.test(form)
}

/** Forms that the glossary rules out are wrong wherever the source has the term. */
function avoided(linted: Linted, term: GlossaryTerm, meant: string): Finding[] {
  const { context, flow } = linted
  const form = saidIn(term, context.source.locale)
  if (!term.avoid?.length || !patternOf(form, term.matchCase).test(meant)) return []
  const expected = saidIn(term, context.target.locale)
  return term.avoid.flatMap((wrong) =>
    [...flow.text.matchAll(patternOf(wrong, false))].map(({ 0: result, index }) =>
      findingIn(linted, problem('l10n-term', result, form, expected), [
        index,
        index + result.length,
      ]),
    ),
  )
}

function isHidden(names: string, from: number, to: number): boolean {
  return names.slice(from, to).replace(/\s/g, '').replaceAll(opaque, '') === ''
}

function whole(message: string): readonly [number, number] {
  return [0, message.length]
}
