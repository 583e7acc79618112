/** The support cards of a docset as JSON. */
import { contents } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import { type CardProps, cardPaths, cardsOf } from '#src/components/support-card/cards-file.ts'

export function getStaticPaths() {
  return cardPaths(site, contents)
}

export function GET({ props: { id, all } }: { props: CardProps }): Response {
  return Response.json({ version: 1, docset: id, cards: cardsOf(site, id, all) })
}
