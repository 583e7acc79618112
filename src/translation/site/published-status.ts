/** The state of translations as a site publishes it: the figures of `status`, without paths of a machine. */
import { posix } from 'node:path'
import type { SiteSources } from '../../docsets/find-site.ts'
import type { PageCounts, ProjectCounts } from '../state/count.ts'
import type { CountedTranslation } from './page-states.ts'

export interface PublishedPage extends PageCounts {
  /** Slug of the translation, another one than its source’s where it was renamed; absent if there is none. */
  translation?: string
}

export interface PublishedStatus extends ProjectCounts {
  pages: readonly PublishedPage[]
}

/**
 * The counts of a translation. Pages are named by the translation’s file, there or not: guides from the
 * project’s folder, docfx pages from the one that holds the folders of both languages, because where
 * somebody ran a build is nobody else’s concern.
 */
export function publishedStatus(
  { opened, locale, counts, pages }: CountedTranslation,
  { nameOf }: Pick<SiteSources['context'], 'nameOf'>,
): PublishedStatus {
  const root = opened.docset.editions.find((edition) => edition.locale === locale)?.root ?? '/'
  const above = posix.dirname(posix.dirname(root))
  return {
    ...counts,
    pages: pages.map(({ counts: page, file, target }) => {
      const name = opened.kind === 'guide' ? nameOf(file) : posix.relative(above, file)
      return { ...page, name, ...(target && { translation: target.slug }) }
    }),
  }
}
