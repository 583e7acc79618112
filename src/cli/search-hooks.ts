/** Plugins of a site change what search finds before it is indexed. */
import type { HookedPlugin, SearchRecord } from '#plugins/hooks.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import type { SiteSources } from '../docsets/find-site.ts'
import type { EntryChange, IndexedSite } from '../search/entries.ts'
import { UsageError } from './arguments.ts'

/** What is indexed of a site, with what its plugins make of it. */
export function indexedWithHooks({
  sources,
  read,
}: {
  sources: SiteSources
  read: ReadSite
}): IndexedSite {
  return { ...read, terms: sources.terms, change: searchChange(sources.context.plugins) }
}

/**
 * Undefined where no plugin has the hook.
 *
 * What it gives throws a UsageError that names the plugin and the address where a hook throws: the last site stays.
 */
export function searchChange(plugins: readonly HookedPlugin[] = []): EntryChange | undefined {
  const hooks = plugins.flatMap(({ name, hooks: { search } }) => (search ? [{ name, search }] : []))
  if (hooks.length === 0) return undefined
  return (entry, place) => {
    let record: SearchRecord | undefined = { ...entry, ...place }
    for (const { name, search } of hooks) {
      if (!record) return undefined
      try {
        record = search(record)
      } catch (error) {
        const cause = error instanceof Error ? error.message : String(error)
        throw new UsageError(
          `Plugin \`${name}\` failed on ${entry.url}, in its hook \`search\`: ${cause}. Repair the plugin, or take it out of \`plugins\` in content/site.config.ts.`,
        )
      }
    }
    if (!record) return undefined
    const { html, content, meta, filters } = record
    if ('html' in entry) return { ...entry, ...(html !== undefined && { html }) }
    return {
      ...entry,
      ...(content !== undefined && { content }),
      ...(meta && { meta }),
      ...(filters && { filters }),
    }
  }
}
