/** `changes.json` of a docset, by which `since.client.ts` marks what is new. */
import { type DocsetChanges, changesPath } from '#src/changes/changes.ts'
import { href } from '#src/i18n/paths.ts'
import { translator } from '#src/i18n/text.ts'
import type { Site, SiteLocale } from '#src/site.ts'

export interface ChangesFile {
  changes: readonly {
    /** Address of the page, with `base`. */
    address: string
    /** RFC 3339. */
    time: string
    /** Ids of the sections that changed; empty if the page as a whole is new. */
    ids: readonly string[]
  }[]
  /** Address of the page that lists the changes. */
  list: string
  texts: { since: string; mark: string }
}

/** The file’s content; removed pages are left out, because nothing of them can be marked. */
export function changesFile(
  site: Pick<Site, 'base' | 'url'>,
  locale: SiteLocale,
  { docset, changes }: DocsetChanges,
): ChangesFile {
  const t = translator(locale)
  return {
    changes: changes
      .filter(({ kind }) => kind !== 'removed')
      .map(({ path, time, sections }) => ({
        address: href(site, path),
        time,
        ids: sections.flatMap(({ id }) => id ?? []),
      })),
    list: href(site, changesPath(locale, docset)),
    texts: { since: t('changes.since'), mark: t('changes.mark') },
  }
}
