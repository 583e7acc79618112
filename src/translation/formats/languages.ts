/** Whether the language that a file names is one of the site’s. */

/**
 * `exact` where both tags are the same, `near` where one leaves open what the other has: `fr` and `fr-FR`,
 * `zh-Hans` and `zh-CN`. Undefined for another language, script or region, and for what is no tag.
 *
 * After RFC 4647 (lookup), with the script that CLDR takes for granted: a file in `zh-Hant` is not for `zh-CN`.
 */
export function matchLanguage(given: string, known: string): 'exact' | 'near' | undefined {
  const [locale, other] = [localeOf(given), localeOf(known)]
  if (!locale || !other) return undefined
  if (locale.toString() === other.toString()) return 'exact'
  const [long, wide] = [locale.maximize(), other.maximize()]
  const isSame = long.language === wide.language && long.script === wide.script
  const isOtherRegion = locale.region && other.region && locale.region !== other.region
  return isSame && !isOtherRegion ? 'near' : undefined
}

/** The same, where only the language itself counts: tools write `en-US` whatever English a source is in. */
export function isSameLanguage(given: string, known: string): boolean {
  const [locale, other] = [localeOf(given)?.maximize(), localeOf(known)?.maximize()]
  return (
    locale !== undefined && locale.language === other?.language && locale.script === other.script
  )
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.trim().replaceAll('_', '-'))
  } catch {
    return undefined
  }
}
