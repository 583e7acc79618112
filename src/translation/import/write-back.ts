/**
 * Write new texts into a page and change no other byte.
 *
 * The page is parsed before and after. Unless blocks, containers, ids, links and codes are equal, nothing is written.
 */
import { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { Block, BlockPage } from '../blocks/block.ts'
import { encode } from '../codec/codec.ts'
import { codeKeys, type Replacement } from '../formats/replacement.ts'
import { outline } from './outline.ts'
import { type PageSource, readBlocks } from '../blocks/read-blocks.ts'

const problem = defineProblems('exchange', {
  'write-back-moved': (actual: string, expected: string) => ({
    severity: 'error',
    reason: `Page has \`${actual}\` where it had \`${expected}\`: it has changed in the meantime. Import again.`,
  }),
  'write-back-overlap': () => ({
    severity: 'error',
    reason: 'There are two translations for the same place. Keep one.',
  }),
  'write-back-structure': (actual: string, expected: string) => ({
    severity: 'error',
    reason: `With the new text the page would have ${actual} in place of ${expected}. Correct the text.`,
    note: 'The page was not changed.',
  }),
})

/** The result of `writeBack`. */
export interface WrittenPage {
  /** New text of the file; the old one if nothing changed or `messages` report a problem. */
  text: string
  /** How many replacements changed something. */
  changed: number
  messages: readonly VFileMessage[]
}

/** The problem of a file whose structure would differ. */
export function otherStructure(name: string, actual: string, expected: string): VFileMessage {
  const start = { line: 1, column: 1 }
  return problemAt(name, problem('write-back-structure', actual, expected), start)
}

/**
 * Replace texts of a page.
 *
 * @param page - Its text may begin with a byte order mark, which stays.
 * @param source - The source page, from which `readBlocks` takes the ids of headings.
 */
export function writeBack(
  page: PageSource,
  replacements: readonly Replacement[],
  source?: BlockPage,
): WrittenPage {
  const mark = page.text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const text = page.text.slice(mark.length)
  const refuse = (match: ReturnType<typeof problem>, offset = 0): WrittenPage => {
    const lines = text.slice(0, offset).split('\n')
    const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
    return { text: page.text, changed: 0, messages: [problemAt(page.name, match, place)] }
  }
  const sorted = outermost(replacements)
  let written = ''
  let position = 0
  for (const replacement of sorted) {
    const { start, end, was } = replacement
    if (start < position) return refuse(problem('write-back-overlap'), start)
    const result = text.slice(start, end)
    if (result !== was && result !== replacement.text)
      return refuse(problem('write-back-moved', short(result), short(was)), start)
    written += text.slice(position, start) + replacement.text
    position = end
  }
  written += text.slice(position)
  const effective = sorted.filter((item) => text.slice(item.start, item.end) !== item.text)
  if (effective.length === 0) return { text: page.text, changed: 0, messages: [] }
  const difference = compare(text, written)
  if (difference)
    return refuse(
      problem('write-back-structure', difference.actual, difference.expected),
      difference.offset,
    )
  return { text: mark + written, changed: effective.length, messages: [] }

  function compare(before: string, after: string): Difference | undefined {
    const read = (content: string) => readBlocks({ ...page, text: content }, source)
    try {
      const blocks = compareBlocks(read(before).blocks, read(after).blocks, effective)
      if (blocks) return blocks
      const [was, is] = [outline(before, page.dialect), outline(after, page.dialect)]
      const index = was.findIndex((line, index) => line !== is[index])
      if (was.length === is.length && index < 0) return undefined
      const first = index < 0 ? was.length : index
      return {
        actual: `\`${short(is[first] ?? 'end')}\``,
        expected: `\`${short(was[first] ?? 'end')}\``,
        offset: 0,
      }
    } catch (error) {
      if (error instanceof VFileMessage)
        return {
          actual: `syntax (${error.reason})`,
          expected: 'a page that can be read',
          offset: 0,
        }
      throw error
    }
  }
}

interface Difference {
  actual: string
  expected: string
  /** Offset in the text before. */
  offset: number
}

function compareBlocks(
  before: readonly Block[],
  after: readonly Block[],
  replacements: readonly Replacement[],
): Difference | undefined {
  const offset = before.find((block, index) => frame(block) !== frame(after[index]))?.start ?? 0
  if (before.length !== after.length) {
    return { actual: `${after.length} blocks`, expected: String(before.length), offset }
  }
  for (const [index, was] of before.entries()) {
    const is = after[index]
    if (!is || frame(was) !== frame(is))
      return { actual: `block ${frame(is)}`, expected: frame(was), offset: was.start }
    const own = replacements.find(({ start, end }) => start === was.start && end === was.end)
    const isInside = replacements.some(({ start, end }) => start <= was.start && was.end <= end)
    const hasInside = replacements.some(({ start, end }) => was.start <= start && end <= was.end)
    if (own) {
      const codes = codeKeys(encode(is).codes).join('\n')
      if (codes !== own.codes.join('\n')) {
        return {
          actual: `codes \`${short(codes)}\``,
          expected: `\`${short(own.codes.join('\n'))}\``,
          offset: was.start,
        }
      }
    } else if (!isInside && !hasInside && is.source !== was.source) {
      return {
        actual: `text \`${short(is.source)}\``,
        expected: `\`${short(was.source)}\``,
        offset: was.start,
      }
    }
  }
  return undefined
}

/** A block without its text. */
function frame(block: Block | undefined): string {
  if (!block) return 'none'
  const { kind, depth, id, place } = block
  return JSON.stringify([kind, depth, id, place.section, place.containers, place.cell, place.key])
}

/** In order, without those inside another replacement, whose text includes theirs. */
function outermost(replacements: readonly Replacement[]): Replacement[] {
  const sorted = replacements.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return sorted.filter(
    (replacement, index) =>
      !sorted.some(
        (other, position) =>
          position !== index &&
          other.start <= replacement.start &&
          replacement.end <= other.end &&
          other.end - other.start > replacement.end - replacement.start,
      ),
  )
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
