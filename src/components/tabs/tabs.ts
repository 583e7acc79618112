/** Which tabs of a page are shown, by the reader’s choices. */

/** The names of a tab. */
export interface TabChoice {
  /** Its names: `windows`, or `macos` and `linux`. */
  ids: readonly string[]
  /** The name of the tab in another group that it depends on. */
  condition?: string | undefined
}

/** The ids in the query of an address (`?tabs=windows,portal`). */
export function chosenTabs(search: string): string[] {
  return (new URLSearchParams(search).get('tabs') ?? '').split(',').filter(Boolean)
}

/** The query with these ids in place of its own; other parameters are kept. */
export function withTabs(search: string, ids: readonly string[]): string {
  const query = new URLSearchParams(search)
  query.set('tabs', [...new Set(ids)].join(','))
  // Commas need no escape and are readable.
  return `?${query.toString().replaceAll('%2C', ',')}`
}

/**
 * The visible tabs of each group, and the open one: that of the latest choice, else the first. A tab with a condition
 * is visible if the tab of that name is open. If no tab of a group would be visible, all are.
 *
 * @param chosen - Ids, the latest first.
 */
export function choose<Tab extends TabChoice>(
  groups: readonly (readonly Tab[])[],
  chosen: readonly string[],
): { shown: readonly Tab[]; active: Tab | undefined }[] {
  let open: (Tab | undefined)[] = []
  // A group may depend on one that comes later, or that depends on others itself.
  for (let round = 0; round <= groups.length; round++) {
    const before = open
    open = groups.map((tabs) => latest(shownOf(tabs, before), chosen))
    if (open.every((tab, index) => tab === before[index])) break
  }
  return groups.map((tabs) => {
    const shown = shownOf(tabs, open)
    return { shown, active: latest(shown, chosen) }
  })
}

function shownOf<Tab extends TabChoice>(
  tabs: readonly Tab[],
  open: readonly (Tab | undefined)[],
): readonly Tab[] {
  const names = new Set(open.flatMap((tab) => tab?.ids ?? []))
  const shown = tabs.filter(({ condition }) => condition === undefined || names.has(condition))
  return shown.length > 0 ? shown : tabs
}

function latest<Tab extends TabChoice>(
  tabs: readonly Tab[],
  chosen: readonly string[],
): Tab | undefined {
  for (const id of chosen) {
    const found = tabs.find(({ ids }) => ids.includes(id))
    if (found) return found
  }
  return tabs[0]
}
