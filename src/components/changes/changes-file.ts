/** What scripts mark changes by: `changes.json` beside the pages of a docset. */
import { type DocsetChanges, changesPath } from '#src/changes/changes.ts'
import { href } from '#src/i18n/paths.ts'
import { translator } from '#src/i18n/text.ts'
import type { Site, SiteLocale } from '#src/site.ts'

export interface ChangesFile {
  changes: readonly {
    /** Of the page, with `base`. */
    address: string
    /** A time of RFC 3339. */
    time: string
    /** Ids of the places that have changed; empty for the page as a whole. */
    ids: readonly string[]
  }[]
  /** Of the page that lists them. */
  list: string
  texts: { since: string; mark: string }
}

/** Of pages that are there. */
export function changesFile(
  site: Pick<Site, 'base' | 'url'>,
  locale: SiteLocale,
  { docset, changes }: DocsetChanges,
): ChangesFile {
  const t = translator(locale)
  return {
    changes: changes
      .filter(({ kind }) => kind !== 'removed')
      .map(({ path, time, places }) => ({
        address: href(site, path),
        time,
        ids: places.flatMap(({ id }) => id ?? []),
      })),
    list: href(site, changesPath(locale, docset)),
    texts: { since: t('changes.since'), mark: t('changes.mark') },
  }
}
