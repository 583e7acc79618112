/** Codes that a tool has numbered anew, under our own numbers. */
import type { Part } from '../codec/codec.ts'
import type { ReadUnit } from './read-unit.ts'
import type { Unit } from './unit.ts'

/**
 * The translation of an entry with the numbers of the unit’s codes.
 *
 * Trados numbers codes through the whole file, Phrase and memoQ through a segment. The source in the
 * file shows what a number means: it has the same codes as ours, in the same order. A source with other codes leaves all as it is.
 */
export function withOwnNumbers({ source, target = [] }: ReadUnit, unit: Unit): readonly Part[] {
  const theirs = codesIn(source ?? [])
  const ours = codesIn(unit.source)
  const isAlike =
    theirs.length === ours.length && theirs.every(({ kind }, index) => kind === ours[index]?.kind)
  if (!isAlike || theirs.every(({ id }, index) => id === ours[index]?.id)) return target
  // Two codes may have one number where they are the same: they are taken in their order.
  const numbers = new Map<number, number[]>()
  for (const [index, { id }] of theirs.entries()) {
    numbers.set(id, [...(numbers.get(id) ?? []), ours[index]?.id ?? id])
  }
  const open = new Map<number, number[]>()
  return target.map((part) => {
    if (part.kind === 'text') return part
    if (part.kind === 'close') return { ...part, id: open.get(part.id)?.pop() ?? part.id }
    const [next = part.id, ...rest] = numbers.get(part.id) ?? []
    if (rest.length) numbers.set(part.id, rest)
    if (part.kind === 'open') open.set(part.id, [...(open.get(part.id) ?? []), next])
    return { ...part, id: next }
  })
}

function codesIn(parts: readonly Part[]) {
  return parts.filter((part) => part.kind === 'open' || part.kind === 'alone')
}
