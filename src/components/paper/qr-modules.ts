/**
 * The modules of a QR code.
 *
 * uqr makes the code. Which of the eight masks scans best is computed here, by the same rule (ISO/IEC 18004, 7.8.3):
 * a printed guide has a code for each step, and uqr took nine tenths of its time for that. All masks are looked at
 * together: a byte has the module of each mask in a bit of its own.
 */
import { encode } from 'uqr'

export interface QrModules {
  /** Modules in a row, and rows. */
  size: number
  /** 1 for a dark module, row by row. */
  dark: Uint8Array
}

const masks = [0, 1, 2, 3, 4, 5, 6, 7] as const

/** By size: which masks turn a module over in a code with the first one. They are the same for all texts. */
const turnedOver = new Map<number, Uint8Array>()

/**
 * The code of a text, with the mask of least penalty.
 *
 * @throws For a text longer than a QR code holds, 2,331 bytes.
 */
export function qrModules(text: string): QrModules {
  const { size, dark } = maskedModules(text, 0)
  const turns = turnedOver.get(size) ?? turnsOf(text, dark)
  turnedOver.set(size, turns)
  const all = dark.map((module, at) => turns[at]! ^ (module ? 255 : 0))
  const penalties = qrPenalties(all, size)
  const best = penalties.indexOf(penalties.reduce((least, one) => Math.min(least, one)))
  return { size, dark: all.map((modules) => (modules >> best) & 1) }
}

function turnsOf(text: string, dark: Uint8Array): Uint8Array {
  const turns = new Uint8Array(dark.length)
  for (const mask of masks) {
    const other = maskedModules(text, mask).dark
    for (let at = 0; at < dark.length; at++) turns[at]! |= (dark[at]! ^ other[at]!) << mask
  }
  return turns
}

function maskedModules(text: string, maskPattern: number): QrModules {
  const { data, size } = encode(text, { ecc: 'M', border: 0, maskPattern })
  const dark = new Uint8Array(size * size)
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x++) if (row[x]) dark[y * size + x] = 1
  }
  return { size, dark }
}

/** How hard a code is to scan with each mask: for runs, blocks, what looks like a corner, and too much of one colour. */
function qrPenalties(all: Uint8Array, size: number): number[] {
  /** Points by the set of masks that get them. */
  const points = new Uint32Array(256)
  const dark = new Uint32Array(256)
  const turned = all.map((_, at) => all[(at % size) * size + Math.floor(at / size)]!)
  for (let start = 0; start < all.length; start += size) {
    for (const grid of [all, turned]) {
      const row = grid.subarray(start, start + size)
      addRuns(points, row)
      addCorners(points, row)
    }
  }
  for (let at = 0; at < all.length - size; at++) {
    if (at % size === size - 1) continue
    const module = all[at]!
    const below = module ^ all[at + size]!
    points[~((module ^ all[at + 1]!) | below | (module ^ all[at + size + 1]!)) & 255]! += 3
  }
  for (const modules of all) dark[modules]!++
  return masks.map((mask) => {
    const balance = Math.abs(sumOf(dark, mask) * 20 - all.length * 10) / all.length
    return sumOf(points, mask) + 10 * (Math.ceil(balance) - 1)
  })
}

function sumOf(bySet: Uint32Array, mask: number): number {
  let sum = 0
  for (let set = 0; set < 256; set++) if ((set >> mask) & 1) sum += bySet[set]!
  return sum
}

/** Three points for the fifth module of a colour in a row, one for each after it. */
function addRuns(points: Uint32Array, row: Uint8Array): void {
  let [second, third, fourth, fifth] = [0, 0, 0, 0]
  for (let at = 1; at < row.length; at++) {
    const same = ~(row[at]! ^ row[at - 1]!) & 255
    const before = fifth
    fifth = same & fourth
    fourth = same & third
    third = same & second
    second = same
    points[fifth]!++
    points[fifth & ~before]! += 2
  }
}

/** Forty points for what looks like a corner, 1:1:3:1:1 of any width, with four times as much light on one side. */
function addCorners(points: Uint32Array, row: Uint8Array): void {
  for (let width = 1; width * 7 <= row.length; width++) {
    for (let start = 0; start + width * 7 <= row.length; start++) {
      const found = cornersAt(row, start, width)
      if (found === 0) continue
      const end = start + width * 7
      const [before, after] = [lightIn(row, start - width, start), lightIn(row, end, end + width)]
      points[found & lightIn(row, start - width * 4, start) & after]! += 40
      points[found & before & lightIn(row, end, end + width * 4)]! += 40
    }
  }
}

function cornersAt(row: Uint8Array, start: number, width: number): number {
  // One module of each part first: most places are none with any mask.
  let found = row[start]! & ~row[start + width]! & row[start + 2 * width]! & row[start + 3 * width]!
  found &= row[start + 4 * width]! & ~row[start + 5 * width]! & row[start + 6 * width]!
  if (found === 0) return 0
  for (let at = 0; at < 7 * width; at++) {
    found &= ~(row[start + at]! ^ row[start + at - (at % width)]!)
  }
  return found
}

/** The masks with nothing but light from `start` to `end`; what is around a code is light. */
function lightIn(row: Uint8Array, start: number, end: number): number {
  let dark = 0
  for (let at = Math.max(0, start); at < Math.min(end, row.length); at++) dark |= row[at]!
  return ~dark & 255
}
