/**
 * Draw list items in time that grows with the list.
 *
 * For each item, mdast-util-to-hast looks through the whole list for one with blank lines in it: 20,000 items
 * took 2 seconds. Here a list is looked through once.
 */
import type { List, ListItem, Parents } from 'mdast'
import { type Options, defaultHandlers } from 'remark-rehype'

type Handlers = NonNullable<Options['handlers']>

/** Handlers for remark-rehype; what they give is the same. */
export function listHandlers(): Pick<Handlers, 'listItem'> {
  const isLoose = new WeakMap<List, boolean>()
  return {
    listItem(state, node: ListItem, parent: Parents | undefined) {
      if (parent?.type !== 'list') return defaultHandlers.listItem(state, node, parent)
      let spread = isLoose.get(parent)
      if (spread === undefined) isLoose.set(parent, (spread = hasBlankLines(parent)))
      // The handler reads nothing else of the list.
      return defaultHandlers.listItem(state, node, { type: 'list', spread, children: [] })
    },
  }
}

function hasBlankLines({ spread, children }: List): boolean {
  return Boolean(spread) || children.some((item) => item.spread ?? item.children.length > 1)
}
