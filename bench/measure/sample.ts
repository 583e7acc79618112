/** One measurement: of a generator, on an input, in a cell, in a run. */

export const buildCells = ['cold-theme', 'cold', 'unchanged', 'one'] as const
export const lookCells = ['view', 'search', 'dev'] as const

export type BuildCell = (typeof buildCells)[number]
export type Cell = BuildCell | (typeof lookCells)[number]

export function isBuild(cell: Cell): cell is BuildCell {
  return buildCells.some((build) => build === cell)
}

/** What was measured; bytes and seconds, on a clock or of all processors together. */
export interface Figures {
  /** CPU seconds of all processes. */
  cpu?: number
  /** Seconds on the clock. */
  wall?: number
  /** Bytes: the most that all processes together had at a time. */
  memory?: number
  /** Bytes of the output. */
  bytes?: number
  files?: number
  /** Files of the site that were written by a build over a site that was there. */
  written?: number
  /** Of those, files with other content than before. */
  changed?: number
  /** Bytes sent to a browser, compressed. */
  sent?: number
  requests?: number
  /** Bytes after the last save of a dev server; `memory` is after the fifth. */
  memoryAtEnd?: number
  saves?: number
}

export interface Sample {
  input: string
  pages: number
  generator: string
  cell: Cell
  run: number
  figures: Figures
}
