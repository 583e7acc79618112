/** The old ids of guides, looked up by the file that Astro compiles. */
import type { AliasOptions } from '#plugins/aliases.ts'
import { pagePath, slugOf } from '../address.ts'
import type { PageDocument } from '../document.ts'

/** For pages whose `file.data.place` is set. */
export function aliasOptions(documents: readonly PageDocument[]): AliasOptions {
  const byPath = new Map(documents.map(({ page: { path, aliases = [] } }) => [path, aliases]))
  return {
    aliasesOf({ data: { place } }) {
      if (!place) return []
      const { id } = place.index.docset
      return byPath.get(pagePath(place.locale, id, slugOf(place.path))) ?? []
    },
  }
}
