/** What a rule finds in a translation. */
import type { Position } from 'unist'
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
