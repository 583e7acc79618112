/** How far a reader is in the steps of a docset, and where to go on. */

/** A step as `steps.json` has it. */
export interface ListedStep {
  id: string
  phase?: string
  optional: boolean
}

export interface Standing<S extends ListedStep> {
  done: number
  total: number
  /** Undefined where all is done. */
  next: S | undefined
}

/**
 * The next step is the first one to do behind the last that is done, else the first of all; one that may be left out does
 * not hold up the others. `phases` are those of the docset: steps of none are not counted, as in diagrams.
 */
export function standingIn<S extends ListedStep>(
  steps: readonly S[],
  phases: readonly { id: string }[],
  done: ReadonlySet<string>,
): Standing<S> {
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
