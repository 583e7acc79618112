/** The recent changes of a docset in one language: what its page of changes, its feed and `changes.json` show. */
import { docsetPath } from '../i18n/paths.ts'
import type { SiteLocale } from '../site.ts'
import type { ChangedSection } from './compare-pages.ts'

/** All that changed on one page in one day. */
export interface PageChange {
  kind: 'added' | 'changed' | 'removed'
  /** `2026-11-23`, in UTC. */
  day: string
  /** Time of the day’s last change (RFC 3339). */
  time: string
  /** The page’s name in the docset; for a removed page, the last one it had. */
  slug: string
  title: string
  /** Path of the page; for a removed one, that of the docset’s first page. */
  path: string
  /** Which sections changed; empty for added and removed pages. */
  sections: readonly ChangedSection[]
}

/** The changes of a docset in one language, newest first. */
export interface DocsetChanges {
  docset: string
  locale: string
  changes: readonly PageChange[]
}

/** How many changes are kept: nobody reads a longer list. */
export const maxChanges = 100

/** Path of the page that lists the changes. */
export function changesPath(locale: Pick<SiteLocale, 'path'>, docset: string): string {
  return `${docsetPath(locale, docset)}changes/`
}

/** Path of the Atom feed. */
export function feedPath(locale: Pick<SiteLocale, 'path'>, docset: string): string {
  return `${changesPath(locale, docset)}feed.xml`
}

/** Path of `changes.json`, which `components/changes/since.client.ts` fetches. */
export function changesFilePath(locale: Pick<SiteLocale, 'path'>, docset: string): string {
  return `${docsetPath(locale, docset)}changes.json`
}
