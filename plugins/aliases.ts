/**
 * Let old ids of a page lead to what they named: an empty mark at the beginning of that element.
 *
 * Which ids a page had once is known when all pages are read, so the marks are put into finished HTML.
 */
import type { Element } from 'hast'
import { element } from './element.ts'
import { type SafeHtml, cutHtml, htmlOf, joinHtml } from './safe-html.ts'

/** An old id, and the one that its element has now. */
interface Alias {
  id: string
  to: string
}

/** A start tag as our serializers write it: values stand in double quotes and hold none. */
const startTag = /(<[a-z][^\s/>]*(?:\s[^\s=>]+(?:="[^"]*")?)*>)/gi

/** The attributes of one. */
const attributes = /\s[^\s=>]+(?:="[^"]*")?/g

/** HTML of our own serializers with the marks in it. */
export function withAliases(html: SafeHtml, aliases: readonly Alias[]): SafeHtml {
  const marks = Map.groupBy(
    aliases.filter(({ to }) => to !== ''),
    ({ to }) => idAttribute(to),
  )
  if (marks.size === 0) return html
  // Every second piece is a tag.
  const pieces = cutHtml(html, startTag)
  return joinHtml(
    pieces.flatMap((piece, index) => {
      const own = index % 2 ? (piece.match(attributes) ?? []) : []
      const old = own.flatMap((attribute) => marks.get(attribute) ?? [])
      return [piece, ...old.map(({ id }) => htmlOf(mark({ className: ['alias'], id })))]
    }),
  )
}

/** As it stands in a tag. */
function idAttribute(id: string): string {
  const [attribute = ''] = htmlOf(mark({ id })).match(attributes) ?? []
  return attribute
}

function mark(properties: Element['properties']): Element {
  return element('span', properties, [])
}
