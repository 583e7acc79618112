/** A docset in one language as an app that browsers offer to install (Web Application Manifest). */
import { appIconPath, href, manifestPath } from '../i18n/paths.ts'
import type { Site, SiteLocale } from '../site.ts'

/** Sizes of the icon that browsers ask for: two for apps, one for Apple’s home screen. */
export const appIconSizes: readonly number[] = [180, 192, 512]

export interface AppSource {
  site: Pick<Site, 'base' | 'url'>
  locale: Pick<SiteLocale, 'path' | 'direction' | 'title'>
  docset: string
  title: string
  /** Language of the title. */
  language: string
  /** Path of the first page. */
  start: string
}

/** The text of its file. */
export function manifestOf({ site, locale, docset, title, language, start }: AppSource): string {
  const manifest = {
    id: href(site, manifestPath(locale, docset)),
    name: title === locale.title ? title : `${title} – ${locale.title}`,
    short_name: title,
    lang: language,
    dir: locale.direction,
    start_url: href(site, start),
    // The whole site: its home, search and other languages are pages of the same window.
    scope: href(site, '/'),
    // Readers go back and forth, as in a browser.
    display: 'standalone',
    display_override: ['minimal-ui', 'standalone'],
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: appIconSizes.map((size) => ({
      src: href(site, appIconPath(size)),
      sizes: `${size}x${size}`,
      type: 'image/png',
    })),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
