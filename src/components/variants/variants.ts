/** Which zones of a page are shown, by the reader’s choices. */

/** A choice: readers choose one of its options. */
export interface VariantChoice {
  kind: 'pivots' | 'view'
  ids: readonly string[]
}

/** The audience of a zone. */
export interface Zone {
  kind: VariantChoice['kind']
  ids: readonly string[]
}

/** Stands for every option. */
export const all = 'all'

/** The ids in the query of an address: `?pivots=windows,cli`, `?view=product-2.0`. */
export function chosenIn(search: string, kind: VariantChoice['kind']): string[] {
  const value = new URLSearchParams(search).get(kind) ?? ''
  return kind === 'view' ? [value].filter(Boolean) : value.split(',').filter(Boolean)
}

/** The chosen option of each choice: the first of `wished` that it has, else its first. */
export function chosenFor(
  choices: readonly VariantChoice[],
  wished: Readonly<Record<VariantChoice['kind'], readonly string[]>>,
): string[] {
  return choices.map(
    ({ kind, ids }) => wished[kind].find((id) => id === all || ids.includes(id)) ?? ids[0] ?? all,
  )
}

/** Whether a zone is shown; one that no choice controls always is. */
export function isShown(
  { kind, ids }: Zone,
  choices: readonly VariantChoice[],
  chosen: readonly string[],
): boolean {
  const own = choices.flatMap((choice, index) =>
    choice.kind === kind && ids.some((id) => choice.ids.includes(id)) ? [chosen[index] ?? all] : [],
  )
  return own.length === 0 || own.some((id) => id === all || ids.includes(id))
}

/** The query with the chosen ids; other parameters are kept. */
export function withChosen(
  search: string,
  choices: readonly VariantChoice[],
  chosen: readonly string[],
): string {
  const query = new URLSearchParams(search)
  for (const kind of ['pivots', 'view'] as const) {
    const own = chosen.filter((_, index) => choices[index]?.kind === kind)
    if (own.length > 0) query.set(kind, own.join(','))
  }
  return `?${query}`.replaceAll('%2C', ',')
}
