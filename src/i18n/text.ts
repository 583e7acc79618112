import type { LocalizedText } from '#src/config/theme-options.ts'
import type { Site, SiteLocale } from '#src/site.ts'
import { contentLang } from './locales.ts'
import type en from './strings/en.json'

/** Every key of the interface strings; the English file is the list. */
export type TextKey = keyof typeof en

/** Give the text of a key, its `{places}` filled in. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string>>) => string

/**
 * Make the function that speaks one language of the site.
 *
 * A key without a text gives the key itself: ugly, but it shows on the page which one is missing.
 *
 * @example
 *   const t = translator(locale)
 *   t('page.updated', { date: '1 July 2020' })
 */
export function translator(locale: Pick<SiteLocale, 'strings'>): Translate {
  return (key, values) => {
    const text = locale.strings[key] ?? key
    if (!values) return text
    return text.replace(/\{(\w+)\}/g, (place, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : place,
    )
  }
}

/**
 * A text of the site's configuration in one language, with its `lang` among words of the interface. A language that it
 * lacks is shown it in the first that it has.
 */
export function textIn(
  text: LocalizedText,
  locale: Pick<SiteLocale, 'tag' | 'ui'>,
  { locales }: Pick<Site, 'locales'>,
): { text: string; lang?: string } {
  if (typeof text === 'string') return { text }
  const tag = [locale.tag, ...locales.map((other) => other.tag)].find((own) => text[own])
  if (tag === undefined) return { text: '' }
  const lang = tag === locale.tag ? contentLang(locale) : tag
  return { text: text[tag] ?? '', ...(lang && { lang }) }
}
