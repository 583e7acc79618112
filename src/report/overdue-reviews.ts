/**
 * Reviews whose date is past. Only `check` reports them: what a build makes and prints depends on files alone, so that
 * it can be cached, and a site does not fail on a day on which nobody changed it.
 */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { PageDocument } from '../docsets/document.ts'

const problem = defineProblems('files', {
  'review-overdue': (what: string, due: string) => ({
    severity: 'warning',
    reason: `Review of ${what} was due on ${due}. Check it, then write today’s date into \`date\`.`,
  }),
})

/** A warning for each review that was due before the day of `now`, in UTC. */
export function overdueReviews(
  documents: readonly Pick<PageDocument, 'name' | 'reviews'>[],
  now: Date,
): VFileMessage[] {
  const today = now.toISOString().slice(0, 10)
  return documents.flatMap(({ name = '', reviews = [] }) =>
    reviews
      .filter(({ due }) => due < today)
      .map(({ due, step, place }) => {
        const what = step === undefined ? 'this page' : `the step \`${step}\``
        return problemAt(name, problem('review-overdue', what, due), place)
      }),
  )
}
