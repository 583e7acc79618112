/** Terms that differ from the glossary, and names that were translated. */
import { defineProblems } from '#plugins/problems.ts'
import { type Linted, type PairRule, findingIn, hideNames } from './context.ts'
import type { Finding } from './finding.ts'
import { spacedText, opaque } from './text-map.ts'
import { type GlossaryTerm, namePattern, hasColumn, patternOf, formIn } from './terms.ts'

const problem = defineProblems('translation', {
  'l10n-term': (actual: string, term: string, expected: string) => ({
    severity: 'warning',
    reason: `\`${term}\` is ${actual ? `\`${actual}\`` : 'translated differently'} here. Use \`${expected}\` as in the glossary.`,
  }),
  'l10n-name': (actual: string, name: string, expected: string) => ({
    severity: 'warning',
    reason: actual
      ? `Name is spelled \`${actual}\`. Write \`${expected}\`.`
      : `Name \`${expected}\` is missing. The source has \`${name}\` here.`,
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

/** A name may be used once less than in the source, but not never. */
function missingNames(linted: Linted, names: readonly GlossaryTerm[], meant: string): Finding[] {
  const { context, textMap } = linted
  const { source, target } = context
  const taken = new Set<number>()
  const heard = spacedText(textMap)
  const longest = names.toSorted(
    (a, b) => formIn(b, source.locale).length - formIn(a, source.locale).length,
  )
  return longest.flatMap((name) => {
    const form = formIn(name, source.locale)
    const matches = occurrences(form, meant).filter(({ index = 0 }) => !taken.has(index))
    for (const { index = 0 } of matches) {
      for (let position = index; position < index + form.length; position++) taken.add(position)
    }
    const expected = formIn(name, target.locale)
    if (matches.length === 0 || occurrences(expected, heard).length > 0) return []
    if (isShortened(heard, expected)) return []
    // As `Sharepoint`: the name is there, but not as it is written.
    const typed = [...textMap.unmasked.matchAll(new RegExp(namePattern(expected), 'giu'))][0]
    const place = typed
      ? ([typed.index, typed.index + typed[0].length] as const)
      : whole(textMap.unmasked)
    return [findingIn(linted, problem('l10n-name', typed?.[0] ?? '', form, expected), place)]
  })

  /** `Teams` for `Microsoft Teams` is no translation. */
  function isShortened(text: string, expected: string): boolean {
    return names.some((item) => {
      const short = formIn(item, target.locale)
      const isPart = short !== expected && occurrences(short, expected).length > 0
      return isPart && short !== 'Microsoft' && occurrences(short, text).length > 0
    })
  }
}

/** Where a name is, as it is. */
function occurrences(form: string, text: string): RegExpMatchArray[] {
  // Most names are in few blocks.
  const [first = ''] = form.split(/\s/)
  return text.includes(first) ? [...text.matchAll(namePattern(form))] : []
}

function wrongTerm(linted: Linted, term: GlossaryTerm, meant: string): Finding[] {
  const { context, textMap, pair } = linted
  const { source, target } = context
  const form = formIn(term, source.locale)
  const expected = formIn(term, target.locale)
  if (!hasColumn(term, target.locale) || !isSure(form, term)) return []
  if (!patternOf(form, term.matchCase).test(meant)) return []
  const names = hideNames(meant, context.glossary)
  const isMeant = [...meant.matchAll(patternOf(form, term.matchCase))].some(
    ({ 0: typed, index }) => !isHidden(names, index, index + typed.length),
  )
  if (!isMeant || pair.foreign?.length) return []
  const pattern = patternOf(expected, term.matchCase)
  pattern.lastIndex = 0
  const isAvoided = term.avoid?.some((form) => patternOf(form, false).test(textMap.text))
  if (pattern.test(spacedText(textMap)) || isAvoided) return []
  const own = hideNames(textMap.text, context.glossary)
  const match = [...own.matchAll(patternOf(form, term.matchCase))][0]
  if (!match && linted.target.kind === 'meta') return []
  const place = match
    ? ([match.index, match.index + match[0].length] as const)
    : whole(textMap.unmasked)
  return [findingIn(linted, problem('l10n-term', match?.[0] ?? '', form, expected), place)]
}

/** A word of the other language may have many meanings; the term itself and several words have one. */
function isSure(form: string, { term }: GlossaryTerm): boolean {
  return form === term || /\s/.test(form)
}

/** Forms that the glossary rules out, wherever the source has the term. */
function avoided(linted: Linted, term: GlossaryTerm, meant: string): Finding[] {
  const { context, textMap } = linted
  const form = formIn(term, context.source.locale)
  if (!term.avoid?.length || !patternOf(form, term.matchCase).test(meant)) return []
  const expected = formIn(term, context.target.locale)
  return term.avoid.flatMap((avoided) =>
    [...textMap.text.matchAll(patternOf(avoided, false))].map(({ 0: result, index }) =>
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
