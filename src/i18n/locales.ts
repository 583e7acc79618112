/** Languages as a reader meets them: their names, their lists, their dates. */
import { tellingTag } from './nearest.ts'
import type { Site, SiteLocale } from '#src/site.ts'

/** Find a language of the site by its tag or by the first segment of its addresses. */
export function localeOf(site: Pick<Site, 'locales'>, tagOrPath: string): SiteLocale {
  const match = site.locales.find(({ tag, path }) => tag === tagOrPath || path === tagOrPath)
  if (match) return match
  const known = site.locales.map(({ tag }) => tag).join('`, `')
  throw new Error(`Unexpected locale \`${tagOrPath}\`, expected one of \`${known}\``)
}

/**
 * The `lang` of content among words of the interface; undefined where both speak the same language.
 *
 * A language without strings of its own has an interface in another one (`SiteLocale.ui`), which the whole
 * `<body>` declares.
 */
export function contentLang({ tag, ui }: Pick<SiteLocale, 'tag' | 'ui'>): string | undefined {
  return ui === tag ? undefined : tag
}

/** The `dir` of content among words of the interface; undefined where both are written the same way. */
export function contentDirection({
  direction,
  uiDirection,
}: Pick<SiteLocale, 'direction' | 'uiDirection'>): 'ltr' | 'rtl' | undefined {
  return direction === uiDirection ? undefined : direction
}

/**
 * The name of a language as a sentence in another language needs it: `anglais` in « en anglais ».
 *
 * The region is only named when the site has the language twice.
 */
export function languageName(site: Pick<Site, 'locales'>, tag: string, speaker: string): string {
  const names = displayNames.get(speaker) ?? new Intl.DisplayNames([speaker], { type: 'language' })
  displayNames.set(speaker, names)
  return (
    names.of(
      tellingTag(
        tag,
        site.locales.map((locale) => locale.tag),
      ),
    ) ?? tag
  )
}

/** Kept by language: each page asks, and making one takes a third of a millisecond. */
const displayNames = new Map<string, Intl.DisplayNames>()
const bases = new Map<string, string>()

/** Several languages in a sentence: `English and French`, `français ou anglais`. */
export function languageList(
  site: Pick<Site, 'locales'>,
  tags: readonly string[],
  speaker: string,
): string {
  const names = tags.map((tag) => languageName(site, tag, speaker))
  return new Intl.ListFormat(speaker, { type: 'conjunction' }).format(names)
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** Write a `YYYY-MM-DD` day in words; the day does not depend on where the build runs. */
export function longDate(day: string, speaker: string): string {
  // Making a format takes longer than all of a page that shows a day.
  const format =
    dayFormats.get(speaker) ??
    new Intl.DateTimeFormat(speaker, { dateStyle: 'long', timeZone: 'UTC' })
  dayFormats.set(speaker, format)
  const parts = format.formatToParts(new Date(`${day}T00:00:00Z`))
  // French counts the first of a month as such, which Intl does not know.
  const isFirst = ({ type, value }: Intl.DateTimeFormatPart) =>
    baseOf(speaker) === 'fr' && type === 'day' && value === '1'
  return parts.map((part) => (isFirst(part) ? '1er' : part.value)).join('')
}

function baseOf(tag: string): string {
  const base = bases.get(tag) ?? new Intl.Locale(tag).language
  bases.set(tag, base)
  return base
}
