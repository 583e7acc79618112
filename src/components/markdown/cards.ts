/** The cards of a hub as headings and lists of links. */
import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import type { Card, CardGroup, CardLink, HubPage } from '#src/docsets/page.ts'
import { href } from '#src/i18n/paths.ts'
import type { Site } from '#src/site.ts'
import { heading, link, paragraphOf, text } from './nodes.ts'

export function cardsMarkdown({ summary, cards }: HubPage, site: Site): RootContent[] {
  return [
    ...(summary ? [paragraphOf([text(summary)])] : []),
    ...cards.flatMap((group) => groupOf(group, site)),
  ]
}

function groupOf({ title, summary, cards, footer }: CardGroup, site: Site): RootContent[] {
  return [
    ...(title ? [heading(2, [text(title)])] : []),
    ...(summary ? [paragraphOf([text(summary)])] : []),
    ...cards.flatMap((card) => cardOf(card, title ? 3 : 2, site)),
    ...(footer?.length ? [paragraphOf(footer.map((one) => linkOf(one, site)))] : []),
  ]
}

/** A card that is one link has it in its heading, as on the page. */
function cardOf({ title, summary, links }: Card, depth: 2 | 3, site: Site): RootContent[] {
  const [only] = links
  const whole = links.length === 1 && only?.text === title ? only : undefined
  const items = (whole ? [] : links).map((one): ListItem => ({
    type: 'listItem',
    children: [paragraphOf([linkOf(one, site)])],
  }))
  return [
    ...(title ? [heading(depth, [whole ? linkOf(whole, site) : text(title)])] : []),
    ...(summary ? [paragraphOf([text(summary)])] : []),
    ...(items.length ? [{ type: 'list' as const, spread: false, children: items }] : []),
  ]
}

function linkOf({ text: title, href: to }: CardLink, site: Site): PhrasingContent {
  return to ? link(href(site, to), title) : text(title)
}
