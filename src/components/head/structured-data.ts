/**
 * What a page is, for search engines (https://schema.org): an article at its place, and a how-to where it has steps; the
 * first page of a docset, a collection; home, a site that can be searched.
 *
 * A script of another type than JavaScript is a data block: it is left before the Content-Security-Policy is asked
 * (HTML, “prepare the script element”), so that `script-src` need not allow it.
 */
import { element } from '#plugins/element.ts'
import { type SafeHtml, htmlOf } from '#plugins/safe-html.ts'
import type { PathItem } from '#src/docsets/docset-view.ts'
import type { Page } from '#src/docsets/page.ts'
import type { Step } from '#src/docsets/process.ts'
import { absolute, homePath, searchPath } from '#src/i18n/paths.ts'
import type { Site, SiteLocale } from '#src/site.ts'

/** A step as its page lists it. */
export type NamedStep = Pick<Step, 'id' | 'title'>

export interface DescribedPage {
  page: Page
  /** From its docset down to what is just above the page: search engines do not need home. */
  places: readonly PathItem[]
  /** In the order of the page. */
  steps: readonly NamedStep[]
  /** It is the first page of its docset: the way to its articles, and none itself. */
  isStart: boolean
}

/** A `<script>` that nothing runs. */
export function structuredData(site: Site, described: DescribedPage): SafeHtml {
  // Only home is above a first page, which is near its budget.
  return described.isStart
    ? dataBlock(collection(site, described))
    : dataBlock({ '@graph': [...breadcrumbs(site, described), article(site, described)] })
}

/** The same for the home page of a language. */
export function siteData(site: Site, locale: Pick<SiteLocale, 'path' | 'tag' | 'title'>): SafeHtml {
  const url = absolute(site, homePath(locale))
  return dataBlock({
    '@type': 'WebSite',
    name: locale.title,
    url,
    inLanguage: locale.tag,
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${absolute(site, searchPath(locale))}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  })
}

function dataBlock(data: object): SafeHtml {
  // `</script>` in a title would end it.
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll(
    '<',
    '\\u003c',
  )
  return htmlOf(element('script', { type: 'application/ld+json' }, [{ type: 'text', value: json }]))
}

function collection(site: Site, { page }: DescribedPage) {
  return {
    '@type': 'CollectionPage',
    name: page.title,
    url: absolute(site, page.path),
    inLanguage: page.contentLocale,
  }
}

function breadcrumbs(site: Site, { page, places }: DescribedPage) {
  // Each but the last one, which is this page, needs an address (Google, “Breadcrumb structured data”).
  const above = places.filter(({ path }) => path)
  if (above.length === 0) return []
  const items: PathItem[] = [...above, { title: page.title }]
  const itemListElement = items.map(({ title, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: title,
    ...(path && { item: absolute(site, path) }),
  }))
  return [{ '@type': 'BreadcrumbList', itemListElement }]
}

function article(site: Site, { page, steps }: DescribedPage) {
  const url = absolute(site, page.path)
  const text = {
    url,
    inLanguage: page.contentLocale,
    ...(page.updated && { dateModified: page.updated }),
  }
  if (steps.length === 0) return { '@type': 'TechArticle', headline: page.title, ...text }
  const step = steps.map(({ id, title }) => ({
    '@type': 'HowToStep',
    name: title,
    url: `${url}#${id}`,
  }))
  return {
    '@type': ['TechArticle', 'HowTo'],
    headline: page.title,
    name: page.title,
    ...text,
    step,
  }
}
