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

interface Props {
  page: Page
}

/** See `src/render/theme-entry.ts`. */
export function drawText({ page }: Props): string {
  const content = page.kind === 'hub' ? [] : pageContent(page)
  return pageTwin(page, { site, content, contentsIn })
}

export function GET({ props }: { props: Props }): Response {
  return new Response(drawText(props), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  })
}
