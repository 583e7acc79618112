/** The state of translations as a site publishes it: the figures of `status`, without paths of a machine. */
import { posix } from 'node:path'
import type { SiteSources } from '../../docsets/find-site.ts'
import { type PageCounts, type ProjectCounts, countProject } from '../state/count.ts'
import type { LoadedTranslation } from '../project/load-translations.ts'

export interface PublishedPage extends PageCounts {
  /** Slug of the translation, another one than its source’s where it was renamed; absent if there is none. */
  translation?: string
}

export interface PublishedStatus extends ProjectCounts {
  pages: readonly PublishedPage[]
}

/** By the docsets of a site, which stay the same while a site is put together. */
const counted = new WeakMap<SiteSources['docsets'], readonly PublishedStatus[]>()

/**
 * The status of all translations of a site. Opening them costs most, and who draws pages has them open:
 * counted once, it is known for who asks later.
 *
 * @param open - Asked for the translations if nothing is known of them.
 */
export async function siteStatus(
  { docsets, context }: Pick<SiteSources, 'docsets' | 'context'>,
  open: () => Promise<readonly LoadedTranslation[]> | readonly LoadedTranslation[],
): Promise<readonly PublishedStatus[]> {
  const known = counted.get(docsets)
  if (known) return known
  const status = (await open()).map((work) => publishedStatus(work, context))
  counted.set(docsets, status)
  return status
}

/**
 * The counts of a translation. Pages are named by the translation’s file, there or not: guides from the
 * project’s folder, docfx pages from the one that holds the folders of both languages, because where
 * somebody ran a build is nobody else’s concern.
 */
function publishedStatus(
  { project, opened, locale }: Pick<LoadedTranslation, 'project' | 'opened' | 'locale'>,
  { nameOf }: Pick<SiteSources['context'], 'nameOf'>,
): PublishedStatus {
  const counts = countProject(project)
  const root = opened.docset.editions.find((edition) => edition.locale === locale)?.root ?? '/'
  const above = posix.dirname(posix.dirname(root))
  return {
    ...counts,
    pages: counts.pages.map((page, index) => {
      const { file = '', target } = project.pages[index] ?? {}
      const name = opened.kind === 'guide' ? nameOf(file) : posix.relative(above, file)
      return { ...page, name, ...(target && { translation: target.slug }) }
    }),
  }
}
