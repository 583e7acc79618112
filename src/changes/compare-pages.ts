/** What readers find changed on a page: its places with other words than before. */
import { toString } from 'mdast-util-to-string'
import type { Block } from '../translation/blocks/block.ts'

/** A place of a page whose words have changed. */
export interface ChangedPlace {
  /** Id of the step or heading; undefined for what comes before the first one. */
  id: string | undefined
  /** What it is called, empty without an id. */
  title: string
}

/**
 * The places that have other words than before, in the order of the page; none for a page whose words are the same.
 *
 * Marks, punctuation, capitals, addresses of links and the order of blocks are no change.
 */
export function changedPlaces(before: readonly Block[], after: readonly Block[]): ChangedPlace[] {
  const old = countWordings(before)
  const places = new Map<string | undefined, ChangedPlace>()
  for (const [block, place] of withPlaces(after)) {
    const key = wordingOf(block)
    const left = old.get(key) ?? 0
    if (left > 0) old.set(key, left - 1)
    else places.set(place.id, place)
  }
  // What is gone changes the place where it was, if that is still there.
  const now = new Map(withPlaces(after).map(([, place]) => [place.id, place]))
  for (const [block, { id }] of withPlaces(before)) {
    const key = wordingOf(block)
    const left = old.get(key) ?? 0
    if (left === 0) continue
    old.set(key, left - 1)
    const place = now.get(id) ?? { id: undefined, title: '' }
    places.set(place.id, place)
  }
  const order = [...now.keys()]
  return [...places.values()].toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}

/** Each block with the step or heading that it stands under. */
function withPlaces(blocks: readonly Block[]): [Block, ChangedPlace][] {
  let place: ChangedPlace = { id: undefined, title: '' }
  return blocks.map((block) => {
    if (block.id !== undefined && block.kind !== 'meta')
      place = { id: block.id, title: nameOf(block) }
    return [block, place]
  })
}

/** The title of a page; empty where it has none. */
export function titleOf(blocks: readonly Block[]): string {
  return blocks.find(({ kind, place }) => kind === 'meta' && place.key === 'title')?.text ?? ''
}

/** A step is called by what is bold at its beginning. */
function nameOf({ kind, inline, text }: Block): string {
  const [first] = inline
  const name = kind === 'paragraph' && first?.type === 'strong' ? toString(first) : text
  return name.replace(/[\s.:;,]+$/u, '')
}

function countWordings(blocks: readonly Block[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const block of blocks) {
    const key = wordingOf(block)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function wordingOf({ text }: Block): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}
