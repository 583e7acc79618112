/** Put a page that no table of contents names into the navigation. */
import type { NavigationItem } from '../page.ts'

/** `items` with `added` after the last entry that leads to one of `paths`; at the end if none does. */
export function addAfter(
  items: readonly NavigationItem[],
  paths: readonly string[],
  added: NavigationItem,
): NavigationItem[] {
  return insert(items, paths, added) ?? [...items, added]
}

/** Undefined where no entry leads to one of the pages. */
function insert(
  items: readonly NavigationItem[],
  paths: readonly string[],
  added: NavigationItem,
): NavigationItem[] | undefined {
  const index = items.findLastIndex((item) => leadsTo(item, paths))
  const result = items[index]
  if (!result) return undefined
  const below = insert(result.items, paths, added)
  return below
    ? items.with(index, { ...result, items: below })
    : items.toSpliced(index + 1, 0, added)
}

/** The entry, or one under it. */
function leadsTo({ href = '', items }: NavigationItem, paths: readonly string[]): boolean {
  return paths.includes(href.replace(/[?#].*$/s, '')) || items.some((item) => leadsTo(item, paths))
}
