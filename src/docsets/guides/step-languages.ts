/** Steps that a translation has left in the language of their source. */
import type { KnownBlock } from '#plugins/blocks.ts'
import type { GuideProcedure } from '#plugins/guide/steps.ts'

/**
 * The procedures of a page; a step says its language where its first paragraph is not translated: lists
 * of steps show that, and a search in the page’s language does not find it.
 */
export function withLanguages(
  procedures: readonly GuideProcedure[],
  known: readonly KnownBlock[] = [],
): GuideProcedure[] {
  const foreign = known.filter(({ kind, lang, parts }) => kind === 'words' && lang && !parts)
  return procedures.map((procedure) => ({
    ...procedure,
    steps: procedure.steps.map((step) => {
      if (step.lent) return step
      const { start, end } = step.place ?? {}
      const lang = foreign.find(
        (block) => block.start >= (start?.offset ?? Infinity) && block.end <= (end?.offset ?? 0),
      )?.lang
      return { ...step, ...(lang && { lang }) }
    }),
  }))
}
