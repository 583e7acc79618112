/** What a page says of a machine’s work in it, with links to passages by their words: they have no ids. */
import type { MachinePart } from '#src/docsets/page.ts'

/** Whether a machine translated all that is translated of a page. */
export function machineShare({ blocks, of }: MachinePart): 'whole' | 'part' {
  return blocks === of ? 'whole' : 'part'
}

const longest = 80

/** The beginning of a passage, up to a whole word. */
export function excerptOf(passage: string): string {
  if (passage.length <= longest) return passage
  const cut = passage.slice(0, longest)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > longest / 2 ? end : longest)}…`
}

/**
 * The address of a passage on its page, as a text fragment (https://wicg.github.io/scroll-to-text-fragment/); browsers
 * that know none stay where they are.
 */
export function passageLink(passage: string): string {
  const words = excerptOf(passage).replace(/…$/, '')
  // A `-` is part of the form of a fragment.
  return `#:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`
}
