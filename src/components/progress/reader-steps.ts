/** Data for the scripts that show progress: `progress.json` beside the pages of a docset. */
import { type ScopeNames, scopeNames, type StepMarks } from '#src/components/my-services/scope.ts'
import { stepPath } from '#src/components/process/process.ts'
import type { Process } from '#src/docsets/process.ts'
import { docsetPath, href } from '#src/i18n/paths.ts'
import { translator } from '#src/i18n/text.ts'
import type { Site, SiteLocale } from '#src/site.ts'
import type { ListedStep } from './next-step.ts'
import { type Forms, formsOf } from './plural.ts'

/** A step as a line leads to it. */
interface ReaderStep extends ListedStep, StepMarks {
  title: string
  /** The language of the title, where it is not that of the pages. */
  lang?: string
  /** With `base`. */
  address: string
}

/** The steps of a docset in one language. */
export interface ReaderSteps {
  phases: readonly { id: string }[]
  /** What services readers choose among, to leave out the steps of the others. */
  names: ScopeNames
  steps: readonly ReaderStep[]
  texts: {
    /** `{done} of {total} steps done`. */
    total: Forms
    /** What stands before the next step. */
    next: string
  }
}

/** The file’s address from the site’s root, without `base`. */
export function readerStepsPath(locale: Pick<SiteLocale, 'path'>, docset: string): string {
  return `${docsetPath(locale, docset)}progress.json`
}

/** @param locale - The language of the pages. */
export function readerSteps(
  site: Pick<Site, 'base' | 'url'>,
  process: Process,
  locale: Pick<SiteLocale, 'strings' | 'ui'>,
): ReaderSteps {
  return {
    phases: process.phases.map(({ id }) => ({ id })),
    names: scopeNames(process),
    steps: process.steps.map((step) => {
      const { id, phase, service, option, optional, title, lang } = step
      return {
        id,
        ...(phase && { phase }),
        ...(service && { service }),
        ...(option && { option }),
        optional,
        title,
        ...(lang && { lang }),
        address: href(site, stepPath(step)),
      }
    }),
    texts: {
      total: formsOf(locale.strings, 'progress.total'),
      next: translator(locale)('checklist.next'),
    },
  }
}
