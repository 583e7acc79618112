/** The Atom feed of a docset’s changes. */
import { changes, contents, pages } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import type { DocsetChanges } from '#src/changes/changes.ts'
import { changesFeed } from '#src/changes/feed.ts'
import { docsetKey, docsetsOf } from '#src/docsets/docset-view.ts'
import { localeOf } from '#src/i18n/locales.ts'

interface Props {
  own: DocsetChanges
  title: string
}

export async function getStaticPaths() {
  const views = docsetsOf(site, pages, contents)
  return changes.flatMap((own) => {
    const title = views.get(docsetKey(own.docset, own.locale))?.title
    if (title === undefined || own.changes.length === 0) return []
    const params = { locale: localeOf(site, own.locale).path, docset: own.docset }
    return [{ params, props: { own, title } }]
  })
}

export function GET({ props: { own, title } }: { props: Props }): Response {
  return new Response(changesFeed(site, localeOf(site, own.locale), own, title), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  })
}
