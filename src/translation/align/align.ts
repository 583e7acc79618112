/**
 * Find for every block of a source page its counterpart in the translation.
 *
 * Pairs that the lock knows come first; between them the rest is aligned in order by what is alike in
 * any language. Rows come before cells. What is left over on both sides and is surely the same has moved.
 */
import { anchorsOf } from './known-pairs.ts'
import type { Block, BlockPage } from '../blocks/block.ts'
import { indexLock } from '../lock/lock-index.ts'
import { type Lock, emptyLock } from '../lock/lock.ts'
import { besideMatches, bestMoved, lonelyMatches } from './moved.ts'
import { type AlignedPages, alignIndices, scoreUnits } from './pages.ts'
import { matchColumns } from './columns.ts'
import { type WordEvidence, learnLexicon } from './lexicon.ts'
import { withLoanWords } from './loan-words.ts'
import { constants } from './constants.ts'
import { lengthRatio, weightsOf } from './score.ts'
import type { Matches } from './sequence.ts'
import { type AlignUnit, alignUnits } from './units.ts'

export interface Pairing {
  source?: Block
  target?: Block
}

/**
 * Every block of both pages once: pairs and missing blocks in the order of the source, and each extra
 * one after the block before it in the translation.
 */
export function align(source: BlockPage, target: BlockPage, lock: Lock = emptyLock): Pairing[] {
  const locales = [source.locale, target.locale] as const
  const [sources, targets] = withLoanWords([alignUnits(source), alignUnits(target)], locales)
  const lengths = [lengthOf(sources), lengthOf(targets)] as const
  const ratio = lengthRatio(locales, lengths)
  const weights = weightsOf(sources, targets, ratio)
  const anchors = anchorsOf(sources, targets, lock)
  const { byTarget } = indexLock(lock)
  const pages = { sources, targets, weights, anchors, byTarget, scores: new Map<number, number>() }
  const { matches, lexicon } = matchWithWords(pages, locales)
  const units = matches.map(([item, other]) => [sources[item]!, targets[other]!] as const)
  const matchOf = new Map(matches.map((match) => [sources[match[0]], match]))
  const columnsOf = matchColumns(units, locales, ratio, (row, texts) => {
    const match = matchOf.get(row)
    return (match && lexicon?.ofParts(match, texts)) ?? 0
  })
  const pairs = units.flatMap(([from, to]) => pairBlocks(from, to, columnsOf(from, to)))
  return inOrder(source, target, pairs)
}

/** Whether the lock leaves a choice: between two of its pairs there is more than one block on a side. */
function isOpen({ sources, targets, anchors }: AlignedPages): boolean {
  let [row, column] = [0, 0]
  return [...anchors.inOrder, [sources.length, targets.length] as const].some(([item, other]) => {
    const [rows, columns] = [item - row, other - column]
    ;[row, column] = [item + 1, other + 1]
    return rows > 0 && columns > 0 && rows + columns > 2
  })
}

/** The pairs of two pages, again and again with the words that the pairs before show. */
function matchWithWords(
  pages: AlignedPages,
  locales: readonly [string, string],
): { matches: Matches; lexicon?: WordEvidence } {
  let matches = matchUnits(pages)
  if (!isOpen(pages)) return { matches }
  let lexicon: WordEvidence | undefined
  for (let time = 0; time < constants.lexicon.times; time++) {
    lexicon = learnLexicon([pages.sources, pages.targets], locales, matches)
    const before = matches
    matches = matchUnits({ ...pages, lexicon })
    if (String(matches) === String(before)) break
  }
  return { matches, ...(lexicon && { lexicon }) }
}

/** The pairs of two pages: those that keep the order, then what has moved. */
function matchUnits(pages: AlignedPages): Matches {
  const ordered = [...pages.anchors.moved, ...matchesInOrder(pages)]
  const beside = [...ordered, ...besideMatches(ordered, pages)]
  const moved = [...beside, ...bestMoved(beside, pages)]
  const all = [...moved, ...besideMatches(moved, pages)]
  return [...all, ...lonelyMatches(all, pages)]
}

/** The anchors in order, and what is aligned between two of them. */
function matchesInOrder(pages: AlignedPages): Matches {
  const { sources, targets, anchors } = pages
  const movedSources = new Set(anchors.moved.map(([item]) => item))
  const movedTargets = new Set(anchors.moved.map(([, other]) => other))
  const score = (item: number, other: number) => scoreUnits(item, other, pages)
  const gapEnds: Matches = [...anchors.inOrder, [sources.length, targets.length]]
  let [row, column] = [0, 0]
  return gapEnds.flatMap(([item, other]) => {
    const rows = range(row, item).filter((index) => !movedSources.has(index))
    const columns = range(column, other).filter((index) => !movedTargets.has(index))
    ;[row, column] = [item + 1, other + 1]
    const matches = alignIndices(rows, columns, score)
    return item < sources.length ? [...matches, [item, other] as const] : matches
  })
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

function lengthOf(units: readonly AlignUnit[]): number {
  return units.reduce((sum, { length }) => sum + length, 0)
}

/** The blocks of two units; of rows, cells by their column. */
function pairBlocks(
  source: AlignUnit,
  target: AlignUnit,
  columns: ReadonlyMap<number, number> | undefined,
): Pairing[] {
  const byColumn = new Map(target.blocks.map((block) => [block.place.cell?.column, block]))
  return source.blocks.flatMap((block) => {
    const column = block.place.cell?.column
    const match = byColumn.get(
      column === undefined ? column : columns ? columns.get(column) : column,
    )
    return match ? [{ source: block, target: match }] : []
  })
}

function inOrder(source: BlockPage, target: BlockPage, pairs: readonly Pairing[]): Pairing[] {
  const targets = new Map(pairs.map((pair) => [pair.source, pair.target]))
  const paired = new Set(pairs.map((pair) => pair.target))
  /** Extra blocks by the block before them; those at the beginning by none. */
  const extras = new Map<Block | undefined, Pairing[]>()
  let before: Block | undefined
  for (const block of target.blocks) {
    if (paired.has(block)) before = block
    else if (extras.has(before)) extras.get(before)?.push({ target: block })
    else extras.set(before, [{ target: block }])
  }
  return [
    ...(extras.get(undefined) ?? []),
    ...source.blocks.flatMap((block): Pairing[] => {
      const match = targets.get(block)
      return match
        ? [{ source: block, target: match }, ...(extras.get(match) ?? [])]
        : [{ source: block }]
    }),
  ]
}
