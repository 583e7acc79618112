/** `my-services.json` of a docset, which scripts load when a reader has chosen services. */
import { byPhase } from '#src/components/process/process.ts'
import { formsOf, type Forms } from '#src/components/progress/plural.ts'
import type { Process } from '#src/docsets/process.ts'
import { translator } from '#src/i18n/text.ts'
import type { SiteLocale } from '#src/site.ts'
import { scopeNames, type ScopeNames, type StepMarks } from './scope.ts'

/** Interface strings about a choice of services. */
interface ScopeTexts {
  /** `{shown} of {total} steps apply to you.` */
  count: Forms
  /** `{count} steps`, as in the boxes of a diagram. */
  steps: Forms
  all: string
  change: string
  given: string
  keep: string
}

export interface ScopeFile {
  names: ScopeNames
  /** Services and options by id of step, without steps that concern every reader. */
  steps: Readonly<Record<string, StepMarks>>
  /** The number of steps in the lists. */
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
