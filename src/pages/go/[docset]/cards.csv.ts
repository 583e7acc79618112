import { contents } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import type { LocaleProcess } from '#src/components/steps-data/steps-data.ts'
import { cardPaths, cardsCsv, cardsOf } from '#src/components/support-card/cards-file.ts'

export function getStaticPaths() {
  return cardPaths(site, contents)
}

export function GET({
  props: { id, all },
}: {
  props: { id: string; all: readonly LocaleProcess[] }
}): Response {
  return new Response(cardsCsv(cardsOf(site, id, all)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  })
}
