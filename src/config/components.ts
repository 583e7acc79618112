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
