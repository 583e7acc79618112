/**
 * The modules of a QR code.
 *
 * uqr makes the code. Which of the eight masks scans best is computed here, by the same rule (ISO/IEC 18004, 7.8.3):
 * a printed guide has a code for each step, and uqr took nine tenths of its time for that. All masks are looked at
 * together: a byte has the module of each mask in a bit of its own. So are four rows or columns: a number has the bytes
 * of each.
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
  const all = new Uint8Array(dark.length)
  for (let at = 0; at < dark.length; at++) all[at] = turns[at]! ^ -dark[at]!
  const penalties = qrPenalties(all, size)
  const best = penalties.indexOf(penalties.reduce((least, one) => Math.min(least, one)))
  for (let at = 0; at < dark.length; at++) dark[at] = (all[at]! >> best) & 1
  return { size, dark }
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
  for (let y = 0; y < size; y++) {
    const row = data[y]!
    for (let x = 0; x < size; x++) if (row[x]) dark[y * size + x] = 1
  }
  return { size, dark }
}

/** How hard a code is to scan with each mask: for runs, blocks, what looks like a corner, and too much of one colour. */
function qrPenalties(all: Uint8Array, size: number): number[] {
  /** Points by the set of masks that get them. */
  const points = new Uint32Array(256)
  const dark = new Uint32Array(256)
  const line = new Int32Array(size)
  for (let first = 0; first < 2 * size; first += 4) {
    takeLines(line, all, size, first)
    addRuns(points, line)
    addCorners(points, line)
  }
  for (let y = 0; y < size - 1; y++) {
    for (let at = y * size; at < y * size + size - 1; at++) {
      const module = all[at]!
      const below = module ^ all[at + size]!
      points[~((module ^ all[at + 1]!) | below | (module ^ all[at + size + 1]!)) & 255]! += 3
    }
  }
  for (let at = 0; at < all.length; at++) dark[all[at]!]!++
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

/** Put four rows or columns into `line`, from the `first` on: columns come after rows. */
function takeLines(line: Int32Array, all: Uint8Array, size: number, first: number): void {
  // The last group has only two; two that change with each module get no points.
  const isLast = first + 4 > 2 * size
  for (let at = 0; at < size; at++) line[at] = isLast && at % 2 ? 0xffff0000 : 0
  for (let index = first; index < Math.min(first + 4, 2 * size); index++) {
    const [start, step] = index < size ? [index * size, 1] : [index - size, size]
    const shift = (index - first) * 8
    for (let at = 0; at < size; at++) line[at]! |= all[start + at * step]! << shift
  }
}

/** Points for the masks in each of the four lines. */
function addPoints(points: Uint32Array, scored: number, count: number): void {
  points[scored & 255]! += count
  points[(scored >>> 8) & 255]! += count
  points[(scored >>> 16) & 255]! += count
  points[scored >>> 24]! += count
}

/** Three points for the fifth module of a colour in a row, one for each after it. */
function addRuns(points: Uint32Array, line: Int32Array): void {
  let [second, third, fourth, fifth] = [0, 0, 0, 0]
  for (let at = 1; at < line.length; at++) {
    const same = ~(line[at]! ^ line[at - 1]!)
    const before = fifth
    fifth = same & fourth
    fourth = same & third
    third = same & second
    second = same
    if (fifth === 0) continue
    addPoints(points, fifth, 1)
    addPoints(points, fifth & ~before, 2)
  }
}

/** Forty points for what looks like a corner, 1:1:3:1:1 of any width, with four times as much light on one side. */
function addCorners(points: Uint32Array, line: Int32Array): void {
  for (let width = 1; width * 7 <= line.length; width++) {
    for (let start = 0; start + width * 7 <= line.length; start++) {
      const corners = cornersAt(line, start, width)
      if (corners === 0) continue
      const end = start + width * 7
      const [before, after] = [lightIn(line, start - width, start), lightIn(line, end, end + width)]
      addPoints(points, corners & lightIn(line, start - width * 4, start) & after, 40)
      addPoints(points, corners & before & lightIn(line, end, end + width * 4), 40)
    }
  }
}

function cornersAt(line: Int32Array, start: number, width: number): number {
  // One module of each part first: most places are none with any mask.
  let corners =
    line[start]! & ~line[start + width]! & line[start + 2 * width]! & line[start + 3 * width]!
  corners &= line[start + 4 * width]! & ~line[start + 5 * width]! & line[start + 6 * width]!
  if (corners === 0) return 0
  for (let at = 0; at < 7 * width; at++) {
    corners &= ~(line[start + at]! ^ line[start + at - (at % width)]!)
  }
  return corners
}

/** The lines and masks with nothing but light from `start` to `end`; what is around a code is light. */
function lightIn(line: Int32Array, start: number, end: number): number {
  let dark = 0
  for (let at = Math.max(0, start); at < Math.min(end, line.length); at++) dark |= line[at]!
  return ~dark
}
