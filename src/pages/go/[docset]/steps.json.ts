import { contents } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import { type LocaleProcess, stepsData } from '#src/components/steps-data/steps-data.ts'

export function getStaticPaths() {
  return site.docsets.flatMap(({ id, sourceLocale }) => {
    const all = contents
      .filter(({ docset }) => docset === id)
      .flatMap(({ locale, process }) => (process?.steps.length ? [{ locale, process }] : []))
    const source = all.filter(({ locale }) => locale === sourceLocale)
    const others = all.filter(({ locale }) => locale !== sourceLocale)
    return source.length
      ? [{ params: { docset: id }, props: { id, all: [...source, ...others] } }]
      : []
  })
}

export function GET({
  props: { id, all },
}: {
  props: { id: string; all: readonly LocaleProcess[] }
}): Response {
  return new Response(`${JSON.stringify(stepsData(site, id, all), undefined, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
}
