/** Numbers that look random and are the same for the same seed, for generated input. */

export interface Random {
  /** A whole number from 0 to `below` - 1. */
  int: (below: number) => number
  pick: <T>(values: readonly T[]) => T
  /** True once in `times`. */
  once: (times: number) => boolean
}

/** Mulberry32: small, and good enough to choose test input. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const int = (below: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 2 ** 32) * below)
  }
  return {
    int,
    pick: (values) => values[int(values.length)] as (typeof values)[number],
    once: (times) => int(times) === 0,
  }
}
