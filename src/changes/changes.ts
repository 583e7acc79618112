/** What changed in a docset for the readers of one language, as pages, feeds and scripts show it. */
import { docsetPath } from '../i18n/paths.ts'
import type { SiteLocale } from '../site.ts'
import type { ChangedPlace } from './compare-pages.ts'

/** A page that changed on a day. */
export interface PageChange {
  kind: 'added' | 'changed' | 'removed'
  /** The day, in universal time. */
  day: string
  /** When the last change of the day came: a time of RFC 3339. */
  time: string
  /** The page’s name in the docset, as it is or was. */
  slug: string
  title: string
  /** Path of the page; the docset’s first for one that is gone. */
  path: string
  /** Of a page that changed: where. */
  places: readonly ChangedPlace[]
}

/** Those of a docset in one language, the newest first. */
export interface DocsetChanges {
  docset: string
  locale: string
  changes: readonly PageChange[]
}

/** As many are kept: a page of more is not read. */
export const mostChanges = 100

/** What changed in a docset. */
export function changesPath(locale: Pick<SiteLocale, 'path'>, docset: string): string {
  return `${docsetPath(locale, docset)}changes/`
}

/** The same as a feed. */
export function feedPath(locale: Pick<SiteLocale, 'path'>, docset: string): string {
  return `${changesPath(locale, docset)}feed.xml`
}

/** The same for scripts. */
export function changesFilePath(locale: Pick<SiteLocale, 'path'>, docset: string): string {
  return `${docsetPath(locale, docset)}changes.json`
}
