/** Which languages are one for a reader: `de-AT` and `de`, but not `zh-Hans` and `zh-Hant`. */

const spoken = new Map<string, string>()

/** A language and its script, without a region: what its readers have in common. */
function spokenLanguage(tag: string): string {
  const known = spoken.get(tag)
  if (known) return known
  const { language, script } = new Intl.Locale(tag).maximize()
  // What is written in Norway is Bokmål, whichever of its two tags it has.
  const made = `${language === 'nb' ? 'no' : language}-${script ?? ''}`
  spoken.set(tag, made)
  return made
}

/** Whether readers of one read the other as their own. */
export function isSpokenAlike(one: string, other: string): boolean {
  return spokenLanguage(one) === spokenLanguage(other)
}

/**
 * The tag that distinguishes a language from the others of its site: `en` where it is alone, `zh-Hant` where only
 * scripts differ, else with its region.
 */
export function tellingTag(tag: string, tags: readonly string[]): string {
  const { language, script } = new Intl.Locale(tag).maximize()
  const twins = tags.filter((other) => new Intl.Locale(other).language === language)
  if (twins.length < 2) return language
  const scripts = new Set(twins.map(spokenLanguage))
  return scripts.size === twins.length ? `${language}-${script ?? ''}` : tag
}
