/** What `check` reports of the state of a translation. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { BlockPage } from '../blocks/block.ts'
import type { BlockPair, StaleGrade } from './state.ts'

const changes: Readonly<Record<StaleGrade, string>> = {
  auto: 'markup or addresses',
  minor: 'punctuation or numbers',
  stale: 'text',
}

const problem = defineProblems('translation', {
  'l10n-stale': (grade: StaleGrade, place: string) => ({
    severity: 'warning',
    reason: `The ${changes[grade]} of the source ${grade === 'stale' ? 'has' : 'have'} changed since this was translated. Update it from \`${place}\`.`,
    note: 'If the translation is still right, run `confirm`.',
  }),
  'l10n-untranslated': (locale: string) => ({
    severity: 'warning',
    reason: `Sentence is in the source language. Translate it into \`${locale}\`.`,
  }),
  'l10n-missing': (locale: string) => ({
    severity: 'warning',
    reason: `Block is missing from the page in \`${locale}\`. Translate it.`,
  }),
  'l10n-extra': (name: string) => ({
    severity: 'warning',
    reason: `Block is not in the source \`${name}\`. Delete it, or add it to the source.`,
  }),
})

/**
 * One warning for each block of a page in both languages that waits: at the translation, and of a missing
 * one at its source. Blocks that are not confirmed yet are not reported.
 */
export function stateProblems(
  pairs: readonly BlockPair[],
  { source, target }: { source: BlockPage; target: BlockPage },
): VFileMessage[] {
  return pairs.flatMap(({ source: block, target: other, state, grade }): VFileMessage[] => {
    if (state === 'missing' && block) {
      return [problemAt(source.name, problem('l10n-missing', target.locale), block.place)]
    }
    if (!other) return []
    const messageOf = (finding: ReturnType<typeof problem>) => [
      problemAt(target.name, finding, other.place),
    ]
    if (state === 'extra') return messageOf(problem('l10n-extra', source.name))
    if (state === 'untranslated' || state === 'partial') {
      // `l10n-front-matter` reports it for front matter.
      return other.kind === 'meta' ? [] : messageOf(problem('l10n-untranslated', target.locale))
    }
    if (state !== 'stale' || !block) return []
    return messageOf(problem('l10n-stale', grade ?? 'stale', `${source.name}:${block.place.line}`))
  })
}
