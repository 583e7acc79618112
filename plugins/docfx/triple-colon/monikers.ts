/**
 * Ranges of monikers, the names of versions of a product: `>= product-2.0`, `a || b`, `> a < b`.
 *
 * docfx compares two monikers by their places in the docset’s own list. Where a docset has none, and most have none in
 * their repository, they are compared by the numbers in their names.
 */

/** One version of a product, by the docset’s list or by its name. */
interface Version {
  product: string
  order: readonly number[]
}

/** A moniker as a docset lists it. */
export interface MonikerDefinition {
  name: string
  product: string
  /** For readers. */
  title?: string
}

interface Comparator {
  sign: '<' | '<=' | '>' | '>=' | '='
  name: string
}

const comparator = /(<=|>=|<|>|=)?\s*([^\s<>=|,]+)/g

/** One list of comparators for each part between `||`; a name alone must be that one. */
function partsOf(range: string): Comparator[][] {
  return range
    .split(/\|\||,/)
    .map((part) =>
      [...part.matchAll(comparator)].map(([, sign = '=', name = '']) => ({
        sign: sign as Comparator['sign'],
        name: name.toLowerCase(),
      })),
    )
    .filter((part) => part.length > 0)
}

/** The monikers that a range names, each once. */
export function monikersIn(range: string): string[] {
  return [...new Set(partsOf(range).flatMap((part) => part.map(({ name }) => name)))]
}

/** Whether a moniker is in a range. */
export function isInRange(
  moniker: string,
  range: string,
  definitions: readonly MonikerDefinition[] = [],
): boolean {
  const version = versionOf(moniker, definitions)
  return partsOf(range).some((part) =>
    part.every(({ sign, name }) => {
      if (name === moniker) return sign.includes('=')
      const other = versionOf(name, definitions)
      if (sign === '=' || other.product !== version.product) return false
      const difference = compare(version.order, other.order)
      return sign.startsWith('<') ? difference < 0 : difference > 0
    }),
  )
}

/** In the order of their versions, products by name. */
export function sortedMonikers(
  monikers: readonly string[],
  definitions: readonly MonikerDefinition[] = [],
): string[] {
  return monikers.toSorted((a, b) => {
    const [first, second] = [versionOf(a, definitions), versionOf(b, definitions)]
    if (first.product !== second.product) return first.product < second.product ? -1 : 1
    return compare(second.order, first.order) || (a < b ? -1 : 1)
  })
}

/** A name without a number is the version that is always the newest. */
function versionOf(moniker: string, definitions: readonly MonikerDefinition[]): Version {
  const index = definitions.findIndex(({ name }) => name.toLowerCase() === moniker)
  const known = definitions[index]
  if (known) return { product: known.product, order: [index] }
  const [, product = moniker, numbers] =
    /^(.*?)[-_]?(?:v|ver|version)?(\d[\d.]*)/.exec(moniker) ?? []
  const order = numbers?.split('.').map(Number) ?? [Infinity]
  return { product: product.replace(/-(?:current|latest)$/, ''), order }
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [first, second] = [a[index] ?? 0, b[index] ?? 0]
    if (first !== second) return first < second ? -1 : 1
  }
  return 0
}
