/** What `check` reports of a translation: everything that rules find in it. */
import type { BlockPage } from '../blocks/block.ts'
import type { BlockPair } from '../state/state.ts'
import {
  type LintContext,
  type LintSettings,
  type LintedPage,
  contextOf,
  lintedOf,
} from './context.ts'
import type { Finding } from './finding.ts'
import { pageRules, pairRules, typographyRules } from './rules.ts'

/** Findings in one block of a page; `context` is that of its page, from `contextOf`. */
function lintPair(pair: BlockPair, context: LintContext): Finding[] {
  const linted = lintedOf(pair, context)
  return linted ? pairRules.flatMap((rule) => rule(linted)) : []
}

/**
 * Findings in the translation of a page, in the order of its file.
 *
 * @param pairs - All blocks of both pages with their states, from `statesOf`.
 */
export function lintPage(
  pairs: readonly BlockPair[],
  page: LintedPage,
  settings: Readonly<LintSettings>,
): Finding[] {
  const context = contextOf(pairs, page, settings)
  const problems = [
    ...pairs.flatMap((pair) => lintPair(pair, context)),
    ...pageRules.flatMap((rule) => rule(pairs, context)),
  ]
  return problems.toSorted((a, b) => offset(a) - offset(b))
}

/** Findings in the typography of a page that translates nothing. */
export function lintSourcePage(page: BlockPage, settings: Readonly<LintSettings>): Finding[] {
  const pairs = page.blocks.map((target): BlockPair => ({ target, state: 'extra' }))
  const context = contextOf(pairs, { source: page, target: page }, settings)
  const problems = pairs.flatMap((pair) => {
    const linted = lintedOf(pair, context)
    return linted ? typographyRules.flatMap((rule) => rule(linted)) : []
  })
  return problems.toSorted((a, b) => offset(a) - offset(b))
}

function offset({ place }: Finding): number {
  return place.start.offset ?? 0
}
