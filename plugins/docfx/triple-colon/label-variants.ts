/** Say at each zone and moniker for whom it is, in words, and note what a reader can choose. */
import type { Paragraph, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { nearestName } from '../../nearest-name.ts'
import { defineProblems, report } from '../../problems.ts'
import { visit } from '../../visit.ts'
import type { DrawContext } from './form.ts'
import type { TripleColonFlow } from './nodes.ts'
import { pivotsOf } from './zone.ts'
import {
  optionsIn,
  pivotTitle,
  rangeTitle,
  variantGroups,
  type VariantSources,
} from './variants.ts'

const problem = defineProblems('docfx', {
  'pivot-unknown': (pivot: string, near: string | undefined) => ({
    severity: 'warning',
    reason: `No group of this page has the pivot \`${pivot}\`.${near === undefined ? ' Correct it' : ` Did you mean \`${near}\`? Correct it`}, or add it to its group.`,
  }),
})

/** Comes when all forms are drawn. */
export function labelVariants(tree: Root, file: VFile, { words }: DrawContext): void {
  const zones: TripleColonFlow[] = []
  visit(tree, 'tripleColonFlow', (node) => {
    if (node.attributes['pivot'] || (node.name === 'moniker' && node.attributes['range']))
      zones.push(node)
  })
  if (zones.length === 0) return
  const sources = file.data.variantSources ?? { groups: [], monikers: [] }
  const pivots = zones.flatMap(({ attributes }) => pivotsOf(attributes['pivot'] ?? ''))
  const ranges = zones.flatMap(({ attributes }) => attributes['range'] ?? [])
  const groups = variantGroups([...new Set(pivots)], ranges, sources)
  if (groups.length > 0) file.data.variants = groups
  const versions = groups.find(({ kind }) => kind === 'view')
  reportUnknown(zones, file, sources)
  for (const zone of zones) {
    const { range } = zone.attributes
    if (range !== undefined && versions) {
      const hProperties = { ...zone.data?.hProperties }
      hProperties['dataVersions'] = JSON.stringify(optionsIn(range, versions, sources))
      zone.data = { ...zone.data, hProperties }
    }
    const { text, lang } = words('zone.for')
    const names = namesOf(zone, sources)
    nameHeadings(zone, names)
    const value = text.replace('{names}', () => names)
    zone.children = [label(value, lang), ...zone.children]
  }
}

/** Search results have only the heading to say for whom it is. */
function nameHeadings(zone: TripleColonFlow, names: string): void {
  visit(zone, 'heading', (heading) => {
    const { hProperties } = heading.data ?? {}
    const title = hProperties?.dataPagefindTitle ?? toString(heading)
    const named = { ...hProperties, dataPagefindTitle: `${title} (${names})` }
    heading.data = { ...heading.data, hProperties: named }
  })
}

/** A page without groups has its ids as titles, so none of them can be wrong. */
function reportUnknown(
  zones: readonly TripleColonFlow[],
  file: VFile,
  { groups }: VariantSources,
): void {
  const ids = groups.flatMap(({ pivots }) => pivots.map(({ id }) => id))
  if (ids.length === 0) return
  for (const zone of zones) {
    const unknown = pivotsOf(zone.attributes['pivot'] ?? '').filter((id) => !ids.includes(id))
    for (const id of unknown) report(file, problem('pivot-unknown', id, nearestName(id, ids)), zone)
  }
}

function namesOf({ attributes }: TripleColonFlow, sources: VariantSources): string {
  const { pivot, range } = attributes
  if (pivot) {
    return pivotsOf(pivot)
      .map((id) => pivotTitle(id, sources))
      .join(', ')
  }
  return rangeTitle(range ?? '', sources.monikers)
}

function label(value: string, lang: string | undefined): Paragraph {
  const hProperties = { className: ['zone__label'], ...(lang && { lang }) }
  return { type: 'paragraph', data: { hProperties }, children: [{ type: 'text', value }] }
}
