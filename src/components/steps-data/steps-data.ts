/**
 * All steps of a docset as data, in all its languages: for tools of support, and for macros.
 *
 * The form is `schemas/steps.schema.json`; a field that goes or changes its meaning makes another `version`.
 */
import { stepPath } from '#src/components/process/process.ts'
import type { Label, Process, Step } from '#src/docsets/process.ts'
import { absolute, goLinkPath } from '#src/i18n/paths.ts'
import type { Site } from '#src/site.ts'

/** Texts by language. */
type Texts = Readonly<Record<string, string>>

interface StepData {
  id: string
  number: number
  phase?: string
  service?: string
  option?: string
  parties: readonly string[]
  optional: boolean
  /** The address that is the same in all languages. */
  permalink: string
  title: Texts
  text: Texts
  result?: Texts
  /** Where it is, in each language that has its page. */
  url: Texts
  /** Languages whose words are those of another one. */
  untranslated?: readonly string[]
}

/** A docset in one language. */
export interface LocaleProcess {
  locale: string
  process: Process
}

/** @param all - The docset in each of its languages, that of its source first. */
export function stepsData(site: Site, docset: string, all: readonly LocaleProcess[]) {
  const [source] = all
  const labels = (kind: (process: Process) => readonly Label[]) => labelsOf(all, kind)
  return {
    version: 1,
    docset,
    locales: all.map(({ locale }) => locale),
    phases: labels(({ phases }) => phases),
    parties: labels(({ parties }) => parties),
    services: labels(({ services }) => services),
    steps: (source?.process.steps ?? []).map((step) => stepOf(site, docset, step, all)),
  }
}

function labelsOf(all: readonly LocaleProcess[], kind: (process: Process) => readonly Label[]) {
  const [source] = all
  return (source ? kind(source.process) : []).map(({ id }) => ({
    id,
    label: textsOf(all, ({ process }) => kind(process).find((label) => label.id === id)?.label),
  }))
}

function stepOf(site: Site, docset: string, source: Step, all: readonly LocaleProcess[]): StepData {
  const { id, number, phase, service, option, parties, optional } = source
  const versions = all.flatMap(({ locale, process }) => {
    const step = process.steps.find((one) => one.id === id)
    return step ? [{ locale, step }] : []
  })
  const texts = (read: (step: Step) => string | undefined) =>
    textsOf(versions, ({ step }) => read(step))
  const result = texts((step) => step.result)
  const untranslated = versions.filter(({ step }) => step.lang).map(({ locale }) => locale)
  return {
    id,
    number,
    ...(phase && { phase }),
    ...(service && { service }),
    ...(option && { option }),
    parties,
    optional,
    permalink: absolute(site, goLinkPath(`${docset}/${id}`)),
    title: texts((step) => step.title),
    text: texts((step) => step.text),
    ...(Object.keys(result).length && { result }),
    url: texts((step) => (step.pathLang ? undefined : absolute(site, stepPath(step)))),
    ...(untranslated.length && { untranslated }),
  }
}

function textsOf<T extends { locale: string }>(
  items: readonly T[],
  read: (item: T) => string | undefined,
): Texts {
  return Object.fromEntries(
    items.flatMap((item) => {
      const text = read(item)
      return text ? [[item.locale, text] as const] : []
    }),
  )
}
