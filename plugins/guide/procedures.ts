/**
 * Make an ordered list in `:::procedure` a procedure whose steps have ids, parties and a place in a
 * phase.
 *
 * On the source page a step begins with a mark, `:step{#id by=…}`; a translation writes only words and
 * takes the rest from there, so that there is one source for who does what. What stands before the
 * list is what must be there first, what stands after it is what the reader has at the end; a quotation
 * that ends a step is its result. The parts are those of a DITA task (prereq, steps, stepresult, result).
 *
 * @example
 *   :::procedure{by="customer fasttrack"}
 *   1. :step{#gather-data} **Gather data.** You run the tools.
 *
 *      > The reports are with FastTrack.
 *   :::
 */
import GithubSlugger from 'github-slugger'
import type { List, Root } from 'mdast'
import type { ContainerDirective } from './directives.ts'
import type { Transformer } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { defineProblems, report } from '../problems.ts'
import { type SourceProcedures, compareCounts, compareSteps } from './compare-steps.ts'
import { type DrawnStep, drawProcedure } from './draw-steps.ts'
import { type Mark, noPhase, readMark } from './marks.ts'
import { type GuideProcedure, type GuideStep, type StepItem, readItem } from './steps.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The words around steps, in the language of the content. */
type ProcedureText =
  'procedure.before' | 'procedure.after' | 'step.who' | 'step.optional' | 'step.result'

export interface ProcedureOptions {
  /** The names that the file’s docset gives, with labels in the language of the content. */
  vocabulary: (file: VFile) => Vocabulary
  /** What the page as a whole belongs to, by its front matter or its source page’s. */
  pageProcess: (file: VFile) => { phase?: string; service?: string }
  /** The procedures of the source page; undefined for a page that is itself the source, or has none. */
  sourceProcedures: (file: VFile) => Promise<SourceProcedures | undefined>
  procedureText: (key: ProcedureText, file: VFile) => string
}

declare module 'vfile' {
  interface DataMap {
    /** The procedures of the page, in order. */
    procedures: readonly GuideProcedure[]
  }
}

