/** What makes the pieces of a random page: numbers from a seed, and words that are there once. */
export type Dialect = 'guide' | 'docfx'

/** Makes a block; `depth` counts the blocks around it. */
export type MakeBlock = (maker: Maker, depth: number) => string

export interface Maker {
  dialect: Dialect
  /** A number from 0 up to `below`. */
  below: (below: number) => number
  pick: <Value>(values: readonly Value[]) => Value
  word: () => string
  /** Names for definitions, each used once. */
  name: () => string
  /** Texts of files to include, by their paths beside the page. */
  files: Map<string, string>
  /** Any block: lists, quotes and containers hold some. */
  block: MakeBlock
}

export function makerOf(seed: number, dialect: Dialect, block: MakeBlock): Maker {
  let state = seed + 0x9e3779b9
  let count = 0
  // Mulberry32: small, and good enough to pick from lists.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    dialect,
    below,
    pick: (values) => values[below(values.length)] as (typeof values)[number],
    word: () => `zq${++count}q`,
    name: () => `name${++count}`,
    files: new Map(),
    block,
  }
}

export function repeat<Value>(count: number, make: () => Value): Value[] {
  return Array.from({ length: Math.max(0, count) }, make)
}

export function prefix(text: string, before: string): string {
  return text
    .split('\n')
    .map((line) => before + line)
    .join('\n')
}
