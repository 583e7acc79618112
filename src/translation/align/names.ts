/**
 * Names that a translation keeps as they are: words with a capital letter or a digit that both pages have.
 *
 * No list says which words these are. A pair in which each side has names that the other lacks is hardly one. Signs such as
 * brackets are compared in the same way, apart from names: each alone says little, and translators add some.
 */
/** The words of a unit, as typed. */
export interface NamedUnit {
  /** Words that may be names. */
  names: ReadonlySet<string>
  /** All words in Latin letters. */
  latin: ReadonlySet<string>
}

/** Latin letters and digits: other scripts keep names of no other script. */
const words = /[\p{Script=Latin}\p{N}]+/gu
/** Neither is the first word of a sentence a name, which has a capital letter anyway. */
const capitals =
  /(?<![\p{Script=Latin}\p{N}])(?:[\p{Script=Latin}\p{N}]+[\p{Lu}\p{N}]|\p{N}|\p{Lu}(?!(?<=(?:^|[.!?:])\P{L}*\p{L})[\p{Script=Latin}\p{N}]* \p{Ll}))[\p{Script=Latin}\p{N}]*/gu

/** Words of a text that may be names, and all words that the other side’s may be. */
export function namedWords(texts: readonly string[]): NamedUnit {
  return {
    names: new Set(texts.flatMap((text) => text.match(capitals) ?? [])),
    latin: new Set(texts.flatMap((text) => text.match(words) ?? [])),
  }
}

/** Signs that most translators keep, in the width of English: `（` is `(`. The others differ by language. */
const signs = /[()?!%:;/+&]/g

/** Signs of a text, to be compared as names are. */
export function keptSigns(texts: readonly string[]): NamedUnit {
  const own = new Set(texts.flatMap((text) => text.normalize('NFKC').match(signs) ?? []))
  return { names: own, latin: own }
}

/** What part of the names, or signs, of two units the other one lacks, 0 to 1, by weight: a rare one says more. */
export type NamesApart = (source: NamedUnit, target: NamedUnit) => number

export function compareNames(
  sources: readonly NamedUnit[],
  targets: readonly NamedUnit[],
): NamesApart {
  const weights = weightsOf(sources, targets)
  const known = new Map([...sources, ...targets].map((unit) => [unit, namesOf(unit, weights)]))
  return (source, target) => {
    // Most texts have none, and this is asked of all pairs that could be.
    if (source.names.size + target.names.size === 0) return 0
    const [own, other] = [known.get(source)!, known.get(target)!]
    const all = own.weight + other.weight
    if (all === 0) return 0
    return 1 - (commonWeight(own, target) + commonWeight(other, source)) / all
  }
}

interface Names {
  names: readonly (readonly [name: string, weight: number])[]
  weight: number
}

function namesOf(unit: NamedUnit, weights: ReadonlyMap<string, number>): Names {
  const names = [...unit.names].flatMap((name) => {
    const weight = weights.get(name)
    return weight === undefined ? [] : [[name, weight] as const]
  })
  return { names, weight: names.reduce((sum, [, weight]) => sum + weight, 0) }
}

function commonWeight({ names }: Names, { latin }: NamedUnit): number {
  let common = 0
  for (const [name, weight] of names) if (latin.has(name)) common += weight
  return common
}

/** Of words that both pages have about as often: `A` is English and a letter, `Phase` German and English. */
function weightsOf(
  sources: readonly NamedUnit[],
  targets: readonly NamedUnit[],
): Map<string, number> {
  const others = countsOf(targets)
  return new Map(
    [...countsOf(sources)].flatMap(([name, count]) => {
      const other = others.get(name) ?? 0
      const isKept = 2 * count >= other && 2 * other >= count
      return isKept ? [[name, 1 / Math.sqrt(count + other)] as const] : []
    }),
  )
}

function countsOf(units: readonly NamedUnit[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { names } of units) {
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}
