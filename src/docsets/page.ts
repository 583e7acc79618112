/** What the rest of Passerelle knows of one page: plain values, the same for guides and docfx docsets. */
import type { VariantGroup } from '#plugins/docfx/triple-colon/variants.ts'
import type { SocialImage } from '../site.ts'
import type { Process } from './process.ts'

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

/** Something that was published and was removed for good. */
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

/** A heading or step that was removed. */
export interface RemovedAnchor extends Removed {
  /** The id that it had. */
  id: string
}

/** What is shown at the address of a page that was removed. */
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
  /** The language of the text, where it is not that of the page. */
  lang?: string
  href?: string
}

/** One card of a hub page. */
export interface Card {
  /** Empty where the file names none. */
  title: string
  summary?: string
  /** Languages of title and summary, where they are not that of the page. */
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
  /** A line under the cards: links, and the words between them. */
  footer?: readonly CardLink[]
}

/** When somebody last made sure that something is right. Days are `YYYY-MM-DD`. */
export interface PageReview {
  date?: string
  /** Who answers for it, as the source page has it. */
  owner?: string
  /** When it is to be looked at again. */
  due?: string
}

/** The review of a step, which is another one than that of its page. */
export interface StepReview extends PageReview {
  id: string
}

/** What a machine has translated of a page, and nobody has confirmed. */
export interface MachinePart {
  blocks: number
  /** How many blocks of the page are translated. */
  of: number
  /** The words of those that are in its text. */
  passages: readonly string[]
}

/** What a page of any kind has, in one language. */
interface PageBase {
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
  /** Path in the project of the file that it was read from; only where the site says where files are edited. */
  file?: string
  /** Day of the last change, `YYYY-MM-DD`, from the page's own metadata. */
  updated?: string
  review?: PageReview
  machine?: MachinePart
  headings: readonly Heading[]
  /** It has videos of other sites, which have styles and a script of their own. */
  hasVideos?: true
  /** It has groups of tabs, for which it needs a script. */
  hasTabs?: true
  /** It has code blocks, which have styles and a script of their own. */
  hasCode?: true
  /** Old ids that lead to another place of the page, and those that lead to another page. */
  aliases?: readonly AnchorAlias[]
  movedAnchors?: readonly MovedAnchor[]
  /** Old ids of what was removed. */
  removedAnchors?: readonly RemovedAnchor[]
  /** What other sites show beside a link to it, if it has an image of its own. */
  socialImage?: SocialImage
  /** Every language in which the page really exists, its own included. */
  alternates: readonly Alternate[]
}

/** The phase of the docset that a guide page is about, and the service. */
export interface PhaseAndService {
  phase?: string
  service?: string
}

/** What a page with content may have that is a translation. */
export interface BilingualPart {
  /** Of a translation whose blocks are known: it can be read beside its original. */
  bilingual?: {
    /** Keys of the original’s blocks that it has not. */
    missing: readonly string[]
  }
}

/** What a docset of docfx says of the translation of a page. */
export interface TranslatedBy {
  /** Who translated the page, where the docset says so. */
  translation?: 'human' | 'machine'
}

/** A page written for Passerelle (`.mdx`). */
export interface GuidePage extends PageBase, PhaseAndService, BilingualPart {
  kind: 'guide'
  /** It has cards, badges and their kind, which have styles of their own. */
  hasParts?: true
  /** It has images that open at full size. */
  hasZoom?: true
  /** It has a table that readers can copy whole. */
  copies?: true
  /** It has a matrix made by hand, which has styles of its own. */
  hasMatrix?: true
  /** The image that its front matter names, a file of the docset in one language. */
  image?: { locale: string; path: string }
  /** Reviews of steps that have one of their own, each with the words of its step. */
  stepReviews?: readonly (StepReview & { title: string })[]
  /** Not published yet: whoever writes it sees it. */
  isDraft?: true
}

/** A page of a docfx docset (`.md`). */
export interface DocfxPage extends PageBase, TranslatedBy, BilingualPart {
  kind: 'docfx'
  /** It has forms such as `:::row`, which have styles of their own. */
  hasForms?: true
  /** It has images, which are dimmed on a dark page. */
  hasPictures?: true
  /** It has boxes, for which it needs a style sheet. */
  hasBoxes?: true
  /** What readers choose its zones by. */
  variants?: readonly VariantGroup[]
  /** The versions of a product that it is for. */
  appliesTo?: string
}

/** A page of cards from a docfx docset (`.yml`). */
export interface HubPage extends PageBase, TranslatedBy {
  kind: 'hub'
  summary?: string
  cards: readonly CardGroup[]
}

/** Takes the place of a page that other languages have, or that cannot be read. */
export interface MissingPage extends PageBase, PhaseAndService {
  kind: 'missing'
}

/** All that a template needs to draw one page in one language. */
export type Page = GuidePage | DocfxPage | HubPage | MissingPage

/** Whether the page has its original beside it on a page of its own, and what of that it lacks. */
export function bilingualPartOf(page: Page): BilingualPart['bilingual'] {
  return page.kind === 'guide' || page.kind === 'docfx' ? page.bilingual : undefined
}

/** Phase and service of a page; neither for a page of docfx. */
export function phaseAndServiceOf(page: Page): PhaseAndService {
  return page.kind === 'guide' || page.kind === 'missing' ? page : {}
}

/** An entry of a docset's navigation: a page, a link elsewhere, or only a heading over others. */
export interface NavigationItem {
  title: string
  /** The language of the title, where it is not that of the navigation. */
  lang?: string
  /** Path from the site's root without `base`, or an absolute URL for a page elsewhere. */
  href?: string
  /** For which versions of a product its page is, where it is not for all. */
  appliesTo?: string
  /** What else readers may call it: search finds the page by it. */
  keywords?: string
  /** Its branch is open on every page. */
  isExpanded?: true
  items: readonly NavigationItem[]
}

/** An old address and where it leads now. */
export interface Redirect {
  locale: string
  /** Path from the site's root without `base`, with a slash at both ends. */
  from: string
  /** Path from the site's root without `base`, or an absolute URL. */
  to: string
  /** What was on the page, and where each is now; an address with an anchor leads there. */
  anchors?: readonly MovedAnchor[]
  /** What was on the page and was removed. */
  removed?: readonly RemovedAnchor[]
}

/** A table of contents of a docset that has several. */
export interface PageToc {
  items: readonly NavigationItem[]
  /** Paths of the pages that show it. */
  pages: readonly string[]
}

/** What a docset has in one language besides pages, computed once for all of them. */
export interface DocsetContents {
  docset: string
  locale: string
  /** Its table of contents. */
  items: readonly NavigationItem[]
  /** Where it is made of several: each, in the order of `items`. */
  tocs?: readonly PageToc[]
  redirects: readonly Redirect[]
  /** Pages that were removed for good. */
  removed?: readonly RemovedPage[]
  /** What other sites show beside a link to one of its pages; none in development. */
  socialImage?: SocialImage
  /** For a docset with steps. */
  process?: Process
  /** What readers come to do, each with its path on the site, an anchor perhaps included. */
  tasks?: readonly { label: string; path: string }[]
}
