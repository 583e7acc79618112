/**
 * `steps.json`: all steps of a docset in all languages, for support tools and macros. Its schema is
 * `schemas/steps.schema.json`; removing a field or changing its meaning needs another `version`.
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
  /** The go link, the same in all languages. */
  permalink: string
  title: Texts
  text: Texts
  result?: Texts
  /** Its address in each language that has the page. */
  url: Texts
  /** Languages in which it is not translated. */
  untranslated?: readonly string[]
}

/** A docset in one language. */
export interface LocaleProcess {
  locale: string
  process: Process
}

/** @param all - The docset in each of its languages, the source language first. */
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
