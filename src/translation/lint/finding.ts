/** What a rule says of a translation. */
import type { Point, Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { type Problem, problemAt } from '#plugins/problems.ts'

/** Characters of the file from `start` to `end` (offsets) that become `text`. */
export interface Fix {
  start: number
  end: number
  text: string
}

export interface Finding {
  problem: Problem
  /** Name of the translation’s file in messages. */
  name: string
  /** The very words, in the file of the translation. */
  place: Position
  /** Hash of the block that it is about, by which `ignore.csv` names it. */
  hash: string
  /** Only where it changes nothing but what the rule is about. */
  fix?: Fix
}

declare module 'vfile-message' {
  interface VFileMessage {
    /** Of the block of a translation that it is about. */
    hash?: string
  }
}

/** The finding as a message for reports. */
export function messageOf({ problem, name, place, hash }: Finding): VFileMessage {
  const message = problemAt(name, problem, place)
  message.hash = hash
  return message
}

/** Give points of offsets in `text`, both from 1. */
export function pointsIn(text: string): (offset: number) => Point {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset }
  }
}
