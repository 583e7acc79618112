/** What templates know of the site as a whole. Comes to them as `virtual:passerelle/site`. */

/** One language of the site. */
export interface SiteLocale {
  /** BCP 47 tag in its usual case: `fr-FR`. Goes into `lang` and `hreflang`. */
  tag: string
  /** First segment of every address in this language: `fr-fr`. */
  path: string
  /** The language's name in itself: `Français`. */
  name: string
  /** The direction of its content. */
  direction: 'ltr' | 'rtl'
  /** The site's title in this language. */
  title: string
  /** Tag of the language that the interface speaks here: another one where it has no strings of its own. */
  ui: string
  /** The direction of the interface. */
  uiDirection: 'ltr' | 'rtl'
  /** The interface speaks a language that no native speaker has read. */
  isUnreviewed?: boolean
  /** Interface strings, flat dotted keys, complete: holes are filled from the nearest language. */
  strings: Readonly<Record<string, string>>
}

/** One docset as the home page shows it. */
interface SiteDocset {
  id: string
  /** Tag of the language that it is written in. */
  sourceLocale: string
}

export interface Site {
  /** Origin for absolute addresses, without a slash at the end: `https://guides.example`. */
  url: string
  /** `/` or `/docs/`. */
  base: string
  locales: readonly SiteLocale[]
  docsets: readonly SiteDocset[]
  /** Address of a file of the content, `{path}` in place of its path in the project. */
  repository?: string
}
