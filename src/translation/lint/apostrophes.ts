/** Apostrophes: the curved one in French, and one of the two on a page in English. */
import { defineProblems } from '#plugins/problems.ts'
import { type Linted, type PairRule, findingIn } from './context.ts'
import type { Finding } from './finding.ts'
import { typedPlace } from './text-map.ts'
import { isFrench } from './french.ts'

const problem = defineProblems('typography', {
  'l10n-fr-apostrophe': (actual: string, expected: string) => ({
    severity: 'warning',
    reason: `Apostrophe in \`${actual}\` is straight. Write \`${expected}\`.`,
  }),
  'l10n-en-apostrophe': (actual: string, expected: string) => ({
    severity: 'warning',
    reason: `Apostrophe in \`${actual}\` is straight, others on this page are not. Write \`${expected}\`.`,
  }),
})

const straight =
  /(?<=\p{L})'(?=\p{L})|(?<=(?<!\p{L})(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu))'(?=[«\p{N}\uFFFC])/giu

export const apostrophes: PairRule = (linted) => {
  const { context } = linted
  if (isFrench(context)) return find(linted, 'l10n-fr-apostrophe')
  // English is right with either; a page that has both is not.
  if (context.languages.target !== 'en') return []
  const { text } = context.target
  const curved = [...text.matchAll(/\p{L}’\p{L}/gu)].length
  const typed = [...text.matchAll(/\p{L}'\p{L}/gu)].length
  return curved > typed ? find(linted, 'l10n-en-apostrophe') : []
}

function find(linted: Linted, id: 'l10n-fr-apostrophe' | 'l10n-en-apostrophe'): Finding[] {
  const { textMap, own } = linted
  return [...own.matchAll(straight)].map(({ index }) => {
    const from =
      index - (/[\p{L}\p{N}'’]*$/u.exec(textMap.unmasked.slice(0, index))?.[0].length ?? 0)
    const to =
      index + 1 + (/^[\p{L}\p{N}'’]*/u.exec(textMap.unmasked.slice(index + 1))?.[0].length ?? 0)
    const word = textMap.unmasked.slice(from, to)
    const place = typedPlace(textMap, index, index + 1)
    const fix = place && { start: place[0], end: place[1], text: '’' }
    return findingIn(linted, problem(id, word, word.replaceAll("'", '’')), [index, index + 1], fix)
  })
}
