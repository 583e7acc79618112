/**
 * Make a later version of a page by what writers do: edit, insert, delete, move.
 *
 * Guides have one block, list item or table row on a line, so that lines are what is changed; of each
 * line of the new version it is known which line of the old one it was.
 */
import type { PhrasingContent } from 'mdast'
import type { Block, BlockPage } from '#src/translation/blocks/block.ts'
import type { StaleGrade } from '#src/translation/state/state.ts'

export type Random = () => number

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Chances of each change, for each block or line, 0 to 1. */
export interface Rates {
  edit: number
  insert: number
  remove: number
  move: number
  /** For each section: it changes its place with the next one. */
  swap: number
}

export interface Drifted {
  text: string
  /** By line of the new text, from 1: its line in the old text; absent for a new one. */
  origins: ReadonlyMap<number, number>
  /** Old blocks that were edited, by how much. */
  edited: ReadonlyMap<Block, StaleGrade>
}

interface Line {
  text: string
  origin?: number
}

/** `words` are for edits, `others` blocks of other pages for insertions. */
export function drift(
  page: BlockPage,
  rates: Rates,
  random: Random,
  { words, others }: { words: readonly string[]; others: readonly Block[] },
): Drifted {
  const edited = new Map<Block, StaleGrade>()
  const lines = editedText()
    .split('\n')
    .map((text, index): Line => ({ text, origin: index + 1 }))
  const body = lines.findIndex(({ text }, index) => index > 0 && text === '---') + 1
  let result = moveAndChange(lines.slice(body))
  if (random() < rates.swap * 3) result = swapSections(result)
  const all = [...lines.slice(0, body), ...result]
  const origins = new Map(
    all.flatMap(({ origin }, position) => (origin ? [[position + 1, origin]] : [])),
  )
  return { text: all.map(({ text }) => text).join('\n'), origins, edited }

  /** The text with edits inside its blocks; lines stay where they are. */
  function editedText(): string {
    let { text } = page
    for (const block of page.blocks.toReversed()) {
      if (random() >= rates.edit || block.source.includes('\n') || block.kind === 'image') continue
      const change = editOf(block)
      if (!change) continue
      edited.set(block, change.grade)
      text = text.slice(0, change.at) + change.words + text.slice(change.to)
    }
    return text
  }

  function editOf(block: Block) {
    const spots = textsOf(block).flatMap(({ value, start }) =>
      [...value.matchAll(/\p{L}{4,}/gu)].map((match) => ({
        at: start + match.index,
        to: start + match.index + match[0].length,
        word: match[0],
      })),
    )
    const spot = spots[Math.floor(random() * spots.length)]
    if (!spot || block.kind === 'meta') return undefined
    const kind = random()
    const { at, to, word } = spot
    if (kind < 0.15 && block.kind !== 'title') {
      return { at, to, words: `*${word}*`, grade: 'auto' as const }
    }
    if (kind < 0.4) return { at, to, words: `${word}, 2`, grade: 'minor' as const }
    // From one word to most of a block.
    const last = spots.findLast((item) => random() < 0.5 && item.at >= at) ?? spot
    const isOneText = textsOf(block).some(
      ({ value, start }) => at >= start && last.to <= start + value.length,
    )
    const end = isOneText ? last.to : to
    const count = Math.max(1, Math.round((end - at) / 8))
    const message = Array.from({ length: count }, () => pick(words) ?? 'word').join(' ')
    return { at, to: end, words: message, grade: 'stale' as const }
  }

  function moveAndChange(given: readonly Line[]): Line[] {
    const kept: Line[] = []
    const moving: { line: Line; kind: string }[] = []
    for (const [index, line] of given.entries()) {
      const kind = kindOf(given, index)
      if (kind && random() < rates.remove) continue
      if (kind && random() < rates.move) moving.push({ line, kind })
      else kept.push(line)
      if (kind && random() < rates.insert) kept.push(...inserted(line, kind))
    }
    for (const { line, kind } of moving) {
      const places = kept.flatMap((_, position) =>
        kindOf(kept, position) === kind ? position : [],
      )
      const place = pick(places)
      const added = kind === 'paragraph' ? [{ text: '' }, line] : [line]
      kept.splice(
        place === undefined ? kept.length : place + 1,
        0,
        ...(place === undefined ? [{ text: '' }] : []),
        ...added,
      )
    }
    return kept
  }

  function inserted({ text }: Line, kind: string): Line[] {
    const other = pick(others)
    if (!other) return []
    if (kind === 'paragraph') return [{ text: '' }, { text: other.source }]
    if (kind.startsWith('row')) {
      const cells = Array.from(
        { length: Number(kind.slice('row'.length)) },
        () => pick(words) ?? '–',
      )
      return [{ text: `| ${[other.source, ...cells.slice(1)].join(' | ')} |` }]
    }
    return [{ text: (/^\s*(?:[-*]|\d+\.)\s+/.exec(text)?.[0] ?? '- ') + other.source }]
  }

  /** Two neighbouring sections change places, headings and all. */
  function swapSections(given: readonly Line[]): Line[] {
    const starts = given.flatMap(({ text }, position) => (text.startsWith('## ') ? position : []))
    const first = Math.floor(random() * (starts.length - 1))
    const [from, middle] = [starts[first], starts[first + 1]]
    if (from === undefined || middle === undefined) return [...given]
    const to = starts[first + 2] ?? given.length
    return [
      ...given.slice(0, from),
      ...given.slice(middle, to),
      { text: '' },
      ...given.slice(from, middle),
      ...given.slice(to),
    ]
  }

  function pick<Value>(values: readonly Value[]): Value | undefined {
    return values[Math.floor(random() * values.length)]
  }
}

/** What a line is that can go, come or move by itself: undefined for all others. */
function kindOf(lines: readonly Line[], index: number): string | undefined {
  const { text = '' } = lines[index] ?? {}
  const before = lines[index - 1]?.text ?? ''
  const after = lines[index + 1]?.text ?? ''
  if (/^\| /.test(text)) {
    const isBody = before.startsWith('|') && !/^\|[ |:-]+\|$/.test(text)
    const isHead = /^\|[ |:-]+\|$/.test(after)
    return isBody && !isHead ? `row${text.split(/(?<!\\)\|/).length - 2}` : undefined
  }
  const [marker, indent = '', sign = ''] = /^(\s*)([-*]|\d+\.) /.exec(text) ?? []
  if (marker !== undefined) {
    const next = lines.slice(index + 1).find((line) => line.text.trim())?.text ?? ''
    const isLeaf = (/^\s*/.exec(next)?.[0].length ?? 0) <= indent.length
    const list = `${indent.length}${/\d/.test(sign) ? '1' : '-'}`
    // Without its `1.`, a list would be a part of the paragraph before it.
    const hasMark = text.includes(':step{') || sign === '1.'
    return isLeaf && !hasMark ? `item${list}` : undefined
  }
  const isAlone = before === '' && after === '' && /^[\p{L}*[]/u.test(text)
  return isAlone ? 'paragraph' : undefined
}

function textsOf({ inline }: Block): { value: string; start: number }[] {
  const results: { value: string; start: number }[] = []
  collect(inline)
  return results

  function collect(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) {
      const start = node.position?.start.offset
      if (node.type === 'text' && start !== undefined) results.push({ value: node.value, start })
      else if (node.type !== 'link' && node.type !== 'strong' && 'children' in node) {
        collect(node.children)
      }
    }
  }
}
