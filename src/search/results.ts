/**
 * Results as they are shown: a page with the best of its parts by heading, a step, or untranslated text of
 * a page.
 */
import {
  unmarkedExcerpt,
  type ExcerptPart,
  readExcerpt,
  splitHeading,
  excerptText,
} from './excerpt.ts'
import { stepWeight, typographic } from './indexed.ts'

/** The engine’s result for a page or a step; only what is used here. */
export interface EnginePage {
  url: string
  excerpt: string
  meta: Readonly<Record<string, string>>
  sub_results: readonly EnginePart[]
}

/** The part of a page from one heading to the next. */
export interface EnginePart {
  title: string
  url: string
  excerpt: string
  /** Missing on the part before the first heading. */
  anchor?: { element: string }
  weighted_locations: readonly { balanced_score: number; weight: number }[]
}

export interface PageResult {
  title: ExcerptPart[]
  url: string
  /** From the docset down: `FastTrack › Windows 10`; empty on a docset's first page. */
  place: string
  /** Empty when the parts say it all. */
  excerpt: ExcerptPart[]
  parts: PartResult[]
}

interface PartResult {
  heading: ExcerptPart[]
  url: string
  excerpt: ExcerptPart[]
}

/** A step by itself. */
interface StepResult {
  title: ExcerptPart[]
  url: string
  /** The guide and the page that it is in. */
  place: string
  /** Its number in its procedure. */
  number: string
  /** Their labels; a step without a phase has none. */
  phase: string
  parties: string
  excerpt: ExcerptPart[]
}

/** Words on a page that are not yet translated. */
interface UntranslatedResult {
  /** The heading above them. */
  title: ExcerptPart[]
  /** Its language, where the heading is not translated either. */
  titleLanguage?: string | undefined
  url: string
  place: string
  excerpt: ExcerptPart[]
  /** Of the excerpt. */
  language: string
}

export type SearchResult =
  | ({ kind: 'page' } & PageResult)
  | ({ kind: 'step' } & StepResult)
  | ({ kind: 'foreign' } & UntranslatedResult)

/** Work out what to show of an entry. */
export function readResult(entry: EnginePage): SearchResult {
  const { kind } = entry.meta
  if (kind === 'step') return { kind, ...readStep(entry) }
  if (kind === 'foreign') return { kind, ...readUntranslated(entry) }
  return { kind: 'page', ...readPageResult(entry) }
}

function readUntranslated({ url, excerpt, meta }: EnginePage): UntranslatedResult {
  const { heading, rest } = splitHeading(readExcerpt(excerpt), meta['title'] ?? url)
  return {
    title: heading,
    titleLanguage: meta['titleLang'],
    url,
    place: typographic(meta['place'] ?? ''),
    excerpt: rest,
    language: meta['lang'] ?? '',
  }
}

function readStep({ url, excerpt, meta }: EnginePage): StepResult {
  const text = (name: string) => typographic(meta[name] ?? '')
  const { heading, rest } = splitHeading(readExcerpt(excerpt), meta['title'] ?? url)
  return {
    title: heading,
    url,
    place: text('place'),
    number: text('number'),
    phase: text('phase'),
    parties: text('parties'),
    excerpt: rest,
  }
}

/**
 * Work out what to show of a page.
 *
 * Parts in which only steps have the words are left out: the steps are found by themselves.
 */
export function readPageResult(page: EnginePage, maxParts = 3): PageResult {
  const title = page.meta['title'] ?? page.url
  const start = page.sub_results.find(isStart)
  const parts = page.sub_results
    .filter((part) => !isStart(part) && !isOnlySteps(part))
    .toSorted((a, b) => weightOf(b) - weightOf(a))
    .slice(0, maxParts)
  // The match may be in the title or the place only; then the page's beginning is more useful.
  const excerpt = start?.excerpt ?? (parts.length ? '' : page.excerpt)
  const { heading, rest } = splitHeading(readExcerpt(excerpt), title)
  return {
    title: excerptText(heading) ? heading : unmarkedExcerpt(title),
    url: page.url,
    place: typographic(page.meta['breadcrumb'] ?? ''),
    excerpt: rest,
    parts: parts.map(readPart),
  }
}

function readPart({ title, url, excerpt }: EnginePart): PartResult {
  const { heading, rest } = splitHeading(readExcerpt(excerpt), title)
  return { heading, url, excerpt: rest }
}

function isStart({ anchor }: EnginePart): boolean {
  return !anchor || anchor.element === 'h1'
}

function isOnlySteps({ weighted_locations: places }: EnginePart): boolean {
  return places.length > 0 && places.every(({ weight }) => weight <= stepWeight)
}

function weightOf(part: EnginePart): number {
  return part.weighted_locations.reduce((sum, { balanced_score: score }) => sum + score, 0)
}
