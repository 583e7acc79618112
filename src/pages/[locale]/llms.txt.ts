import { contents, pages } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import { localeLlms } from '#src/components/markdown/llms.ts'
import { docsetsOf } from '#src/docsets/docset-view.ts'

export function getStaticPaths() {
  const docsets = [...docsetsOf(site, pages, contents).values()]
  return site.locales.map((locale) => ({
    params: { locale: locale.path },
    props: { text: localeLlms(site, locale.tag, docsets, pages) },
  }))
}

export function GET({ props: { text } }: { props: { text: string } }): Response {
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
