/** Title and description, which search engines and lists show, in the language of the source. */
import { defineProblems } from '#plugins/problems.ts'
import { type PairRule, findingIn } from './context.ts'

const problem = defineProblems({
  'l10n-front-matter': (key: string) => ({
    severity: 'warning',
    reason: `Unexpected \`${key}\` in the language of the source, expected it translated`,
  }),
})

export const frontMatterLanguage: PairRule = (linted) => {
  const { target, pair, flow } = linted
  const isLeft = pair.state === 'untranslated' || pair.state === 'partial'
  if (target.kind !== 'meta' || !isLeft) return []
  const wrong = problem('l10n-front-matter', target.place.key ?? '')
  return [findingIn(linted, wrong, [0, flow.unmasked.length])]
}
