/** What templates know of the site as a whole. Comes to them as `virtual:passerelle/site`. */

import type { LocalizedText } from './config/theme-options.ts'

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
  /** The site has a page of changes for it. */
  changes?: true
  /** Readers may take it with them as a zip. */
  offline?: true
  /** Browsers keep it, and may install it as an app. */
  installable?: true
  /** The docsets that it stands with on the home page; without one it stands with the others before them. */
  group?: string
}

/** An image as it is published. */
export interface SiteImage {
  /** Path without base. */
  src: string
  width: number
  height: number
}

/** An image that other sites show beside a link to a page. */
export interface SocialImage extends SiteImage {
  alt: LocalizedText
}

/** An image of the site's look; another one for dark pages, if it has one. */
export interface SitePicture {
  light: SiteImage
  dark?: SiteImage
  /** Empty for decoration. */
  alt: LocalizedText
}

/** How a site looks, as far as that is data. */
export interface SiteTheme {
  logo?: SitePicture
  hero?: SitePicture
  /** Path without base. */
  favicon?: string
  /** Path without base of the style sheet with colours and fonts. */
  stylesheet?: string
}

/** A link of the header or footer. */
export interface SiteLink {
  label: LocalizedText
  /** A full address; or paths without base, by language, where one may be missing. */
  href: string | Readonly<Record<string, string>>
}

/** A line above every page. */
export interface SiteAnnouncement {
  /** Another text has another one. */
  id: string
  text: LocalizedText
  link?: SiteLink
  dismissible: boolean
}

/** A term that the site explains. */
export interface SiteTerm {
  /** Its anchor on the pages of terms, the same in all languages. */
  id: string
  /** By language. */
  forms: Readonly<Record<string, string>>
  /** By language; a language without one does not explain it. */
  definitions: Readonly<Record<string, string>>
  /** Capital letters count. */
  matchCase: boolean
}

/** A term that the site explains, in one language. */
export interface KnownTerm {
  id: string
  form: string
  matchCase: boolean
}

export interface Site {
  /** Origin for absolute addresses, without a slash at the end: `https://guides.example`. */
  url: string
  /** `/` or `/docs/`. */
  base: string
  locales: readonly SiteLocale[]
  docsets: readonly SiteDocset[]
  theme?: SiteTheme
  /** Languages with a page of terms. */
  termLocales?: readonly string[]
  headerLinks?: readonly SiteLink[]
  footerLinks?: readonly SiteLink[]
  announcement?: SiteAnnouncement
  /** For pages of no docset, by language; none in development. */
  socialImages?: Readonly<Record<string, SocialImage>>
  /** Address of a file of the content, `{path}` in place of its path in the project. */
  repository?: string
  /** Where such a file can be edited, with `{path}`. */
  edit?: string
  /** Origins whose players pages may show once the reader asks. */
  players?: readonly string[]
  /** Where readers report a problem; see `reportAddress`. */
  report?: string
}
