/** Paths of files that each docset with steps has in each language. */
import type { DocsetContents } from '#src/docsets/page.ts'
import type { Process } from '#src/docsets/process.ts'
import { localeOf } from '#src/i18n/locales.ts'
import type { Site, SiteLocale } from '#src/site.ts'

/** The process and the locale of a file. */
export interface ProcessProps {
  locale: SiteLocale
  process: Process
}

/**
 * One path for each docset and language.
 *
 * @param isWanted - Leaves out processes without such a file. (default: all have it)
 */
export function processPaths(
  site: Site,
  contents: readonly DocsetContents[],
  isWanted: (process: Process) => boolean = () => true,
): { params: { locale: string; docset: string }; props: ProcessProps }[] {
  return contents.flatMap(({ docset, locale: tag, process }) => {
    if (!process || !isWanted(process)) return []
    const locale = localeOf(site, tag)
    return [{ params: { locale: locale.path, docset }, props: { locale, process } }]
  })
}
