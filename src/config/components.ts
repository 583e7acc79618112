/**
 * Components that a site may replace, and where each is in `src/components/`: its public list. What takes its place
 * is given the same props.
 */
export const publicComponents = {
  Announcement: 'announcement/Announcement.astro',
  Breadcrumbs: 'Breadcrumbs.astro',
  DocsetCards: 'DocsetCards.astro',
  Hero: 'hero/Hero.astro',
  HubCards: 'HubCards.astro',
  Logo: 'Logo.astro',
  NotFound: 'NotFound.astro',
  PageMeta: 'PageMeta.astro',
  Pagination: 'Pagination.astro',
  PrintLinks: 'PrintLinks.astro',
  Sidebar: 'sidebar/Sidebar.astro',
  SiteFooter: 'SiteFooter.astro',
  SiteHeader: 'site-header/SiteHeader.astro',
  TableOfContents: 'table-of-contents/TableOfContents.astro',
} as const

/** A component that a site may replace. */
export type ComponentName = keyof typeof publicComponents

export const componentNames = Object.keys(publicComponents) as [ComponentName, ...ComponentName[]]

/** Components of the program that guides may use; `components/html/Parts.astro` draws them. */
export const guideComponentNames: readonly string[] = ['PhaseDiagram', 'ResponsibilityMatrix']

/** What is wrong with the name of a component of the site’s own. */
export function componentNameProblem(name: string): string | undefined {
  if (!/^[A-Z][A-Za-z\d]*$/.test(name)) return 'expected a name such as `PriceTable`'
  return guideComponentNames.includes(name)
    ? 'expected another name, the program has a component that is called so'
    : undefined
}
