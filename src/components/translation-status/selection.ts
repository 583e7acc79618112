/** The translator’s selection of pages, kept in the address. */

export interface StatusSelection {
  docset?: string
  state?: string
  /** Only pages with something left to do. */
  work?: boolean
}

/** The values of a row that filters compare. */
export interface StatusMarks {
  docset: string
  /** The states that its blocks are in. */
  states: readonly string[]
}

const names = ['docset', 'state'] as const

/**
 * The selection in the query of an address (`?docset=fasttrack&state=stale&work=1`).
 *
 * `isKnown` says which values the page has; others are left out.
 */
export function readStatusSelection(
  search: string,
  isKnown: (name: (typeof names)[number], value: string) => boolean = () => true,
): StatusSelection {
  const query = new URLSearchParams(search)
  const selection: StatusSelection = {}
  for (const name of names) {
    const value = query.get(name)
    if (value && isKnown(name, value)) selection[name] = value
  }
  if (query.get('work') === '1') selection.work = true
  return selection
}

/** The query with this selection in place of its own, with a question mark unless empty; other parameters are kept. */
export function statusSearch(search: string, selection: StatusSelection): string {
  const query = new URLSearchParams(search)
  const values = { ...selection, work: selection.work ? '1' : undefined }
  for (const name of [...names, 'work'] as const) {
    const value = values[name]
    if (value) query.set(name, value)
    else query.delete(name)
  }
  const text = query.toString()
  return text && `?${text}`
}

/** Whether a selection includes a page. */
export function isStatusSelected(
  { docset, state, work }: StatusSelection,
  { docset: own, states }: StatusMarks,
): boolean {
  return (
    (!docset || docset === own) &&
    (!state || states.includes(state)) &&
    (!work || states.some((value) => value !== 'translated'))
  )
}
