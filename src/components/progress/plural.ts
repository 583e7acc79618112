/** A text in the plural forms of its language; templates and scripts use it alike. */

/** By the categories of `Intl.PluralRules`. */
export type Forms = Readonly<Record<string, string>>

/** The forms of a key: `key.one`, `key.other` and what else the strings have of the language. */
export function formsOf(strings: Readonly<Record<string, string>>, key: string): Forms {
  const categories = ['zero', 'one', 'two', 'few', 'many', 'other']
  return Object.fromEntries(
    categories.flatMap((category) => {
      const text = strings[`${key}.${category}`]
      return text === undefined ? [] : [[category, text]]
    }),
  )
}

/** The form that `language` has for `count`, its `{places}` filled in. */
export function inForm(
  forms: Forms,
  language: string,
  count: number,
  values: Readonly<Record<string, string | number>> = { count },
): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms['other'] ?? ''
  return fillIn(form, values)
}

/** In scripts, the language that the interface speaks on this page: `<body>` says where it is not the content’s. */
export function pageLanguage(): string {
  return document.body.lang || document.documentElement.lang
}

/** The same in scripts, in the interface language of the page. `forms` is JSON, as an attribute holds it. */
export function pluralText(
  forms: string,
  count: number,
  values?: Readonly<Record<string, string | number>>,
): string {
  return inForm(JSON.parse(forms) as Forms, pageLanguage(), count, values)
}

/** Put values into the `{places}` of a text. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}
