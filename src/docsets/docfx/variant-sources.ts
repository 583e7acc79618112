/** Definitions of the variants of pages: groups of pivots, and lists of monikers. */
import type {
  PivotGroup,
  VariantOption,
  VariantSources,
} from '#plugins/docfx/triple-colon/variants.ts'
import { defineProblems, type Problem } from '#plugins/problems.ts'
import { parseYaml } from '../yaml.ts'
import type { VariantFacts } from './metadata.ts'
import { listedMonikers } from './moniker-lists.ts'
import { listIn, textOf } from './values.ts'

const problem = defineProblems('docfx', {
  'pivot-group': (group: string, fault: string) => ({
    severity: 'warning',
    reason: `There is no group of pivots \`${group}\`: ${fault}`,
    note: 'Until then readers see the ids of pivots in place of their titles.',
  }),
})

/** The text of a file by its path from the docset’s folder; undefined where there is none. */
type ReadText = (path: string) => Promise<string | undefined>

/**
 * What a page's zones and monikers are called, with a problem for each group that nothing defines.
 *
 * @param monikerPaths - Where the docset’s lists of monikers are, see `monikerLists`.
 */
export async function variantSourcesOf(
  { pivotGroups, pivotFile }: VariantFacts,
  monikerPaths: readonly string[],
  readText: ReadText,
): Promise<{ sources: VariantSources; problems: readonly Problem[] }> {
  const { groups, problems } = pivotGroups.length
    ? await groupsOf(pivotGroups, pivotFile, readText)
    : { groups: [], problems: [] }
  const lists = await Promise.all(monikerPaths.map(readText))
  const monikers = lists.flatMap((text) => (text === undefined ? [] : (listedMonikers(text) ?? [])))
  return { sources: { groups, monikers }, problems }
}

/** docfx builds the file as JSON, and its name is often given so. */
async function groupsOf(
  names: readonly string[],
  file: string | undefined,
  readText: ReadText,
): Promise<{ groups: PivotGroup[]; problems: Problem[] }> {
  const path = (file ?? 'zone-pivot-groups.yml').replace(/^~?\//, '').replace(/\.json$/i, '.yml')
  const text = await readText(path)
  const { document, errors } = parseYaml(text ?? '')
  const listed = errors.length > 0 ? [] : listIn(document.toJS({ maxAliasCount: 100 }), 'groups')
  const found = names.map((name) => ({ name, group: listed.find(({ id }) => id === name) }))
  const missing = found.filter(({ group }) => group === undefined)
  return {
    groups: found.flatMap(({ name, group }) => (group ? [groupOf(name, group)] : [])),
    problems: missing.map(({ name }) => problem('pivot-group', name, fault())),
  }

  function fault(): string {
    if (text === undefined) return `no file \`${path}\` is in this docset. Add it.`
    if (errors.length > 0) return `\`${path}\` is not YAML. Correct it.`
    const ids = listed.flatMap(({ id }) => (typeof id === 'string' ? [`\`${id}\``] : []))
    return `\`${path}\` has ${ids.join(', ') || 'none'}. Name one that it has, or add this one there.`
  }
}

function groupOf(id: string, group: Record<string, unknown>): PivotGroup {
  const prompt = textOf(group['prompt'])
  const pivots = listIn(group, 'pivots').flatMap((pivot): VariantOption[] => {
    const name = textOf(pivot['id'])
    return name ? [{ id: name, title: textOf(pivot['title']) ?? name }] : []
  })
  return { id, ...(prompt && { prompt }), pivots }
}