const problem = defineProblems({
  'procedure-empty': () => ({
    severity: 'error',
    reason: 'Unexpected procedure without a step, expected an ordered list, `1.` and so on',
  }),
  'procedure-lists': () => ({
    severity: 'error',
    reason: 'Unexpected second ordered list, expected one list of steps in a procedure',
    note: 'Sub-steps stand inside their step, indented as far as its text.',
  }),
  'procedure-phase': (phases: readonly string[]) => ({
    severity: 'error',
    reason: `Unexpected procedure without a phase, expected \`phase:\` in the page’s front matter (${phases.join(', ')}), or \`phase=none\` for one that is no part of them`,
  }),
  'step-id-missing': (near: string) => ({
    severity: 'error',
    reason: `Unexpected step without an id, expected \`:step{#${near}}\` before its first word`,
  }),
  'step-id-taken': (id: string, line: number) => ({
    severity: 'error',
    reason: `Unexpected step id \`${id}\`, expected one that nothing else on the page has; line ${line} has it`,
  }),
  'step-parties': (parties: readonly string[]) => ({
    severity: 'error',
    reason: `Unexpected step that nobody does, expected \`by=\` with ${parties.map((id) => `\`${id}\``).join(', ')} on the step or on its procedure`,
  }),
  'step-place': () => ({
    severity: 'error',
    reason: 'Unexpected `:step`, expected it before the first word of a step in a `:::procedure`',
  }),
})

export default function remarkProcedures(options: Readonly<ProcedureOptions>): Transformer<Root> {
  return async (tree, file) => {
    const containers: ContainerDirective[] = []
    visit(tree, 'containerDirective', (node) => {
      if (node.name !== 'procedure') return
      containers.push(node)
      return SKIP
    })
    const source = await options.sourceProcedures(file)
    if (source) compareCounts(containers.length, source, containers.at(-1)?.position, file)
    const taken = headingLines(tree)
    file.data.procedures = containers.map((container, index) =>
      readProcedure(container, {
        options,
        file,
        taken,
        ...(source && { source: { name: source.name, procedure: source.procedures[index] } }),
      }),
    )
    visit(tree, 'textDirective', (node, index, parent) => {
      if (node.name !== 'step' || !parent || index === undefined) return
      // In prose, `next:step` is no mark.
      if (node.attributes && Object.keys(node.attributes).length > 0) {
        report(file, problem('step-place'), node)
      }
      parent.children.splice(index, 1, { type: 'text', value: ':step' }, ...node.children)
    })
  }
}

interface Surroundings {
  options: Readonly<ProcedureOptions>
  file: VFile
  /** Ids that something on the page has already, and where. */
  taken: Map<string, number>
  /** In a translation, where the source page has this procedure. */
  source?: { name: string; procedure: GuideProcedure | undefined }
}

function readProcedure(container: ContainerDirective, around: Surroundings): GuideProcedure {
  const { options, file, source } = around
  const vocabulary = options.vocabulary(file)
  const place = container.position && {
    start: container.position.start,
    end: {
      ...container.position.start,
      column: container.position.start.column + ':::procedure'.length,
    },
  }
  const mark = readMark(container, ['by', 'phase', 'service'], vocabulary, file)
  const [list, second] = container.children.filter(isOrdered)
  if (!list) {
    report(file, problem('procedure-empty'), place)
    return { steps: [], place }
  }
  if (second) report(file, problem('procedure-lists'), second)

  const items = list.children.map((item, index) => readItem(item, (list.start ?? 1) + index))
  const known = ['id', 'by', 'phase', 'service', 'optional']
  const marks = items.map((item) => (item.mark ? readMark(item.mark, known, vocabulary, file) : {}))
  if (source?.procedure) {
    compareSteps(items, marks, { mark, place }, { ...source, procedure: source.procedure }, file)
  }
  const page = options.pageProcess(file)
  const steps = items.map((item, index): GuideStep => {
    const given = source?.procedure?.steps[index]
    const own: Mark = { ...page, ...mark, ...marks[index] }
    const facts = given ?? { ...withId(own, item, around), parties: own.parties ?? [] }
    return {
      id: facts.id ?? '',
      number: item.number,
      title: item.title,
      parties: facts.parties,
      ...(facts.phase && facts.phase !== noPhase && { phase: facts.phase }),
      ...(facts.service && { service: facts.service }),
      optional: facts.optional ?? false,
      subSteps: item.subSteps,
      hasResult: item.result !== undefined,
      text: item.text,
      place: item.place,
    }
  })
  if (!source) {
    const [first] = steps
    const phases = [...vocabulary.phases.keys()]
    if (first && !first.phase && mark.phase !== noPhase && phases.length)
      report(file, problem('procedure-phase', phases), place)
    for (const [index, { parties, place: at }] of steps.entries()) {
      const all = [...vocabulary.parties.keys()]
      // Names that nobody knows have been reported already.
      const isSaid = marks[index]?.parties ?? mark.parties
      if (parties.length === 0 && !isSaid && all.length) {
        report(file, problem('step-parties', all), at)
      }
    }
  }
  const drawn = steps.map((step, index): DrawnStep => ({ step, ...(items[index] as StepItem) }))
  drawProcedure(container, list, drawn, {
    parties: vocabulary.parties,
    text: (key) => options.procedureText(key, file),
  })
  return { steps, place }
}

/** The id that the author set; without one, the slug of the title, so that the page can be shown. */
function withId(mark: Mark, { title, mark: node, place }: StepItem, around: Surroundings): Mark {
  const { file, taken, source } = around
  const slug = new GithubSlugger().slug(title) || 'step'
  const id = mark.id ?? slug
  const hasWrongId = node?.attributes?.['id'] !== undefined && mark.id === undefined
  if (mark.id === undefined && !source && !hasWrongId) {
    const asId = slug.normalize('NFD').replace(/[^a-z\d-]/g, '')
    report(file, problem('step-id-missing', asId || 'id'), place)
  }
  const line = taken.get(id)
  if (line !== undefined && !source) report(file, problem('step-id-taken', id, line), place)
  taken.set(id, place?.start.line ?? 0)
  return { ...mark, id }
}

function headingLines(tree: Root): Map<string, number> {
  const lines = new Map<string, number>()
  visit(tree, 'heading', ({ data, position }) => {
    if (data?.hProperties?.id) lines.set(data.hProperties.id, position?.start.line ?? 0)
  })
  return lines
}

function isOrdered(node: ContainerDirective['children'][number]): node is List {
  return node.type === 'list' && node.ordered === true
}
