/** Links to the machine-translated passages of a page: text fragments, because passages have no ids. */
import type { MachinePart } from '#src/docsets/page.ts'

/** Whether all of the page is machine-translated, or a part of it. */
export function machineShare({ blocks, of }: MachinePart): 'whole' | 'part' {
  return blocks === of ? 'whole' : 'part'
}

/** In characters. */
const longest = 80

/** The beginning of a passage, cut between words. */
export function excerptOf(passage: string): string {
  if (passage.length <= longest) return passage
  const cut = passage.slice(0, longest)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > longest / 2 ? end : longest)}…`
}

/**
 * A link to a passage of this page as a text fragment (https://wicg.github.io/scroll-to-text-fragment/). Browsers
 * without support do not scroll.
 */
export function passageLink(passage: string): string {
  const words = excerptOf(passage).replace(/…$/, '')
  // In a text fragment, `-` separates context.
  return `#:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`
}
