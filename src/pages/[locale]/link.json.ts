/** What copied links and the tools of progress say in a language, and where problems are reported; fetched when somebody uses one. */
import { site } from 'virtual:passerelle/site'
import { localeOf } from '#src/i18n/locales.ts'

export function getStaticPaths() {
  return site.locales.map(({ path }) => ({ params: { locale: path } }))
}

export function GET({ params }: { params: { locale: string } }): Response {
  const { strings } = localeOf(site, params.locale)
  const texts = Object.entries(strings).filter(([key]) =>
    /^(?:link|progress)\.|^step\.who$/.test(key),
  )
  const report = site.report ? { report: site.report } : {}
  return Response.json({ ...Object.fromEntries(texts), ...report })
}
