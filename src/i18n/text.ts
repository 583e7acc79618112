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
      Object.hasOwn(values, name) ? isolated(String(values[name]), text) : place,
    )
  }
}

/**
 * A text of the site's configuration in one language, with its `lang` among words of the interface. A language that it
 * lacks is shown it in the first that it has.
 */
export function localText(
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

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
// A literal, for bundlers know that it does nothing by itself: scripts that speak no words leave it out.
const leftToRight =
  /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}])\p{L}/u

/**
 * Words between marks that Unicode has for text of the other direction: without them the brackets of an
 * English title in an Arabic sentence change places. A text that has no words of its own needs none.
 */
function isolated(value: string, text: string): string {
  const words = text.replaceAll(/\{\w+\}/g, '')
  const other = rightToLeft.test(words) ? leftToRight : rightToLeft
  return /\p{L}/u.test(words) && other.test(value) ? `\u2068${value}\u2069` : value
}
