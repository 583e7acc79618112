import { contentsIn, pageContent, shownPages } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import { pageTwin } from '#src/components/markdown/twin.ts'
import { hasTwin } from '#src/components/markdown/twin-path.ts'
import type { Page } from '#src/docsets/page.ts'
import { routeOf } from '#src/i18n/paths.ts'

export function getStaticPaths() {
  return shownPages.flatMap((page) => {
    const params = routeOf(page.path)
    return params && hasTwin(page) ? [{ params, props: { page } }] : []
  })
}

export function GET({ props: { page } }: { props: { page: Page } }): Response {
  const content = page.kind === 'hub' ? [] : pageContent(page)
  return new Response(pageTwin(page, { site, content, contentsIn }), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  })
}
