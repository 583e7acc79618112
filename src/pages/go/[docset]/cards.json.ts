import { contents } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import type { LocaleProcess } from '#src/components/steps-data/steps-data.ts'
import { cardPaths, cardsOf } from '#src/components/support-card/cards-file.ts'

export function getStaticPaths() {
  return cardPaths(site, contents)
}

export function GET({
  props: { id, all },
}: {
  props: { id: string; all: readonly LocaleProcess[] }
}): Response {
  return Response.json({ version: 1, docset: id, cards: cardsOf(site, id, all) })
}
