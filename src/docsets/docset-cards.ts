/** The cards of docsets on the home page. */
import type { Site, SiteLocale } from '#src/site.ts'
import { docsetKey, type DocsetView } from './docset-view.ts'
import { groupLabel } from './guides/names.ts'
import type { Page } from './page.ts'

/** A docset on the home page. */
export interface DocsetCard {
  /** The docset’s id, where it has steps that readers tick. */
  stepsOf?: string
  title: string
  description: string
  path: string
  /** The language of its text, where it is not that of the home page. */
  lang?: string
  /** The languages that have it, if this one does not. */
  elsewhere: readonly string[]
  /** What readers come to do, and where; none where the docset is in another language. */
  tasks: readonly { label: string; path: string }[]
  /** The group that it stands in; none where it stands with the first. */
  group?: string
}

/** Docsets that stand together on the home page. */
export interface DocsetCardGroup {
  /** None over those that belong to no group. */
  title?: string
  cards: readonly DocsetCard[]
}

/** The cards of the home page in one language. */
export function docsetCards(
  site: Site,
  locale: SiteLocale,
  pages: readonly Page[],
  docsets: ReadonlyMap<string, DocsetView>,
): DocsetCard[] {
  return site.docsets.flatMap(({ id, sourceLocale, group }) => {
    const real = pages.filter(
      ({ docset, kind, locale: location, contentLocale }) =>
        docset === id && kind !== 'missing' && location === contentLocale,
    )
    const languages = site.locales.filter(({ tag }) => real.some((page) => page.locale === tag))
    const here = languages.some(({ tag }) => tag === locale.tag)
    const shown = here
      ? locale.tag
      : (languages.find(({ tag }) => tag === sourceLocale)?.tag ?? languages[0]?.tag)
    const docset = shown && docsets.get(docsetKey(id, shown))
    if (!docset) return []
    const home = real.find((page) => page.path === docset.path)
    return {
      ...(here && docset.process?.steps.length && { stepsOf: id }),
      title: docset.title,
      description: home?.description || (home?.kind === 'hub' && home.summary) || '',
      path: docset.path,
      ...(shown !== locale.tag && { lang: shown }),
      elsewhere: here ? [] : languages.map(({ tag }) => tag),
      tasks: here ? docset.tasks : [],
      ...(group && { group }),
    }
  })
}

/** The cards as the home page groups them: those of no group first, then each group where its first card is. */
export function groupCards(
  cards: readonly DocsetCard[],
  locale: Pick<SiteLocale, 'strings'>,
): DocsetCardGroup[] {
  const byGroup = Map.groupBy(cards, ({ group }) => group)
  const ungrouped = byGroup.get(undefined)
  const groups = [...byGroup].flatMap(([group, own]) =>
    group === undefined ? [] : [{ title: groupLabel(group, locale), cards: own }],
  )
  return [...(ungrouped ? [{ cards: ungrouped }] : []), ...groups]
}
