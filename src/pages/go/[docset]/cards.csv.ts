/** The support cards of a docset as a table. */
import { contents } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import {
  type CardProps,
  cardPaths,
  cardsCsv,
  cardsOf,
} from '#src/components/support-card/cards-file.ts'

export function getStaticPaths() {
  return cardPaths(site, contents)
}

export function GET({ props: { id, all } }: { props: CardProps }): Response {
  return new Response(cardsCsv(cardsOf(site, id, all)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  })
}
