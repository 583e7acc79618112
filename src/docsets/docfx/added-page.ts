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
  const at = items.findLastIndex((item) => leadsTo(item, paths))
  const found = items[at]
  if (!found) return undefined
  const below = insert(found.items, paths, added)
  return below ? items.with(at, { ...found, items: below }) : items.toSpliced(at + 1, 0, added)
}

/** The entry, or one under it. */
function leadsTo({ href = '', items }: NavigationItem, paths: readonly string[]): boolean {
  return paths.includes(href.replace(/[?#].*$/s, '')) || items.some((item) => leadsTo(item, paths))
}
