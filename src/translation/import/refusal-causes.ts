/** The true cause of a refusal that only follows from something else. */
import { problemAt } from '#plugins/problems.ts'
import type { Block } from '../blocks/block.ts'
import { pageName } from '../blocks/block-names.ts'
import { type Refusal, refusal } from '../formats/refusals.ts'
import { isSurelyNeutral } from '../language/untranslated.ts'
import { unitSetOf, type TranslationProject } from '../project/translation-project.ts'
import type { PageInsertion } from './insert-into-pages.ts'

/** Units of a page that cannot be read have not changed: they wait until it is repaired, which is reported. */
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
  /** Why blocks were refused while they still had a place. */
  refused: ReadonlyMap<Block, Refusal>
}

/** A unit that has no place only because a neighbour is missing or wrong is refused for that reason. */
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
    const growth = possible.find(({ blocks }) => blocks.includes(block))
    if (!growth) return item
    const refusedSibling = growth.blocks.find((sibling) => refused.has(sibling))
    const empty = growth.blocks.find(
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

/** The nearest heading before a block that the translation lacks. */
function headingOf(block: Block, { pages }: TranslationProject): Block | undefined {
  const page = pages.find(({ source }) => source?.blocks.includes(block))
  const missing = new Set(
    page?.pairs.flatMap(({ source, target }) => (target ? [] : (source ?? []))),
  )
  return page?.source?.blocks
    .slice(0, page.source.blocks.indexOf(block))
    .findLast((item) => item.kind === 'heading' && missing.has(item))
}
