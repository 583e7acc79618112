/** The support cards of a docset, for macros of ticket systems: `/go/<docset>/cards.json` and `cards.csv`. */
import { labelIn } from '#src/components/process/process.ts'
import { csvOf } from '#src/components/responsibility-matrix/csv.ts'
import type { LocaleProcess } from '#src/components/steps-data/steps-data.ts'
import type { DocsetContents } from '#src/docsets/page.ts'
import { localeOf } from '#src/i18n/locales.ts'
import { absolute, goLinkPath } from '#src/i18n/paths.ts'
import type { Site } from '#src/site.ts'
import { type SupportCard, supportCard, textBehind } from './support-card.ts'

interface StepCard extends SupportCard {
  id: string
  language: string
  /** The address that is the same in all languages. */
  link: string
}

/** The docsets that have steps, for the addresses of these files. */
export function cardPaths({ docsets }: Pick<Site, 'docsets'>, contents: readonly DocsetContents[]) {
  return docsets.flatMap(({ id }) => {
    const all = contents
      .filter(({ docset }) => docset === id)
      .flatMap(({ locale, process }) => (process?.steps.length ? [{ locale, process }] : []))
    return all.length ? [{ params: { docset: id }, props: { id, all } }] : []
  })
}

/** A card for each step in each language that has its words, in the order of the steps. */
export function cardsOf(site: Site, docset: string, all: readonly LocaleProcess[]): StepCard[] {
  return all.flatMap(({ locale: tag, process }) => {
    const { strings } = localeOf(site, tag)
    return process.steps.flatMap(({ id, number, title, text, result, parties, page, lang }) => {
      if (lang) return []
      const link = absolute(site, goLinkPath(`${docset}/${id}`))
      const step = {
        language: tag,
        page,
        number,
        title,
        text: textBehind(title, text),
        result,
        parties: parties.map((party) => labelIn(process.parties, party)),
        address: link,
      }
      return [{ id, language: tag, link, ...supportCard(step, strings) }]
    })
  })
}

/** One line a card; the JSON has the Adaptive Cards. */
export function cardsCsv(cards: readonly StepCard[]): string {
  const rows = cards.map(({ id, language, title, plain, html, link }) => [
    id,
    language,
    title,
    plain,
    html,
    link,
  ])
  return csvOf([['id', 'language', 'title', 'plain', 'html', 'link'], ...rows], ',')
}
