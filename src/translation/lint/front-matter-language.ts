/** Title and description, which search engines and lists show, in the language of the source. */
import { defineProblems } from '#plugins/problems.ts'
import { type PairRule, findingIn } from './context.ts'

const problem = defineProblems('translation', {
  'l10n-front-matter': (key: string) => ({
    severity: 'warning',
    reason: `\`${key}\` is in the source language. Translate it.`,
  }),
})

export const frontMatterLanguage: PairRule = (linted) => {
  const { target, pair, textMap } = linted
  const isLeft = pair.state === 'untranslated' || pair.state === 'partial'
  if (target.kind !== 'meta' || !isLeft) return []
  const finding = problem('l10n-front-matter', target.place.key ?? '')
  return [findingIn(linted, finding, [0, textMap.unmasked.length])]
}
