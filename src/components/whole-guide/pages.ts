/** The pages of a whole guide: their order, their ids, and where a phase begins. */
import type { NavEntry } from '#src/docsets/nav-entries.ts'
import { type Heading, type Page, phaseAndServiceOf } from '#src/docsets/page.ts'
import type { Process } from '#src/docsets/process.ts'

/** A page as the whole guide shows it. */
export interface GuideSection {
  slug: string
  /** Without base. */
  path: string
  title: string
  /** The language of the title, if it is not that of the guide. */
  titleLang?: string | undefined
  /** The id of its title; empty if it has none. */
  headingId: string
  /** Headings for the table of contents. */
  headings: readonly Heading[]
  /** Whether a phase begins with it. */
  startsPhase: boolean
}

/** The id of a page’s section. */
export function sectionId({ slug }: Pick<GuideSection, 'slug'>): string {
  return slug.replaceAll('/', '.') || 'index'
}

/** The link to an id of a page, within the whole guide. */
export function sectionLink(page: Pick<GuideSection, 'slug'>, id: string): string {
  return `#${sectionId(page)}--${id}`
}

/**
 * The pages in the order of the table of contents.
 *
 * `pages` are those of the docset in one language; untranslated ones are returned as `missing`. Pages that only
 * consist of links are left out, because the table of contents has the links.
 */
export function guidePages(
  entries: readonly NavEntry[],
  pages: readonly Page[],
  process: Process | undefined,
): { shown: GuideSection[]; missing: NavEntry[] } {
  const isWritten = ({ kind, locale, contentLocale }: Page) =>
    kind !== 'missing' && locale === contentLocale
  const matches = entries.map((entry) => ({
    entry,
    page: pages.find((page) => page.path === entry.href && isWritten(page)),
  }))
  const real = matches.flatMap(({ page }) => (page && page.kind !== 'hub' ? [page] : []))
  const starts = process ? phaseStarts(real, process) : new Set<string>()
  return {
    shown: real.map((page) => ({
      slug: page.slug,
      path: page.path,
      title: page.heading.text,
      titleLang: page.heading.lang,
      headingId: page.heading.id,
      headings: page.headings.filter(({ depth, id }) => depth === 2 && id),
      startsPhase: starts.has(page.path),
    })),
    missing: matches.filter(({ page }) => !page).map(({ entry }) => entry),
  }
}

/** The first page of each phase: one about the phase, else one with a step of it. */
function phaseStarts(pages: readonly Page[], { phases, steps }: Process): Set<string> {
  const paths = phases.map(({ id }) => {
    const isAbout = (page: Page) =>
      phaseAndServiceOf(page).phase === id ||
      steps.some((step) => step.phase === id && step.path === page.path)
    return pages.find(isAbout)?.path
  })
  return new Set(paths.filter((path) => path !== undefined))
}

/** The day of the newest of these pages, `YYYY-MM-DD`. */
export function newestDay(pages: readonly Pick<Page, 'updated'>[]): string | undefined {
  return pages
    .flatMap(({ updated }) => updated ?? [])
    .toSorted()
    .at(-1)
}
