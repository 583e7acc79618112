/** Find a translation’s procedures in its source page, and put empty ones where it lacks them. */
import type { List, Root, RootContent } from 'mdast'
import { SKIP, visit } from '../visit.ts'
import type { ContainerDirective } from './directives.ts'
import { type FallbackPage, fallbackNodes } from './fill-steps.ts'
import { type PageBlocks, isOrdered, procedureLikeness } from './step-features.ts'
import { matchInOrder } from './match-steps.ts'

/** A procedure in a tree. */
export interface PlacedProcedure {
  container: ContainerDirective
  /** The id of the heading above it. */
  heading: string | undefined
}

/** A procedure of the translation, and its index in the source page. */
export interface PairedProcedure extends PlacedProcedure {
  source: number
  /** The translation lacks all of it. */
  isMissing: boolean
}

export function proceduresIn(tree: Root): PlacedProcedure[] {
  const results: PlacedProcedure[] = []
  let heading: string | undefined
  visit(tree, (node) => {
    if (node.type === 'heading') heading = node.data?.hProperties?.id
    if (node.type !== 'containerDirective' || node.name !== 'procedure') return undefined
    results.push({ container: node, heading })
    return SKIP
  })
  return results
}

/** All procedures of the source page in their order; those that the translation lacks are put in, empty. */
export function pairProcedures(
  tree: Root,
  own: readonly PlacedProcedure[],
  sources: readonly PlacedProcedure[],
  page: PageBlocks,
  fallbackPage: FallbackPage,
): PairedProcedure[] {
  if (own.length >= sources.length) {
    return own.map((item, source) => ({ ...item, source, isMissing: false }))
  }
  const likenesses = (all: readonly PlacedProcedure[], blocks: PageBlocks) =>
    all.map(({ container, heading }) => procedureLikeness(container, heading, blocks))
  const matches = matchInOrder(likenesses(own, page), likenesses(sources, fallbackPage))
  const pairs: PairedProcedure[] = []
  for (const [source, original] of sources.entries()) {
    const result = own[matches.indexOf(source)]
    if (result) {
      pairs.push({ ...result, source, isMissing: false })
      continue
    }
    const container = emptyCopy(original.container, fallbackPage)
    if (!container) continue
    const next = own[matches.findIndex((index) => index > source)]?.container
    putIn(tree, container, original.heading, pairs.at(-1)?.container, next)
    pairs.push({ container, heading: original.heading, source, isMissing: true })
  }
  return pairs
}

/** The text before and after the steps is put in here, the steps where procedures are read. */
function emptyCopy(
  { children }: ContainerDirective,
  fallbackPage: FallbackPage,
): ContainerDirective | undefined {
  const index = children.findIndex(isOrdered)
  const list = children[index]
  if (list?.type !== 'list') return undefined
  const { position: _, ...rest } = list
  const empty: List = { ...rest, children: [] }
  return {
    type: 'containerDirective',
    name: 'procedure',
    attributes: {},
    children: [
      ...fallbackNodes(children.slice(0, index), fallbackPage),
      empty,
      ...fallbackNodes(children.slice(index + 1), fallbackPage),
    ],
  }
}

/** Under the same heading as in the source, else beside the neighbour that it has there. */
function putIn(
  { children }: Root,
  container: ContainerDirective,
  heading: string | undefined,
  before: ContainerDirective | undefined,
  after: ContainerDirective | undefined,
): void {
  const [previous, next] = [before, after].map((item) =>
    item ? children.findIndex((node) => holds(node, item)) : -1,
  ) as [number, number]
  const start = children.findIndex(
    (node) => heading !== undefined && node.type === 'heading' && idOf(node) === heading,
  )
  const rest =
    start < 0 ? -1 : children.slice(start + 1).findIndex(({ type }) => type === 'heading')
  const end = rest < 0 ? children.length : start + 1 + rest
  const isInSection = (index: number) => start >= 0 && index > start && index < end
  let position = end
  if (isInSection(previous)) position = previous + 1
  else if (isInSection(next)) position = next
  else if (start < 0 && previous >= 0) position = previous + 1
  else if (start < 0 && next >= 0) position = next
  children.splice(position, 0, container as RootContent)
}

function holds(node: RootContent, wanted: ContainerDirective): boolean {
  let result = false
  visit(node, 'containerDirective', (inner) => {
    if (inner === wanted) result = true
  })
  return result
}

function idOf(node: Extract<RootContent, { type: 'heading' }>): string | undefined {
  return node.data?.hProperties?.id
}
