/** Replace refusals that only follow from another problem by their cause. */
import { problemAt } from '#plugins/problems.ts'
import type { Block } from '../blocks/block.ts'
import { pageName } from '../blocks/block-names.ts'
import { type Refusal, refusal } from '../formats/refusals.ts'
import { isSurelyNeutral } from '../language/untranslated.ts'
import { unitSetOf, type TranslationProject } from '../project/translation-project.ts'
import type { PageInsertion } from './insert-into-pages.ts'

/** Units of unreadable pages are pending, not refused: the page itself is reported. */
export function waitingForPages<Result extends { refused: readonly Refusal[]; pending: number }>(
  result: Result,
  { pages, unreadable = [] }: TranslationProject,
): Result {
  if (unreadable.length === 0) return result
  const names = new Set(pages.map(({ slug }) => pageName(slug)))
  const isKnown = ({ id = '', message: { ruleId } }: Refusal) =>
    (ruleId !== 'unit-stale' && ruleId !== 'unit-unknown') ||
    names.has(id.slice(0, Math.max(0, id.indexOf('#'))))
  const refused = result.refused.filter(isKnown)
  return { ...result, refused, pending: result.pending + result.refused.length - refused.length }
}

interface Causes {
  project: TranslationProject
  possible: readonly PageInsertion[]
  offered: ReadonlySet<Block>
  /** Refusals from before the insertion of their block was taken out. */
  refused: ReadonlyMap<Block, Refusal>
}

/** A unit without a place is refused because of the block that its insertion waits for. */
export function withCauses(
  refusals: readonly Refusal[],
  { project, possible, offered, refused }: Causes,
): Refusal[] {
  const names = new Map(
    unitSetOf(project).units.map(({ id, blocks }) => [blocks.source, id] as const),
  )
  return refusals.map((item): Refusal => {
    const { block, message } = item
    if (!block || message.ruleId !== 'unit-place') return item
    const own = refused.get(block)
    if (own) return own
    const insertion = possible.find(({ blocks }) => blocks.includes(block))
    if (!insertion) return item
    const refusedSibling = insertion.blocks.find((sibling) => refused.has(sibling))
    const empty = insertion.blocks.find(
      (sibling) => !offered.has(sibling) && !isSurelyNeutral(sibling, project.glossary),
    )
    const cause = refusedSibling ?? empty ?? headingOf(block, project)
    const id = cause && names.get(cause)
    if (!id) return item
    const problem = refusal('unit-place', '', { id, isRefused: refusedSibling !== undefined })
    const place = { line: message.line ?? 1, column: message.column ?? 1 }
    return { ...item, message: problemAt(message.file ?? '', problem, place) }
  })
}

/** The nearest heading above a block that the translation lacks. */
function headingOf(block: Block, { pages }: TranslationProject): Block | undefined {
  const page = pages.find(({ source }) => source?.blocks.includes(block))
  const missing = new Set(
    page?.pairs.flatMap(({ source, target }) => (target ? [] : (source ?? []))),
  )
  return page?.source?.blocks
    .slice(0, page.source.blocks.indexOf(block))
    .findLast((item) => item.kind === 'heading' && missing.has(item))
}
