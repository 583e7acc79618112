import { site } from 'virtual:passerelle/site'
import { translations } from 'virtual:passerelle/translations'
import { translatedInto } from '#src/components/translation-status/status.ts'
import type { SiteLocale } from '#src/site.ts'

export function getStaticPaths() {
  return translatedInto(site, translations).map((locale) => ({
    params: { locale: locale.path },
    props: { locale },
  }))
}

/** The figures of the page, as `status --json` gives them. */
export function GET({ props: { locale } }: { props: { locale: SiteLocale } }): Response {
  const own = translations.filter(({ targetLocale }) => targetLocale === locale.tag)
  const interfaces = locale.isUnreviewed ? { unreviewedInterfaces: [locale.tag] } : {}
  const status = { translations: own, ...interfaces }
  return new Response(`${JSON.stringify(status, undefined, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
}
