/** HTML that may go into a page as it is. */
import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'

declare const safe: unique symbol

/**
 * Markup without anything that could run. Only functions that make such markup return this type, so
 * the type checker refuses a plain string, such as a title, where markup is expected. A lint rule
 * allows the cast in the files that make it.
 */
export type SafeHtml = string & { readonly [safe]: true }

/** The HTML of nodes that were sanitized (`docfx/html.ts`, `guide/jsx.ts`) or made by our own code. */
export function htmlOf(nodes: Parameters<typeof toHtml>[0]): SafeHtml {
  return toHtml(nodes) as SafeHtml
}

/** The two tags of an element that has an end tag. */
export function tagsOf(element: Element): [start: SafeHtml, end: SafeHtml] {
  const end = `</${element.tagName}>`
  const empty = toHtml({ ...element, children: [] })
  return [empty.slice(0, -end.length) as SafeHtml, end as SafeHtml]
}

/** Pieces of markup one behind the other. */
export function joinHtml(pieces: readonly SafeHtml[]): SafeHtml {
  return pieces.join('') as SafeHtml
}

/** Pieces that `joinHtml` makes the same markup of. */
export function cutHtml(html: SafeHtml, at: RegExp): SafeHtml[] {
  return html.split(at) as SafeHtml[]
}
