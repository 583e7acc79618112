/** What scripts have to know of a docset when a reader has chosen services: `my-services.json` beside its pages. */
import { byPhase } from '#src/components/process/process.ts'
import { formsOf, type Forms } from '#src/components/progress/plural.ts'
import type { Process } from '#src/docsets/process.ts'
import { translator } from '#src/i18n/text.ts'
import type { SiteLocale } from '#src/site.ts'
import { scopeNames, type ScopeNames, type StepMarks } from './scope.ts'

/** Words of the interface about a choice of services. */
interface ScopeTexts {
  /** `{shown} of {total} steps concern you.` */
  count: Forms
  /** `{count} steps`, as the boxes of a diagram have it. */
  steps: Forms
  all: string
  change: string
  given: string
  keep: string
}

export interface ScopeFile {
  names: ScopeNames
  /** By the ids of steps; those that concern every reader are left out. */
  steps: Readonly<Record<string, StepMarks>>
  /** How many steps there are in the lists. */
  total: number
  texts: ScopeTexts
}

export function scopeFile(process: Process, locale: Pick<SiteLocale, 'strings' | 'ui'>): ScopeFile {
  const t = translator(locale)
  const steps = byPhase(process).flatMap((phase) => [...phase.steps])
  const marked = steps.filter(({ service, option }) => service ?? option)
  return {
    names: scopeNames(process),
    steps: Object.fromEntries(
      marked.map(({ id, service, option }) => [
        id,
        { ...(service && { service }), ...(option && { option }) },
      ]),
    ),
    total: steps.length,
    texts: {
      count: formsOf(locale.strings, 'services.count'),
      steps: formsOf(locale.strings, 'phases.steps'),
      all: t('services.all'),
      change: t('services.change'),
      given: t('services.given'),
      keep: t('services.keep'),
    },
  }
}
