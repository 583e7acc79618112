/** The variants of a page: what its zones and monikers are for, and what a reader can choose. */
import { isInRange, type MonikerDefinition, monikersIn, sortedMonikers } from './monikers.ts'

/** One choice of a reader. */
export interface VariantOption {
  id: string
  title: string
}

/** What a reader chooses one of: a pivot of a group, or a version. */
export interface VariantGroup {
  /** The parameter of the address that has the choice. */
  kind: 'pivots' | 'view'
  /** What is asked; where the docset has no words for it, ours are taken. */
  prompt?: string
  options: readonly VariantOption[]
}

/** A group of pivots as a docset’s file has it. */
export interface PivotGroup {
  id: string
  prompt?: string
  pivots: readonly VariantOption[]
}

/** What is known of a page’s variants before it is read. */
export interface VariantSources {
  /** The groups that the page names, in its order. */
  groups: readonly PivotGroup[]
  /** The docset’s own list. */
  monikers: readonly MonikerDefinition[]
}

declare module 'vfile' {
  interface DataMap {
    variantSources: VariantSources
    /** What readers of the page can choose. */
    variants: VariantGroup[]
  }
}

/** The groups of a page with these zones and ranges; a group with one option leaves nothing to choose. */
export function variantGroups(
  pivots: readonly string[],
  ranges: readonly string[],
  { groups, monikers }: VariantSources,
): VariantGroup[] {
  const used = new Set(pivots)
  const known = groups.map(({ prompt, pivots: options }): VariantGroup => {
    const own = options.filter(({ id }) => used.delete(id))
    return { kind: 'pivots', ...(prompt && { prompt }), options: own }
  })
  const others = [...used].map((id) => ({ id, title: id }))
  const all: VariantGroup[] = [
    ...known,
    { kind: 'pivots', options: others },
    { kind: 'view', options: versionOptions(ranges, monikers) },
  ]
  return all.filter(({ options }) => options.length > 1)
}

/** The versions that the ranges distinguish; a range that none of them is in is a choice itself. */
function versionOptions(
  ranges: readonly string[],
  definitions: readonly MonikerDefinition[],
): VariantOption[] {
  const named = sortedMonikers([...new Set(ranges.flatMap(monikersIn))], definitions)
  const products = new Set(named.map((name) => productOf(name, definitions)))
  const listed = definitions
    .filter(({ product }) => products.has(product))
    .map(({ name }) => name.toLowerCase())
  const ids = listed.length ? listed.toReversed() : named
  const inSome = ids.filter((id) => ranges.some((range) => isInRange(id, range, definitions)))
  const alone = [...new Set(ranges)].filter(
    (range) => !inSome.some((id) => isInRange(id, range, definitions)),
  )
  return [
    ...inSome.map((id) => ({ id, title: titleOf(id, definitions) })),
    ...alone.map((range) => ({ id: range, title: rangeTitle(range, definitions) })),
  ]
}

function productOf(name: string, definitions: readonly MonikerDefinition[]): string | undefined {
  return definitions.find((one) => one.name.toLowerCase() === name)?.product
}

function titleOf(id: string, definitions: readonly MonikerDefinition[]): string {
  return definitions.find(({ name }) => name.toLowerCase() === id)?.title ?? id
}

/** The ids of the options of a group that show what has this range. */
export function optionsIn(
  range: string,
  { options }: VariantGroup,
  { monikers }: VariantSources,
): string[] {
  const own = options.filter(({ id }) => id === range || isInRange(id, range, monikers))
  return own.map(({ id }) => id)
}

const signs = new Map([
  ['>=', '≥ '],
  ['<=', '≤ '],
  ['>', '> '],
  ['<', '< '],
])

/** A range for readers: `≥ product-2.0`. */
export function rangeTitle(range: string, definitions: readonly MonikerDefinition[]): string {
  const parts = range
    .split(/\|\||,/)
    .map((part) =>
      [...part.matchAll(/(<=|>=|<|>|=)?\s*([^\s<>=]+)/g)]
        .map(
          ([, sign = '', name = '']) =>
            (signs.get(sign) ?? '') + titleOf(name.toLowerCase(), definitions),
        )
        .join(' '),
    )
  return parts.filter(Boolean).join(', ')
}

/** The title of a pivot in the groups of the page. */
export function pivotTitle(id: string, { groups }: VariantSources): string {
  const options = groups.flatMap(({ pivots }) => pivots)
  return options.find((option) => option.id === id)?.title ?? id
}
