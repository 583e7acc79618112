/** A page as the rest of Passerelle sees it: plain values, the same for guides and docfx docsets. */
import type { VariantGroup } from '#plugins/docfx/triple-colon/variants.ts'
import type { SocialImage } from '../site.ts'
import type { Process } from './process.ts'

/** A heading of a page; `id` is its anchor, the same in every language of the page. */
export interface Heading {
  depth: 1 | 2 | 3 | 4 | 5 | 6
  id: string
  text: string
  /** The language of its text, if that is not translated. */
  lang?: string
}

/** A language version of a page; fallbacks are none. */
export interface Alternate {
  /** BCP 47 tag, as in the site's list of locales. */
  locale: string
  /** Path from the site's root, without `base`: `/fr-fr/fasttrack/assess/`. */
  path: string
}

/** An earlier id of something that is still on its page, under another id. */
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
  /** Its text there. */
  title: string
  /** The language of the text, if it is not that of the page. */
  lang?: string
}

/** Something that was published, and removed for good. */
export interface Removed {
  /** Its last title. */
  title: string
  /** The language of the title, if it is not that of its address. */
  lang?: string
  /** The reason, for readers. */
  why: string
  /** The language of the reason, if it is not that of its address. */
  whyLang?: string
}

/** A heading or step that was removed. */
export interface RemovedAnchor extends Removed {
  /** Its former id. */
  id: string
}

/** A removed page, whose address shows a notice. */
export interface RemovedPage extends Removed {
  locale: string
  /** From the site's root, without `base`, with a slash at both ends. */
  path: string
  /** The first page of its docset; absent if that was removed, too. */
  docset?: { title: string; path: string }
  /** Its anchors that are on another page now, and those that were removed with a reason of their own. */
  anchors?: readonly MovedAnchor[]
  removed?: readonly RemovedAnchor[]
}

/** A link of a hub page; a text without link, or with a broken one, has no `href`. */
export interface CardLink {
  text: string
  /** The language of the text, if it is not that of the page. */
  lang?: string
  href?: string
}

/** One card of a hub page. */
export interface Card {
  /** Empty if the file has none. */
  title: string
  summary?: string
  /** Languages of title and summary, if they are not that of the page. */
  lang?: string
  summaryLang?: string
  links: readonly CardLink[]
}

/** A group of cards of a hub page, with or without a heading of its own. */
export interface CardGroup {
  title?: string
  summary?: string
  lang?: string
  summaryLang?: string
  /** Empty for a group that is only a heading over the next ones. */
  cards: readonly Card[]
  /** A line under the cards: links, and the text between them. */
  footer?: readonly CardLink[]
}

/** The last review of a page or step. Days are `YYYY-MM-DD`. */
export interface PageReview {
  date?: string
  /** Its owner, as the source page names them. */
  owner?: string
  /** The day on which the next review is due. */
  due?: string
}

/** The review of a step, if it differs from that of its page. */
export interface StepReview extends PageReview {
  id: string
}

/** Unconfirmed machine translation on a page. */
export interface MachinePart {
  blocks: number
  /** How many blocks of the page are translated. */
  of: number
  /** The texts of the blocks that are in its content. */
  passages: readonly string[]
}

/** Fields of all kinds of pages, in one language. */
interface PageBase {
  docset: string
  /** The locale of the address and of the interface around the content. */
  locale: string
  /** The locale of the content, which is not `locale` on a fallback page. */
  contentLocale: string
  /** Path inside the docset without slashes around it; empty for its first page. */
  slug: string
  /** Path from the site's root, without `base`, with a slash at both ends. */
  path: string
  /** For the browser's title bar, lists and links. */
  title: string
  /** The page’s level-one heading; its id is empty if another heading has that id. */
  heading: Pick<Heading, 'id' | 'text' | 'lang'>
  description: string
  /** Path of its file in the project; only if the site is configured with `edit` links. */
  file?: string
  /** Day of the last change, `YYYY-MM-DD`, from the page’s metadata. */
  updated?: string
  review?: PageReview
  machine?: MachinePart
  headings: readonly Heading[]
  /** Whether it has videos of other sites, which need styles and a script. */
  hasVideos?: true
  /** Whether it has groups of tabs, which need a script. */
  hasTabs?: true
  /** Whether it has code blocks, which need styles and a script. */
  hasCode?: true
  /** Earlier ids of what is on the page now, and of what is on another page. */
  aliases?: readonly AnchorAlias[]
  movedAnchors?: readonly MovedAnchor[]
  /** Earlier ids of what was removed. */
  removedAnchors?: readonly RemovedAnchor[]
  /** The image that other sites show beside a link to it, if it has its own. */
  socialImage?: SocialImage
  /** All language versions of the page, its own included. */
  alternates: readonly Alternate[]
}

