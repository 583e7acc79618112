import type { SiteLocale } from '#src/site.ts'
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
