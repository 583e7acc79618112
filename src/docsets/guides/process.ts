/** Collect the steps of all pages of a docset: the one source of matrix, diagram and checklist. */
import type { VFileMessage } from 'vfile-message'
import type { GuideProcedure, GuideStep } from '#plugins/guide/steps.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { SiteLocale } from '../../site.ts'
import type { DocsetNames } from '../docset.ts'
import type { PageDocument } from '../document.ts'
import { type Page, phaseAndServiceOf } from '../page.ts'
import type { Choice, Label, Procedure, Process, Service, Step } from '../process.ts'
import { type LabelKind, labelOf } from './names.ts'
import type { GuideDocset } from './find-docsets.ts'

const problem = defineProblems('procedures', {
  'step-id-twice': (id: string, location: string) => ({
    severity: 'error',
    reason: `Step id \`${id}\` is already used at ${location}. Choose another one.`,
    note: 'Checklists keep what is done by this id, and links lead to it.',
  }),
  'diagram-without-phases': () => ({
    severity: 'error',
    reason:
      '`<PhaseDiagram>` has nothing to show: this docset has no `phases`. Add them to content/site.config.ts, or delete it.',
    note: 'The phases of a docset are named in content/site.config.ts.',
  }),
  'matrix-without-steps': (asked: string) => ({
    severity: 'error',
    reason: `Matrix is empty: ${asked} has no steps. Name a docset, phase or service that has some.`,
  }),
})

/**
 * The process of a docset in one language.
 *
 * `pages` are its documents in that language, in the order of the table of contents; of a page that the
 * language lacks the steps are those of `sources`, marked with their language: they lead to the page of
 * the source, where they are.
 */
export function processOf(
  docset: GuideDocset,
  locale: SiteLocale,
  pages: readonly PageDocument[],
  sources: readonly PageDocument[],
): Process | undefined {
  const { names } = docset
  const steps = pages.flatMap((document): Step[] => {
    const own = document.procedures
    const source = sources.find(({ page }) => page.slug === document.page.slug)
    const fallback = own ? undefined : source
    const lender = fallback?.page
    return (own ?? fallback?.procedures ?? []).flatMap((given, index) => {
      const procedure = procedureOf(given, index, lender ?? document.page, lender !== undefined)
      return given.steps.map((step) => ({
        ...stepOf(step, document.page, lender),
        procedure,
      }))
    })
  })
  if (steps.length === 0 && names.phases.length === 0) return undefined
  const diagram = pages.find(
    ({ page, components = [] }) =>
      page.kind === 'guide' && components.some(({ name }) => name === 'PhaseDiagram'),
  )
  const labels: Labelled = (kind, ids) =>
    ids.map((id) => ({ id, label: labelOf(docset.id, kind, id, locale) }))
  return {
    phases: names.phases.map(({ id, optional }) => {
      // A phase’s own page has the phase as its id; other pages belong to the phase, or to a service in it.
      const about = pages
        .map(({ page }) => page)
        .filter((candidate) => phaseAndServiceOf(candidate).phase === id)
      const page =
        about.find(({ slug }) => slug === id) ??
        about.find((candidate) => !phaseAndServiceOf(candidate).service) ??
        about[0]
      return {
        id,
        label: labelOf(docset.id, 'phase', id, locale),
        optional,
        ...(page && { path: page.path }),
      }
    }),
    alongside: labels('alongside', names.alongside),
    parties: labels('party', names.parties),
    services: servicesOf(names, labels),
    choices: choicesOf(names, labels),
    ...(diagram && { diagram: diagram.page.path }),
    steps: inPhases(
      steps,
      names.phases.map(({ id }) => id),
    ),
  }
}

/** The labels of names of a kind. */
type Labelled = (kind: LabelKind, ids: readonly string[]) => Label[]

function servicesOf({ services, required, retired }: DocsetNames, labels: Labelled): Service[] {
  return labels('service', services).map((service) => ({
    ...service,
    ...(required.includes(service.id) && { isRequired: true as const }),
    ...(retired.includes(service.id) && { isRetired: true as const }),
  }))
}

function choicesOf({ choices }: DocsetNames, labels: Labelled): Choice[] {
  const named = labels(
    'choice',
    choices.map(({ id }) => id),
  )
  return named.map((choice, index) => ({
    ...choice,
    options: labels('option', choices[index]?.options ?? []),
  }))
}

/** @param isLent - Whether the steps come from the source page, because the language lacks the page. */
function procedureOf(
  { heading, steps }: GuideProcedure,
  index: number,
  { slug, headings, contentLocale }: Page,
  isLent: boolean,
): Procedure {
  const above = headings.find(({ id }) => id === heading)
  const lang = isLent ? contentLocale : above?.lang
  const [service, ...others] = new Set(steps.map((step) => step.service))
  return {
    id: `${slug}:${index + 1}`,
    ...(above && { title: above.text, ...(lang && { lang }) }),
    ...(service && others.length === 0 && { service }),
  }
}

function stepOf(step: GuideStep, page: Page, lender: Page | undefined): Step {
  const { id, number, title, text, result, parties, phase, service, option, optional } = step
  const language = lender?.contentLocale ?? step.lang
  return {
    id,
    number,
    title,
    ...(language && { lang: language }),
    text,
    ...(result && { result }),
    parties,
    ...(phase && { phase }),
    ...(service && { service }),
    ...(option && { option }),
    optional,
    path: lender?.path ?? page.path,
    page: page.title,
    ...(lender && { pathLang: lender.contentLocale }),
  }
}

/** Stable: within a phase the order of the table of contents stays. */
function inPhases(steps: readonly Step[], phases: readonly string[]): Step[] {
  const rank = ({ phase }: Step) => (phase ? phases.indexOf(phase) : phases.length)
  return steps.toSorted((a, b) => rank(a) - rank(b))
}

/** Problems for ids that two steps of the source language have, and for empty matrices and diagrams. */
export function* processProblems(
  sources: readonly PageDocument[],
  { names }: Pick<GuideDocset, 'names'>,
): Generator<VFileMessage> {
  const steps = sources.flatMap(({ name = '', procedures = [] }) =>
    procedures.flatMap((procedure) => procedure.steps.map((step) => ({ name, step }))),
  )
  const seen = new Map<string, (typeof steps)[number]>()
  for (const item of steps) {
    const first = seen.get(item.step.id)
    if (!first) seen.set(item.step.id, item)
    // Duplicates within a page are reported by the page’s own check.
    else if (first.name !== item.name) {
      const start = first.step.place?.start
      const location = start ? `${first.name}:${start.line}:${start.column}` : first.name
      yield problemAt(item.name, problem('step-id-twice', item.step.id, location), item.step.place)
    }
  }
  for (const { name = '', components = [] } of names.phases.length ? [] : sources) {
    const diagram = components.find((component) => component.name === 'PhaseDiagram')
    if (diagram) yield problemAt(name, problem('diagram-without-phases'), diagram.place)
  }
  for (const { name = '', matrices = [] } of sources) {
    for (const { phase, service, rows, place } of matrices) {
      const has = steps.some(
        ({ step }) => (!phase || step.phase === phase) && (!service || step.service === service),
      )
      if (rows || has) continue
      const asked = [phase && `phase \`${phase}\``, service && `service \`${service}\``]
      const text = asked.filter(Boolean).join(' with ') || 'the docset'
      yield problemAt(name, problem('matrix-without-steps', text), place)
    }
  }
}
