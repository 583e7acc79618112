/** What a docset says of the variants of its pages: groups of pivots, and its list of monikers. */
import type { MonikerDefinition } from '#plugins/docfx/triple-colon/monikers.ts'
import type {
  PivotGroup,
  VariantOption,
  VariantSources,
} from '#plugins/docfx/triple-colon/variants.ts'
import { beyondJsonLimits } from '../json.ts'
import { parseYaml } from '../yaml.ts'
import type { VariantFacts } from './metadata.ts'

/** The text of a file by its path from the docset’s folder; undefined where there is none. */
type ReadText = (path: string) => Promise<string | undefined>

/** @param monikerPaths - Where `docfx.json` says that the docset’s list of monikers is. */
export async function variantSourcesOf(
  { pivotGroups, pivotFile }: VariantFacts,
  monikerPaths: readonly string[],
  readText: ReadText,
): Promise<VariantSources> {
  return {
    groups: pivotGroups.length ? await groupsOf(pivotGroups, pivotFile, readText) : [],
    monikers: (await Promise.all(monikerPaths.map((path) => monikersOf(path, readText)))).flat(),
  }
}

/** docfx builds the file as JSON, and its name is often given so. */
async function groupsOf(
  names: readonly string[],
  file: string | undefined,
  readText: ReadText,
): Promise<PivotGroup[]> {
  const path = (file ?? 'zone-pivot-groups.yml').replace(/^~?\//, '').replace(/\.json$/i, '.yml')
  const text = await readText(path)
  const { document, errors } = parseYaml(text ?? '')
  if (errors.length > 0) return []
  const groups = listIn(document.toJS({ maxAliasCount: 100 }), 'groups')
  return names.flatMap((name): PivotGroup[] => {
    const group = groups.find(({ id }) => id === name)
    if (!group) return []
    const prompt = textOf(group['prompt'])
    const pivots = listIn(group, 'pivots').flatMap((pivot): VariantOption[] => {
      const id = textOf(pivot['id'])
      return id ? [{ id, title: textOf(pivot['title']) ?? id }] : []
    })
    return [{ id: name, ...(prompt && { prompt }), pivots }]
  })
}

/** docfx’s `monikerDefinition`: `{ "monikers": [{ "moniker_name", "product_name" }] }`, oldest first. */
async function monikersOf(path: string, readText: ReadText): Promise<MonikerDefinition[]> {
  const text = await readText(path.replace(/^~?\//, ''))
  if (text === undefined || beyondJsonLimits(text)) return []
  return listIn(jsonOf(text), 'monikers').flatMap((item): MonikerDefinition[] => {
    const name = textOf(item['moniker_name'])
    if (!name) return []
    const title = textOf(item['moniker_display_name'])
    return [{ name, product: textOf(item['product_name']) ?? '', ...(title && { title }) }]
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function listIn(value: unknown, key: string): Record<string, unknown>[] {
  const list =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : []
  return Array.isArray(list)
    ? list.filter(
        (item): item is Record<string, unknown> => typeof item === 'object' && item !== null,
      )
    : []
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined
}
