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
  services: Names
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
  const all = steps.map(({ step }) => step)
  const shared = sharedParties(all)
  const isOneService = new Set(all.map(({ service }) => service)).size === 1
  for (const step of steps) drawStep(step, { ...labels, shared, isOneService })
  container.children = [
    ...part('before', labels.text('procedure.before'), before),
    ...(shared ? [whoOfAll(shared, labels)] : []),
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

/** What need not be said again at each step. */
interface Shared {
  /** Those who do most steps of the procedure; its beginning says so. */
  shared: readonly string[] | undefined
  isOneService: boolean
}

/** The parties that at least two steps have, and more steps than any others; the first of equals. */
function sharedParties(steps: readonly GuideStep[]): readonly string[] | undefined {
  const groups = Map.groupBy(steps, ({ parties }) => parties.join(' '))
  const [most] = [...groups.values()].toSorted((a, b) => b.length - a.length)
  return most && most.length > 1 && most[0]?.parties.length ? most[0].parties : undefined
}

function drawStep({ item, step, result, pageLang }: DrawnStep, labels: Words & Shared): void {
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
  // Number, box and title are one line; who acts is below it.
  const [opening, ...others] = rest
  item.children = [
    ...(opening ? [opening] : []),
    ...whoOf(step, labels, pageLang),
    ...others,
    ...drawnResult,
  ]
}

/** Who does the steps that do not say otherwise. */
function whoOfAll(shared: readonly string[], labels: Words): Paragraph {
  const label = mark('procedure__label', labels.text('step.who'))
  return line('procedure__who', [label, ...partyMarks(shared, labels)])
}

/** One line with the parties, in words, so that it needs no colour; without them where the procedure names them. */
function whoOf(
  { parties, optional, service }: GuideStep,
  labels: Words & Shared,
  lang: string | undefined,
): Paragraph[] {
  const { services, text, shared, isOneService } = labels
  const own = parties.join(' ') === shared?.join(' ') ? [] : parties
  const marks = [
    ...(own.length ? [mark('unseen', text('step.who'))] : []),
    ...partyMarks(own, labels),
    ...(optional ? [mark('step__optional', text('step.optional'))] : []),
    ...(service && !isOneService ? [mark('step__service', services.get(service) ?? service)] : []),
  ]
  return marks.length ? [line('step__who', marks, lang)] : []
}

function partyMarks(parties: readonly string[], { parties: names }: Words): PhrasingContent[] {
  const places = [...names.keys()]
  return parties.map((id) => {
    const place = places.indexOf(id) % 4
    const shape = place > 0 ? { dataMark: String(place + 1) } : {}
    return mark('party', names.get(id) ?? id, { dataParty: id, ...shape })
  })
}

function line(name: string, marks: readonly PhrasingContent[], lang?: string): Paragraph {
  const spaced = marks.flatMap((item, index): PhrasingContent[] =>
    index ? [{ type: 'text', value: ' ' }, item] : [item],
  )
  return {
    type: 'paragraph',
    data: { hProperties: { className: [name], dataPagefindIgnore: '', ...(lang && { lang }) } },
    children: spaced,
  }
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
