/** What the rest of Passerelle knows of one page: plain values, the same for guides and docfx docsets. */

/** A heading of a page; `id` is its anchor, the same in every language of the page. */
export interface Heading {
  depth: 1 | 2 | 3 | 4 | 5 | 6
  id: string
  text: string
  /** Language of its words, where they are not translated. */
  lang?: string
}

/** A page in one language in which it really exists. */
export interface Alternate {
  /** BCP 47 tag, as in the site's list of locales. */
  locale: string
  /** Path from the site's root, without `base`: `/fr-fr/fasttrack/assess/`. */
  path: string
}

/** An old id of something that is still on its page, under another id. */
export interface AnchorAlias {
  id: string
  /** The id that it has now; empty for the page as a whole. */
  to: string
}

/** A heading or step that is on another page now. */
export interface MovedAnchor {
  /** Its old id, on the page that it left. */
  id: string
  /** Its path from the site's root without `base`, anchor included. */
  to: string
  /** Its words there. */
  title: string
  /** The language of the words, where it is not that of the page. */
  lang?: string
}

/** Something that was published and was taken away for good. */
export interface Removed {
  /** What it was called at last. */
  title: string
  /** The language of the title, where it is not that of its address. */
  lang?: string
  /** The reason, for readers. */
  why: string
  /** The language of the reason, where it is not that of the address. */
  whyLang?: string
}

/** A heading or step that was taken away. */
export interface RemovedAnchor extends Removed {
  /** The id that it had. */
  id: string
}

/** What stands at the address of a page that was taken away. */
export interface RemovedPage extends Removed {
  locale: string
  /** From the site's root, without `base`, with a slash at both ends. */
  path: string
  /** The first page of its docset; absent where that is gone, too. */
  docset?: { title: string; path: string }
  /** What was on it and is on another page now; what was there and has its own reason. */
  anchors?: readonly MovedAnchor[]
  removed?: readonly RemovedAnchor[]
}

/** A link of a hub page; without `href` it is only words, or its address leads nowhere. */
export interface CardLink {
  text: string
  href?: string
}

/** One card of a hub page. */
export interface Card {
  /** Empty where the file names none. */
  title: string
  summary?: string
  links: readonly CardLink[]
}

/** A group of cards of a hub page, with or without a heading of its own. */
export interface CardGroup {
  title?: string
  summary?: string
  /** Empty for a group that is only a heading over the next ones. */
  cards: readonly Card[]
  /** A line under the cards: links, and the words between them. */
  footer?: readonly CardLink[]
}

/**
 * How a page came to be.
 *
 * `guide` was written for Passerelle (`.mdx`), `docfx` comes from a docfx docset (`.md`), `hub` from
 * one of its `.yml` pages; `missing` stands where a language lacks a page that others have.
 */
type PageKind = 'guide' | 'docfx' | 'hub' | 'missing'

/** All that a template needs to draw one page in one language. */
export interface Page {
  kind: PageKind
  docset: string
  /** The locale of the address and of everything around the content. */
  locale: string
  /** The locale that the content is written in; another one than `locale` on a page that fell back. */
  contentLocale: string
  /** Path inside the docset without slashes around it; empty for its first page. */
  slug: string
  /** Path from the site's root, without `base`, with a slash at both ends. */
  path: string
  /** For the browser's title bar, lists and links. */
  title: string
  /** The page's one level-one heading; an empty id when another heading has the name. */
  heading: Pick<Heading, 'id' | 'text' | 'lang'>
  description: string
  /** Day of the last change, `YYYY-MM-DD`, from the page's own metadata. */
  updated?: string
  /** Who translated the page, where the docset says so. */
  translation?: 'human' | 'machine'
  headings: readonly Heading[]
  /** It has a table that readers take away whole. */
  copies?: true
  /** Old ids that lead to another place of the page, and those that lead to another page. */
  aliases?: readonly AnchorAlias[]
  movedAnchors?: readonly MovedAnchor[]
  /** Old ids of what was taken away. */
  removedAnchors?: readonly RemovedAnchor[]
  /** The phase of the docset that the page is about, and the service. */
  phase?: string
  service?: string
  /** Of a translation whose blocks are known: it can be read beside its original. */
  bilingual?: {
    /** Keys of the original’s blocks that it has not. */
    missing: readonly string[]
  }
  /** Every language in which the page really exists, its own included. */
  alternates: readonly Alternate[]
  /** Only for `hub`. */
  summary?: string
  cards?: readonly CardGroup[]
}

/** An entry of a docset's navigation: a page, a link elsewhere, or only a heading over others. */
export interface NavigationItem {
  title: string
  /** The language of the title, where it is not that of the navigation. */
  lang?: string
  /** Path from the site's root without `base`, or a whole URL for a page elsewhere. */
  href?: string
  items: readonly NavigationItem[]
}

/** A name of the docset with its label in one language. */
export interface Label {
  id: string
  label: string
}

/** A phase that readers go through. */
export interface Phase extends Label {
  optional: boolean
  /** The page that it is about, without `base`. */
  path?: string
}

/** A step of a procedure, as everything that lists steps shows it. */
export interface Step {
  /** Its anchor, once in the docset. */
  id: string
  /** Its number in its procedure. */
  number: number
  title: string
  /** The language of its words, where the page is not translated. */
  lang?: string
  /** All its words, for search. */
  text: string
  /** Ids of those who act. */
  parties: readonly string[]
  phase?: string
  service?: string
  optional: boolean
  /** Its page, without `base`, and that page’s title. */
  path: string
  page: string
  /** The language of its page, where the language of the list lacks the page. */
  pathLang?: string
}

/** Who does what, and when: all of it comes from the steps of the pages and the docset’s names. */
export interface Process {
  phases: readonly Phase[]
  /** What runs beside all phases. */
  alongside: readonly Label[]
  parties: readonly Label[]
  services: readonly Label[]
  /** By phase, then in the order of the table of contents. */
  steps: readonly Step[]
  /** The first page that draws the phases, without `base`; absent where no page of the language does. */
  diagram?: string
}

/** An old address and where it leads now. */
export interface Redirect {
  locale: string
  /** Path from the site's root without `base`, with a slash at both ends. */
  from: string
  /** Path from the site's root without `base`, or a whole URL. */
  to: string
  /** What was on the page, and where each is now; an address with an anchor leads there. */
  anchors?: readonly MovedAnchor[]
  /** What was on the page and was taken away. */
  removed?: readonly RemovedAnchor[]
}

/** What a docset has in one language besides pages, computed once for all of them. */
export interface DocsetContents {
  docset: string
  locale: string
  /** Its table of contents. */
  items: readonly NavigationItem[]
  redirects: readonly Redirect[]
  /** Pages that were taken away for good. */
  removed?: readonly RemovedPage[]
  /** For a docset with steps. */
  process?: Process
  /** What readers come to do, each with its path on the site, an anchor perhaps included. */
  tasks?: readonly { label: string; path: string }[]
}
