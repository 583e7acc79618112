/** The footbridge of the first page and the home page, as numbers. */

/** A point of the drawing, in its own units. */
type Point = readonly [x: number, y: number]

/** A flat arch over the river: the deck, the posts on it, and the positions of the lamps. */
export interface BridgeDrawing {
  /** Path data. */
  deck: string
  arch: string
  posts: string
  rail: string
  lamps: readonly Point[]
}

const [left, right, shore] = [56, 664, 92]

/** Draw the bridge with a number of bays between its posts. (default: `24`) */
export function bridgeDrawing(bays = 24): BridgeDrawing {
  const points = Array.from({ length: bays + 1 }, (_, index) => deckAt(index / bays))
  const posts = points.map(([x, y], index) => `M${x} ${y}v${isLamp(index, bays) ? -34 : -16}`)
  const lamps = points
    .filter((_, index) => isLamp(index, bays))
    .map(([x, y]): Point => [x, round(y - 37)])
  return {
    deck: curve(shore, 28),
    rail: curve(shore - 16, 12),
    arch: curve(shore + 20, 36),
    posts: posts.join(''),
    lamps,
  }
}

/** A point of the deck, a quadratic curve from bank to bank. */
function deckAt(t: number): Point {
  const x = left + (right - left) * t
  const y = shore * (1 - t) ** 2 + 2 * 28 * t * (1 - t) + shore * t ** 2
  return [round(x), round(y)]
}

function curve(ends: number, middle: number): string {
  return `M${left} ${ends}Q${(left + right) / 2} ${middle} ${right} ${ends}`
}

function isLamp(index: number, bays: number): boolean {
  return index % (bays / 4) === 0 && index > 0 && index < bays && index !== bays / 2
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
