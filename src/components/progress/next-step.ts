/** A reader’s progress in the steps of a docset, and the next step. */

/** A step as `steps.json` has it. */
export interface ListedStep {
  id: string
  phase?: string
  optional: boolean
}

/** How many steps are done, and which comes next. */
export interface StepProgress<S extends ListedStep> {
  done: number
  total: number
  /** Undefined if all are done. */
  next: S | undefined
}

/**
 * The next step is the first open one after the last that is done, else the first open one. Optional steps come only if
 * no other is open.
 *
 * @param phases - Phases of the docset. If it has any, steps without a phase are not counted, as in diagrams.
 * @param done - Ids of the steps that are done.
 */
export function stepProgress<S extends ListedStep>(
  steps: readonly S[],
  phases: readonly { id: string }[],
  done: ReadonlySet<string>,
): StepProgress<S> {
  const listed = phases.length
    ? steps.filter(({ phase }) => phases.some(({ id }) => id === phase))
    : steps
  const isDone = ({ id }: S) => done.has(id)
  const last = listed.findLastIndex(isDone)
  const open = (some: readonly S[]) => some.filter((step) => !isDone(step))
  const ways = [open(listed.slice(last + 1)), open(listed)]
  const next = ways.flatMap((way) => way.filter(({ optional }) => !optional)).at(0)
  return { done: listed.filter(isDone).length, total: listed.length, next: next ?? ways[1]?.[0] }
}
