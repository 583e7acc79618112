/** Names of folders and options that are languages. */

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/**
 * Codes of three letters that translated sites use. Others are not accepted, because most words of three letters,
 * such as `src`, are a code.
 */
const threeLetters = new Set(['ast', 'ckb', 'fil', 'haw', 'hsb', 'kab', 'yue'])

/** A language tag in its usual case: `pt-br` → `pt-BR`; undefined if it is not a language. */
export function languageOfFolder(name: string): string | undefined {
  const isLong = /^[a-z]{3}$/i.test(name) && !threeLetters.has(name.toLowerCase())
  return isLong ? undefined : canonicalLanguage(name)
}

/** The same for a value that the user gives as a language, with any code of three letters. */
export function canonicalLanguage(name: string): string | undefined {
  if (!/^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(name)) return undefined
  try {
    const [tag = ''] = Intl.getCanonicalLocales(name.replaceAll('_', '-'))
    return names.of(tag) === undefined ? undefined : tag
  } catch {
    return undefined
  }
}

/** The value of an option in a configuration that is not run: `lang: 'en'`, `language = "en"`. */
export function optionIn(config: string, name: string): string | undefined {
  const pattern = new RegExp(
    String.raw`(?<![\w.-])['"]?${name}['"]?[ \t]*[:=][ \t]*['"]([^'"\n]+)['"]`,
  )
  return pattern.exec(config)?.[1] ?? plain(config, name)
}

/** YAML needs no quotes. */
function plain(config: string, name: string): string | undefined {
  return new RegExp(String.raw`^[ \t]*${name}:[ \t]*([\w./-]+)[ \t]*$`, 'm').exec(config)?.[1]
}

/** Whether a configuration has a language as a key or a string: `fr: {`, `'fr'`, `[languages.fr]`. */
export function isNamed(config: string, name: string): boolean {
  const escaped = name.replaceAll('-', String.raw`\-`)
  return new RegExp(
    String.raw`(?<![\w-])(?:['"]${escaped}['"]|${escaped}['"]?[ \t]*:|languages\.${escaped}\])`,
    'i',
  ).test(config)
}
