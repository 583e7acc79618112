/** The cards of docsets on the home page. */
import type { Site, SiteLocale } from '#src/site.ts'
import { docsetKey, type DocsetView } from './docset-view.ts'
import { groupLabel } from './guides/names.ts'
import type { Page } from './page.ts'

/** A docset on the home page. */
export interface DocsetCard {
  /** The docset’s id, if it has steps that readers can tick. */
  stepsOf?: string
  title: string
  description: string
  path: string
  /** The language of its text, where it is not that of the home page. */
  lang?: string
  /** The languages that have it, if this one does not. */
  elsewhere: readonly string[]
  /** Tasks and their links; none if the docset is in another language. */
  tasks: readonly { label: string; path: string }[]
  /** The id of its group; absent for the first docsets, which have none. */
  group?: string
}

/** A group of docsets on the home page. */
export interface DocsetCardGroup {
  /** Absent for docsets without a group. */
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

/** The cards in groups: those without a group first, then each group in the order of its first card. */
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
