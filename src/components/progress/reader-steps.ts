/** `progress.json` of a docset: its steps, for the scripts that show progress. */
import { type ScopeNames, scopeNames, type StepMarks } from '#src/components/my-services/scope.ts'
import { stepPath } from '#src/components/process/process.ts'
import type { Process } from '#src/docsets/process.ts'
import { docsetPath, href } from '#src/i18n/paths.ts'
import { translator } from '#src/i18n/text.ts'
import type { Site, SiteLocale } from '#src/site.ts'
import type { ListedStep } from './next-step.ts'
import { type Forms, formsOf } from './plural.ts'

/** A step that scripts count and link to. */
interface ReaderStep extends ListedStep, StepMarks {
  title: string
  /** Language of the title, if it is not that of the pages. */
  lang?: string
  /** Address with `base`. */
  address: string
}

/** The steps of a docset in one language. */
export interface ReaderSteps {
  phases: readonly { id: string }[]
  /** The services that readers can choose, to leave out steps of others. */
  names: ScopeNames
  steps: readonly ReaderStep[]
  texts: {
    /** `{done} of {total} steps done`. */
    total: Forms
    /** Label of the next step. */
    next: string
  }
}

/** Path of the file, without `base`. */
export function readerStepsPath(locale: Pick<SiteLocale, 'path'>, docset: string): string {
  return `${docsetPath(locale, docset)}progress.json`
}

/**
 * The content of the file.
 *
 * @param locale - Language of the pages.
 */
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
