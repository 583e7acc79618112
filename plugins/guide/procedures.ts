/**
 * Make an ordered list in `:::procedure` a procedure whose steps have ids, parties and a place in a
 * phase.
 *
 * On the source page a step begins with a mark, `:step{#id by=…}`; a translation has only text and takes
 * the rest from there, so that there is one source for who does what. The text before the list is what
 * must be there first, the text after it is what the reader has at the end; a quotation that ends a step
 * is its result. The parts are those of a DITA task (prereq, steps, stepresult, result).
 *
 * @example
 *   :::procedure{by="customer fasttrack"}
 *   1. :step{#gather-data} **Gather data.** You run the tools.
 *
 *      > The reports are with FastTrack.
 *   :::
 */
import type { List, Root } from 'mdast'
import type { Transformer } from 'unified'
import type { Position } from 'unist'
import { visit } from '../visit.ts'
import type { VFile } from 'vfile'
import { replaceItems } from '../large-arrays.ts'
import { type BlockOptions, knownBlocksIn } from '../blocks.ts'
import { defineProblems, report } from '../problems.ts'
import { checkPartiesAndPhase, headingLines, stepIdOf } from './check-steps.ts'
import {
  type SourceProcedures,
  compareCounts,
  compareSteps,
  reportMissing,
} from './compare-steps.ts'
import type { ContainerDirective } from './directives.ts'
import { type DrawnStep, drawProcedure } from './draw-steps.ts'
import { type FilledItem, fillSteps } from './fill-steps.ts'
import { copyContainer } from './fallback.ts'
import { type PageBlocks, isOrdered } from './step-features.ts'
import { type StepMark, noPhase, readMark } from './step-attributes.ts'
import {
  type PairedProcedure,
  type PlacedProcedure,
  pairProcedures,
  proceduresIn,
} from './place-procedures.ts'
import { type GuideProcedure, type GuideStep, type StepItem, readItem, wordsOf } from './steps.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The words around steps, in the language of the content. */
type ProcedureText =
  'procedure.before' | 'procedure.after' | 'step.who' | 'step.optional' | 'step.result'

export interface ProcedureOptions {
  /** The names that the file’s docset gives, with labels in the language of the content. */
  vocabulary: (file: VFile) => Vocabulary
  /** The phase and service of the page, from its front matter or its source page’s. */
  pageProcess: (file: VFile) => { phase?: string; service?: string }
  /** The procedures of the source page; undefined for a page that is itself the source, or has none. */
  sourceProcedures: (file: VFile) => Promise<SourceProcedures | undefined>
  procedureText: (key: ProcedureText, file: VFile) => string
  /** Whether pages are read that are translations of this one, and may lack its procedures. (default: there are) */
  hasTranslations?: ((file: VFile) => boolean) | undefined
  /** See `BlockOptions`: keys tell which steps of two languages belong together. */
  blocksOf?: BlockOptions['blocksOf']
  /** The language of the words around the content. */
  languageOf?: ((file: VFile) => string) | undefined
}

declare module 'vfile' {
  interface DataMap {
    /** The procedures of the page, in order. */
    procedures: readonly GuideProcedure[]
    /** The same as they were typed, for translations that lack them; none if there is no translation. */
    procedureCopies: readonly PlacedProcedure[]
  }
}

const stepAttributes = ['id', 'by', 'phase', 'service', 'option', 'optional']

const problem = defineProblems('procedures', {
  'procedure-empty': () => ({
    severity: 'error',
    reason: 'Procedure has no step. Add an ordered list, `1.` and so on.',
  }),
  'procedure-lists': () => ({
    severity: 'error',
    reason: 'Procedure has a second ordered list. Put all its steps into one list.',
    note: 'Sub-steps are inside their step, indented as far as its text.',
  }),
  'step-place': () => ({
    severity: 'error',
    reason:
      '`:step` is only allowed before the first word of a step in a `:::procedure`. Move or delete it.',
  }),
})

export default function remarkProcedures(options: Readonly<ProcedureOptions>): Transformer<Root> {
  return async (tree, file) => {
    const own = proceduresIn(tree)
    const page = { blocks: knownBlocksIn(file, options.blocksOf), text: textOf(file) }
    if (options.hasTranslations?.(file) ?? true) {
      file.data.procedureCopies = own.map(({ container, heading }) => ({
        container: copyContainer(container, tree),
        heading,
      }))
    }
    const source = await options.sourceProcedures(file)
    if (source) compareCounts(own.length, source, own.at(-1)?.container.position, file)
    const pairs = source
      ? pairProcedures(tree, own, source.copies, page, source)
      : own.map((item, index) => ({ ...item, source: index, isMissing: false }))
    const context = { options, file, page, taken: headingLines(tree), ...(source && { source }) }
    file.data.procedures = pairs.map((pair, index) =>
      readProcedure(pair, { ...context, before: pairs[index - 1]?.container }),
    )
    visit(tree, 'textDirective', (node, index, parent) => {
      if (node.name !== 'step' || !parent || index === undefined) return
      // In prose, `next:step` is no mark.
      if (node.attributes && Object.keys(node.attributes).length > 0) {
        report(file, problem('step-place'), node)
      }
      replaceItems(parent.children, index, 1, [{ type: 'text', value: ':step' }, ...node.children])
    })
  }
}