/** The phase and the service that a guide page is about. */
export interface PhaseAndService {
  phase?: string
  service?: string
}

/** Fields of a translated page with content. */
export interface BilingualPart {
  /** Present if the page has a bilingual view. */
  bilingual?: {
    /** Keys of the original’s blocks that it lacks. */
    missing: readonly string[]
  }
}

/** What a docfx docset states about the translation of a page. */
export interface TranslatedBy {
  /** Who translated the page, if the docset says so. */
  translation?: 'human' | 'machine'
}

/** A page written for Passerelle (`.mdx`). */
export interface GuidePage extends PageBase, PhaseAndService, BilingualPart {
  kind: 'guide'
  /** Whether it has cards, badges and the like, which need styles. */
  hasParts?: true
  /** Whether it has images that open at full size. */
  hasZoom?: true
  /** Whether it has a table that readers can copy. */
  copies?: true
  /** Whether it has a handwritten matrix, which needs styles. */
  hasMatrix?: true
  /** The image that its front matter names, a file of the docset in one language. */
  image?: { locale: string; path: string }
  /** Reviews of steps that have one of their own, with the text of each step. */
  stepReviews?: readonly (StepReview & { title: string })[]
  /** A draft: shown by `dev`, not published. */
  isDraft?: true
}

/** A page of a docfx docset (`.md`). */
export interface DocfxPage extends PageBase, TranslatedBy, BilingualPart {
  kind: 'docfx'
  /** Whether it has forms such as `:::row`, which need styles. */
  hasForms?: true
  /** Whether it has images, which are dimmed in the dark theme. */
  hasPictures?: true
  /** Whether it has boxes, which need styles. */
  hasBoxes?: true
  /** Choices of pivots for its zones. */
  variants?: readonly VariantGroup[]
  /** The product versions that it is for. */
  appliesTo?: string
}

/** A page of cards from a docfx docset (`.yml`). */
export interface HubPage extends PageBase, TranslatedBy {
  kind: 'hub'
  summary?: string
  cards: readonly CardGroup[]
}

/** In place of a page that only other languages have, or that cannot be read. */
export interface MissingPage extends PageBase, PhaseAndService {
  kind: 'missing'
}

/** A page of any kind, in one language. */
export type Page = GuidePage | DocfxPage | HubPage | MissingPage

/** The bilingual view of a page, if it has one. */
export function bilingualPartOf(page: Page): BilingualPart['bilingual'] {
  return page.kind === 'guide' || page.kind === 'docfx' ? page.bilingual : undefined
}

/** Phase and service of a page; a docfx page has none. */
export function phaseAndServiceOf(page: Page): PhaseAndService {
  return page.kind === 'guide' || page.kind === 'missing' ? page : {}
}

/** An entry of a docset's navigation: a page, a link elsewhere, or only a heading over others. */
export interface NavigationItem {
  title: string
  /** The language of the title, if it is not that of the navigation. */
  lang?: string
  /** Path from the site's root without `base`, or an absolute URL for a page elsewhere. */
  href?: string
  /** The product versions that its page is for, if not all. */
  appliesTo?: string
  /** Another name by which search finds the page. */
  keywords?: string
  /** Whether its branch is open on every page. */
  isExpanded?: true
  items: readonly NavigationItem[]
}

/** An earlier address of a page and its target. */
export interface Redirect {
  locale: string
  /** Path from the site's root without `base`, with a slash at both ends. */
  from: string
  /** Path from the site's root without `base`, or an absolute URL. */
  to: string
  /** Anchors that were on the page, and where they are now. */
  anchors?: readonly MovedAnchor[]
  /** Anchors that were on the page, and were removed. */
  removed?: readonly RemovedAnchor[]
}

/** A table of contents of a docset that has several. */
export interface PageToc {
  items: readonly NavigationItem[]
  /** Paths of the pages that show it. */
  pages: readonly string[]
}

/** A docset in one language without its pages, computed once for all of them. */
export interface DocsetContents {
  docset: string
  locale: string
  /** Its table of contents. */
  items: readonly NavigationItem[]
  /** The tables that it consists of, if it has several, in the order of `items`. */
  tocs?: readonly PageToc[]
  redirects: readonly Redirect[]
  /** Pages that were removed for good. */
  removed?: readonly RemovedPage[]
  /** The image that other sites show beside a link to one of its pages; none in development. */
  socialImage?: SocialImage
  /** For a docset with steps. */
  process?: Process
  /** Tasks, each with its path on the site, which may have an anchor. */
  tasks?: readonly { label: string; path: string }[]
}
