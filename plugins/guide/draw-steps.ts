/** The HTML of a procedure: plain sections and lists, with the words that the author need not write. */
import type { BlockContent, DefinitionContent, List, Paragraph, PhrasingContent } from 'mdast'
import type { ContainerDirective } from './directives.ts'
import type { GuideStep, StepItem } from './steps.ts'
import type { Names } from './vocabulary.ts'

export type DrawnStep = StepItem & {
  step: GuideStep
  /** The language of the page, where the step is in another. */
  pageLang?: string | undefined
}

interface Words {
  parties: Names
  text: (
    key: 'procedure.before' | 'procedure.after' | 'step.who' | 'step.optional' | 'step.result',
  ) => string
}

type Block = BlockContent | DefinitionContent

/** Rewrite the container in place. */
export function drawProcedure(
  container: ContainerDirective,
  list: List,
  steps: readonly DrawnStep[],
  labels: Words,
): void {
  const index = container.children.indexOf(list)
  const before = container.children.slice(0, index)
  const after = container.children.slice(index + 1)
  container.data = { ...container.data, hName: 'div', hProperties: { className: ['procedure'] } }
  list.data = { ...list.data, hProperties: { className: ['procedure__steps'] } }
  for (const step of steps) drawStep(step, labels)
  container.children = [
    ...part('before', labels.text('procedure.before'), before),
    list,
    ...part('after', labels.text('procedure.after'), after),
  ]
}

function part(name: string, label: string, children: Block[]): Block[] {
  if (children.length === 0) return []
  return [
    box(['procedure__part'], [labelled('procedure__label', label), ...children], {
      dataPart: name,
    }),
  ]
}

function drawStep({ item, step, result, pageLang }: DrawnStep, labels: Words): void {
  // Items of a tight list would lose their paragraphs.
  item.spread = true
  const [first] = item.children
  const [title] = first?.type === 'paragraph' ? first.children : []
  if (title?.type === 'strong') {
    title.data = { ...title.data, hProperties: { className: ['step__title'] } }
  }
  item.data = {
    ...item.data,
    hProperties: { ...item.data?.hProperties, className: ['step'], id: step.id, dataStep: '' },
  }
  const rest = item.children.filter((child) => child !== result)
  const drawnResult = result
    ? [
        box(
          ['step__result'],
          [labelled('step__label', labels.text('step.result'), pageLang), ...result.children],
        ),
      ]
    : []
  item.children = [...whoOf(step, labels, pageLang), ...rest, ...drawnResult]
}

/** One line with the parties, in words, so that it needs no colour. */
function whoOf(
  { parties, optional }: GuideStep,
  { parties: names, text }: Words,
  lang: string | undefined,
): Paragraph[] {
  const marks = [
    ...parties.map((id) => mark('party', names.get(id) ?? id, { dataParty: id })),
    ...(optional ? [mark('step__optional', text('step.optional'))] : []),
  ]
  if (marks.length === 0) return []
  const label = parties.length ? [mark('unseen', text('step.who'))] : []
  const spaced = [...label, ...marks].flatMap((item, index): PhrasingContent[] =>
    index ? [{ type: 'text', value: ' ' }, item] : [item],
  )
  return [
    {
      type: 'paragraph',
      data: {
        hProperties: { className: ['step__who'], dataPagefindIgnore: '', ...(lang && { lang }) },
      },
      children: spaced,
    },
  ]
}

function mark(
  name: string,
  value: string,
  properties: Record<string, string> = {},
): PhrasingContent {
  return {
    type: 'emphasis',
    data: { hName: 'span', hProperties: { className: [name], ...properties } },
    children: [{ type: 'text', value }],
  }
}

function labelled(name: string, value: string, lang?: string): Paragraph {
  return {
    type: 'paragraph',
    data: { hProperties: { className: [name], ...(lang && { lang }) } },
    children: [{ type: 'text', value }],
  }
}

/** mdast has no plain box; a quotation that is drawn as `div` is one. */
function box(
  className: string[],
  children: Block[],
  properties: Record<string, string> = {},
): Block {
  return {
    type: 'blockquote',
    data: { hName: 'div', hProperties: { className, ...properties } },
    children,
  }
}
