/** The passages of an entry that are shown: its own, and one for each of its parts by heading. */
import type { EnginePage, EnginePart } from './results.ts'

/** An entry as the index has it. */
export interface Fragment {
  url: string
  /** Its words, as the index counts them. */
  content: string
  meta: Readonly<Record<string, string>>
  anchors: readonly Anchor[]
}

/** An element of a page that has an id. */
export interface Anchor {
  element: string
  id: string
  text: string
  /** A name that was given to it. */
  title?: string
  /** The number of its first word. */
  location: number
}

/** A word that was found: its number in the entry, and what it counts. */
export interface FoundWord {
  location: number
  weight: number
  balanced_score: number
}

/** Words of an entry from one to before another. */
interface Range {
  from: number
  to: number
}

/** How many words are shown of a passage. */
const length = 28

/**
 * What is shown of an entry in which words were found.
 *
 * @param url - Its address, `base` included.
 */
export function passagesOf(
  { content, meta, anchors }: Fragment,
  url: string,
  found: readonly FoundWord[],
): EnginePage {
  // Languages without spaces have marks between their words, which nobody sees.
  const separator = content.includes('\u200B') ? '\u200B' : ' '
  const words = content
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .split(separator === ' ' ? /[^\S\uFEFF]+/ : separator)
  const passage = (range: Range, places: readonly FoundWord[]) =>
    passageOf(words, separator.trim() ? '' : ' ', range, places)
  return {
    url,
    meta,
    excerpt: passage({ from: 0, to: words.length }, found),
    sub_results: partsOf(anchors, found, words.length).map(({ anchor, range, places }) => ({
      ...partOf(anchor, url, meta['title']),
      excerpt: passage(range, places),
      weighted_locations: places,
    })),
  }
}

function partOf(
  anchor: Anchor | undefined,
  url: string,
  title = url,
): Pick<EnginePart, 'title' | 'url' | 'anchor'> {
  if (!anchor) return { title, url }
  const address = new URL(url, 'https://site.example')
  address.hash = anchor.id
  return {
    title: anchor.title ?? anchor.text,
    url: address.href.slice(address.origin.length),
    anchor,
  }
}

/** The words that were found by the heading that they stand under, in the order of the page. */
function partsOf(anchors: readonly Anchor[], found: readonly FoundWord[], end: number) {
  const headings = anchors
    .filter(({ element, text, title }) => title?.trim() || (/^h\d$/i.test(element) && text.trim()))
    .toSorted((a, b) => a.location - b.location)
  const starts: (Anchor | undefined)[] = [undefined, ...headings]
  return starts.flatMap((anchor, index) => {
    const range = { from: anchor?.location ?? 0, to: starts[index + 1]?.location ?? end }
    const places = found.filter(({ location }) => location >= range.from && location < range.to)
    return places.length ? [{ anchor, range, places }] : []
  })
}

/** The densest passage of a range, its words marked, with an ellipsis where the range goes on. */
function passageOf(
  words: readonly string[],
  joiner: string,
  { from, to }: Range,
  places: readonly FoundWord[],
): string {
  const start = Math.max(from, Math.min(densestStart(places, from), to - length))
  const stop = Math.min(start + length, to)
  const marked = new Set(places.map(({ location }) => location))
  const text = words
    .slice(start, stop)
    .map((word, index) => (marked.has(start + index) ? `<mark>${word}</mark>` : word))
    .join(joiner)
    .trim()
  return [start > from ? `…${joiner}` : '', text, stop < to ? `${joiner}…` : ''].join('')
}

/** Where the passage begins whose words count most; in the middle of several that count the same. */
function densestStart(places: readonly FoundWord[], from: number): number {
  const scores: number[] = []
  for (const { location, balanced_score: score } of places) {
    scores[location - from] = (scores[location - from] ?? 0) + score
  }
  if (scores.length <= length) return from
  let sum = scores.slice(0, length).reduce((all, score) => all + score, 0)
  let best = { sum, first: 0, last: 0 }
  for (let start = 1; start < scores.length; start++) {
    sum += (scores[start + length - 1] ?? 0) - (scores[start - 1] ?? 0)
    if (sum > best.sum) best = { sum, first: start, last: start }
    else if (sum === best.sum && best.last === start - 1) best.last = start
  }
  return from + Math.floor((best.first + best.last) / 2)
}