/** The page that a procedure is on. */
interface ProcedureContext {
  options: Readonly<ProcedureOptions>
  file: VFile
  page: PageBlocks
  /** Lines of the ids that are used already. */
  taken: Map<string, number>
  /** Of a translation. */
  source?: SourceProcedures
  /** The procedure before this one. */
  before: ContainerDirective | undefined
}

/** A step of the page, or one of its source page that it lacks. */
interface Row extends FilledItem {
  read: StepItem
  mark: StepMark
  /** The step of the source. */
  given: GuideStep | undefined
}

function readProcedure(pair: PairedProcedure, context: ProcedureContext): GuideProcedure {
  const { container } = pair
  const { options, file, source } = context
  const vocabulary = options.vocabulary(file)
  const place = openingOf(container)
  const mark = readMark(container, ['by', 'phase', 'service', 'option'], vocabulary, file)
  const [list, second] = container.children.filter(isOrdered)
  if (!list) {
    report(file, problem('procedure-empty'), place)
    return { steps: [], place }
  }
  if (second) report(file, problem('procedure-lists'), second)

  const given = source?.procedures[pair.source]
  const rows = rowsOf(list, pair, vocabulary, context)
  if (source && given) {
    const own = rows.filter(({ isFallback }) => !isFallback)
    const compared = own.map((row) => ({ item: row.read, mark: row.mark, step: row.given }))
    compareSteps(compared, { mark, place }, { name: source.name, procedure: given }, file)
    reportFallbackSteps(rows, pair, given, context)
  }
  const process = options.pageProcess(file)
  const steps = rows.map((row) => stepOf(row, { ...process, ...mark, ...row.mark }, context))
  const marks = rows.map((row) => row.mark)
  if (!source) checkPartiesAndPhase(steps, { mark, place }, marks, vocabulary, file)
  const pageLang = options.languageOf?.(file)
  const drawn = rows.flatMap(({ read, isFallback }, index): DrawnStep[] => {
    const step = steps[index]
    return step ? [{ ...read, step, ...(isFallback && { pageLang }) }] : []
  })
  drawProcedure(container, list, drawn, {
    parties: vocabulary.parties,
    services: vocabulary.services,
    text: (key) => options.procedureText(key, file),
  })
  return { steps, place, ...(pair.heading !== undefined && { heading: pair.heading }) }
}

/** The steps of a list, with those that a translation lacks. */
function rowsOf(
  list: List,
  pair: PairedProcedure,
  vocabulary: Vocabulary,
  { file, page, source }: ProcedureContext,
): Row[] {
  const copy = source?.copies[pair.source]?.container
  const steps = source?.procedures[pair.source]?.steps
  const filled: FilledItem[] =
    source && copy
      ? fillSteps(list, copy, page, source)
      : list.children.map((item) => ({ item, source: undefined, isFallback: false, parts: [] }))
  return filled.map((candidate, index) => {
    const read = readItem(candidate.item, (list.start ?? 1) + index)
    const isMarked = read.mark !== undefined && !candidate.isFallback
    return {
      ...candidate,
      read,
      mark: isMarked && read.mark ? readMark(read.mark, stepAttributes, vocabulary, file) : {},
      given: steps?.[candidate.source ?? -1],
    }
  })
}

function stepOf(
  { read, given, isFallback }: Row,
  own: StepMark,
  context: ProcedureContext,
): GuideStep {
  const { taken, source, file } = context
  const id = given?.id ?? stepIdOf(own, read, taken, source !== undefined, file)
  const facts = given ?? { ...own, parties: own.parties ?? [] }
  const lang = isFallback ? source?.lang : undefined
  return {
    id,
    number: read.number,
    title: read.title,
    ...(lang && { lang, isFallback: true }),
    parties: facts.parties,
    ...(facts.phase && facts.phase !== noPhase && { phase: facts.phase }),
    ...(facts.service && { service: facts.service }),
    ...(facts.option && { option: facts.option }),
    optional: facts.optional ?? false,
    subSteps: read.subSteps,
    hasResult: read.result !== undefined,
    ...(read.result && { result: wordsOf(read.result) }),
    text: read.text,
    place: read.place,
  }
}

/** Report what the translation lacks, at the last place before it that the translation has. */
function reportFallbackSteps(
  rows: readonly Row[],
  { container, isMissing }: PairedProcedure,
  given: GuideProcedure,
  { file, source, before }: ProcedureContext,
): void {
  const name = source?.name ?? ''
  if (isMissing) {
    const what = { kind: 'procedure' as const, count: rows.length }
    reportMissing(what, { name, place: given.place }, before?.position?.end, file)
    return
  }
  let place = openingOf(container)
  for (const { read, isFallback, parts, given: step } of rows) {
    if (!isFallback) place = read.place ?? place
    const id = step?.id ?? ''
    if (isFallback) reportMissing({ kind: 'step', id }, { name, place: step?.place }, place, file)
    for (const { what, place: position } of parts)
      reportMissing({ kind: what, id }, { name, place: position }, place, file)
  }
}

/** The place of a container’s opening fence. */
function openingOf({ position }: ContainerDirective): Position | undefined {
  if (!position) return undefined
  const { start } = position
  return { start, end: { ...start, column: start.column + ':::procedure'.length } }
}

/** The text as the tree’s offsets count it: without a byte order mark. */
function textOf(file: VFile): string {
  return String(file).replace(/^\uFEFF/, '')
}
