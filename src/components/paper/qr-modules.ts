/**
 * The modules of a QR code.
 *
 * uqr makes the code. Which of the eight masks scans best is computed here, by the same rule (ISO/IEC 18004, 7.8.3):
 * a printed guide has a code for each step, and uqr took nine tenths of its time for that.
 */
import { encode } from 'uqr'

export interface QrModules {
  /** Modules in a row, and rows. */
  size: number
  /** 1 for a dark module, row by row. */
  dark: Uint8Array
}

const masks = [0, 1, 2, 3, 4, 5, 6, 7] as const

/** By size: what each mask turns over in a code with the first one. It is the same for all texts. */
const turnedOver = new Map<number, readonly Uint8Array[]>()

/**
 * The code of a text, with the mask of least penalty.
 *
 * @throws For a text longer than a QR code holds, 2,331 bytes.
 */
export function qrModules(text: string): QrModules {
  const { size, dark } = maskedModules(text, 0)
  const known = turnedOver.get(size)
  const turns = known ?? masks.map((mask) => xor(dark, maskedModules(text, mask).dark))
  if (!known) turnedOver.set(size, turns)
  let best = dark
  let least = Infinity
  for (const turn of turns) {
    const modules = xor(dark, turn)
    const penalty = qrPenalty(modules, size)
    if (penalty >= least) continue
    best = modules
    least = penalty
  }
  return { size, dark: best }
}

function maskedModules(text: string, maskPattern: number): QrModules {
  const { data, size } = encode(text, { ecc: 'M', border: 0, maskPattern })
  const dark = new Uint8Array(size * size)
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x++) if (row[x]) dark[y * size + x] = 1
  }
  return { size, dark }
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length)
  for (let index = 0; index < a.length; index++) both[index] = a[index]! ^ b[index]!
  return both
}

/** How hard a code is to scan: for runs, blocks and what looks like a corner, and for too much of one colour. */
function qrPenalty(dark: Uint8Array, size: number): number {
  let penalty = 0
  for (let line = 0; line < size; line++) {
    penalty += linePenalty(dark, line * size, 1, size) + linePenalty(dark, line, size, size)
  }
  for (let y = 0; y < size - 1; y++) {
    let before = 1
    for (let at = y * size; at < (y + 1) * size; at++) {
      const pair = dark[at]! + dark[at + size]!
      if (pair === before && pair !== 1) penalty += 3
      before = pair
    }
  }
  let count = 0
  for (let at = 0; at < dark.length; at++) count += dark[at]!
  const half = dark.length / 2
  return penalty + 10 * (Math.ceil((Math.abs(count - half) * 20) / dark.length) - 1)
}

/** Widths of the runs of a line, light ones at even places. Used again for each line. */
const runs = new Uint8Array(256)

/** The penalty of a row or a column. */
function linePenalty(dark: Uint8Array, start: number, step: number, size: number): number {
  let penalty = 0
  let count = 0
  let begin = 0
  let colour = 0
  for (let index = 0, at = start; index <= size; index++, at += step) {
    if (index < size && dark[at] === colour) continue
    const width = index - begin
    if (width >= 5) penalty += width - 2
    runs[count++] = width
    begin = index
    colour ^= 1
  }
  // A line that ends dark has no module of its last run, which is light like all that is around the code.
  if (colour === 0) runs[count++] = 0
  return penalty + 40 * cornersIn(count, size)
}

/** How many times `count` runs look like a corner: 1:1:3:1:1, with four light modules on one side and one on the other. */
function cornersIn(count: number, size: number): number {
  let corners = 0
  for (let middle = 3; middle + 3 < count; middle += 2) {
    const one = runs[middle - 1]!
    if (runs[middle] !== 3 * one || runs[middle + 1] !== one) continue
    if (runs[middle - 2] !== one || runs[middle + 2] !== one) continue
    const before = middle === 3 ? size : runs[middle - 3]!
    const after = middle + 4 === count ? size : runs[middle + 3]!
    if (before >= 4 * one && after >= one) corners++
    if (after >= 4 * one && before >= one) corners++
  }
  return corners
}
