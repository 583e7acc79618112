import { contents } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import { stepsFile } from '#src/components/responsibility-matrix/steps-file.ts'
import type { Process } from '#src/docsets/process.ts'
import { localeOf } from '#src/i18n/locales.ts'
import type { SiteLocale } from '#src/site.ts'

export async function getStaticPaths() {
  return contents.flatMap(({ docset, locale: tag, process }) => {
    if (!process?.steps.length) return []
    const locale = localeOf(site, tag)
    return [{ params: { locale: locale.path, docset }, props: { locale, process } }]
  })
}

export function GET({
  props: { locale, process },
}: {
  props: { locale: SiteLocale; process: Process }
}): Response {
  return new Response(stepsFile(site, locale, process), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  })
}
