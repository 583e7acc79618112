/** The words of an article, from its text and what is marked in it. */
import {
  decodedText,
  isReserved,
  normalText,
  UnreadError,
  withoutMarks,
  wordsBetweenSpaces,
} from './article-text.ts'
import type { Anchor } from './passages.ts'

/** Weights are whole numbers in the index: 24 stands for 1. */
export const usualWeight = 24

export const endOfWeight = { end: true } as const

/** A place in the text: an element with an id, a weight that begins, or the end of one. */
export type Mark =
  { anchor: Anchored } | { weight: number; isAutomatic: boolean } | typeof endOfWeight

export interface Anchored extends Omit<Anchor, 'location'> {
  /** The text in it. */
  text: string
}

export type Piece = string | Mark

/** Words between spaces with their weights, and the elements with an id among them. */
export function articleWords(text: readonly Piece[]) {
  const words: string[] = []
  const weights: number[] = []
  const anchors: Anchor[] = []
  const stack = [usualWeight]
  let run = ''
  for (const piece of text) {
    if (typeof piece === 'string') run += piece
    else {
      add()
      read(piece)
    }
  }
  add()
  return { words, weights, anchors }

  function add(): void {
    const weight = stack.at(-1)!
    for (const word of wordsBetweenSpaces(withoutMarks(decodedText(run)))) {
      if (isReserved(word)) throw new UnreadError()
      words.push(word)
      weights.push(weight)
    }
    run = ''
  }

  function read(mark: Mark): void {
    if ('end' in mark) stack.pop()
    else if ('weight' in mark) {
      // Headings in what has a weight of its own have that.
      stack.push(mark.isAutomatic && stack.length > 1 ? stack.at(-1)! : mark.weight)
    } else {
      const { element, id, text: content, title } = mark.anchor
      const location = words.length
      // What stands for a character in an example of HTML is read once more.
      const passage = normalText(normalText(content))
      anchors.push({ element, id, text: passage, ...(title && { title }), location })
    }
  }
}
