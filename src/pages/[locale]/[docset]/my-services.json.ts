/** What a choice of services leaves of a docset’s steps, for scripts; fetched only for readers who choose. */
import { contents } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import { scopeFile } from '#src/components/my-services/scope-file.ts'
import { hasScope } from '#src/components/my-services/scope.ts'
import type { Process } from '#src/docsets/process.ts'
import { localeOf } from '#src/i18n/locales.ts'
import type { SiteLocale } from '#src/site.ts'

export async function getStaticPaths() {
  return contents.flatMap(({ docset, locale: tag, process }) => {
    if (!process?.parties.length || !hasScope(process)) return []
    const locale = localeOf(site, tag)
    return [{ params: { locale: locale.path, docset }, props: { locale, process } }]
  })
}

export function GET({
  props: { locale, process },
}: {
  props: { locale: SiteLocale; process: Process }
}): Response {
  return Response.json(scopeFile(process, locale))
}
