/** The steps of a docset, for scripts that say how far a reader is; fetched only for readers who ticked some. */
import { contents } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import { readerSteps } from '#src/components/progress/reader-steps.ts'
import type { Process } from '#src/docsets/process.ts'
import { localeOf } from '#src/i18n/locales.ts'
import type { SiteLocale } from '#src/site.ts'

export async function getStaticPaths() {
  return contents.flatMap(({ docset, locale: tag, process }) => {
    if (!process) return []
    const locale = localeOf(site, tag)
    return [{ params: { locale: locale.path, docset }, props: { locale, process } }]
  })
}

export function GET({
  props: { locale, process },
}: {
  props: { locale: SiteLocale; process: Process }
}): Response {
  return Response.json(readerSteps(site, process, locale))
}
