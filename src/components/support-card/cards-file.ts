/** The support cards of a docset, for macros of ticket systems: `/go/<docset>/cards.json` and `cards.csv`. */
import { labelIn } from '#src/components/process/process.ts'
import { csvOf } from '#src/components/responsibility-matrix/csv.ts'
import type { LocaleProcess } from '#src/components/steps-data/steps-data.ts'
import type { DocsetContents } from '#src/docsets/page.ts'
import { localeOf } from '#src/i18n/locales.ts'
import { absolute, goLinkPath } from '#src/i18n/paths.ts'
import type { Site } from '#src/site.ts'
import { type SupportCard, supportCard, textAfterTitle } from './support-card.ts'

/** The input of a docset’s files. */
export interface CardProps {
  id: string
  all: readonly LocaleProcess[]
}

/** A card with the step that it is for. */
interface StepCard extends SupportCard {
  id: string
  language: string
  /** The go link, which is the same in all languages. */
  link: string
}

/** One path for each docset with steps. */
export function cardPaths(
  { docsets }: Pick<Site, 'docsets'>,
  contents: readonly DocsetContents[],
): { params: { docset: string }; props: CardProps }[] {
  return docsets.flatMap(({ id }) => {
    const all = contents
      .filter(({ docset }) => docset === id)
      .flatMap(({ locale, process }) => (process?.steps.length ? [{ locale, process }] : []))
    return all.length ? [{ params: { docset: id }, props: { id, all } }] : []
  })
}

/** A card for each step in each language in which it is translated, in the order of the steps. */
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
        text: textAfterTitle(title, text),
        result,
        parties: parties.map((party) => labelIn(process.parties, party)),
        address: link,
      }
      return [{ id, language: tag, link, ...supportCard(step, strings) }]
    })
  })
}

/** One row for each card, without the Adaptive Cards, which only the JSON has. */
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
