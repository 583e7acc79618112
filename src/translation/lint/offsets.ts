/** The place in the file of each character of a text node. */

/** Offsets of every UTF-16 unit of a value, from and to. */
export interface Offsets {
  starts: number[]
  ends: number[]
}

const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|[a-z][a-z\d]{1,31});/iy
const punctuation = /[!-/:-@[-`{-~]/

/**
 * Follow `value` through what was typed for it: escapes, character references, and what quotes and lists
 * put before a further line. Undefined where the two do not go together: nothing is repaired there.
 *
 * @param start - Offset of `raw` in the file.
 */
export function offsetsOf(raw: string, value: string, start: number): Offsets | undefined {
  const starts: number[] = []
  const ends: number[] = []
  let position = /^\s/.test(value) ? 0 : raw.length - raw.trimStart().length
  let index = 0
  while (index < value.length) {
    const character = value[index] ?? ''
    const [length, units] = step(raw, position, value, index)
    if (length === 0) return undefined
    for (let unit = 0; unit < units; unit++) {
      starts.push(start + position)
      ends.push(start + position + length)
    }
    position += length
    index += units
    if (character === '\n') position += /^[ \t>]*/.exec(raw.slice(position))?.[0].length ?? 0
  }
  return raw.slice(position).trim() ? undefined : { starts, ends }
}

/** How many characters were typed for how many of the value; 0 for none. */
function step(raw: string, position: number, value: string, index: number): [number, number] {
  const character = value[index] ?? ''
  const next = raw[position + 1] ?? ''
  if (raw[position] === '\\' && punctuation.test(next) && next === character) return [2, 1]
  if (raw[position] === '&') {
    reference.lastIndex = position
    const [typed = '', decimal, hex] = reference.exec(raw) ?? []
    const isLiteral = value.startsWith(typed, index)
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
    const meant = code === undefined ? value.codePointAt(index) : code
    if (typed && !isLiteral && meant === value.codePointAt(index)) {
      return [typed.length, meant !== undefined && meant > 0xffff ? 2 : 1]
    }
  }
  if (character === '\n') {
    const blank = /^[ \t]*\r?\n|^[ \t]*\r/.exec(raw.slice(position, position + 200))?.[0]
    return [blank?.length ?? 0, 1]
  }
  // A text of the front matter in single quotes has each of its own twice.
  if (character === "'" && raw[position] === "'" && next === "'" && value[index + 1] !== "'")
    return [2, 1]
  return raw[position] === character ? [1, 1] : [0, 1]
}
