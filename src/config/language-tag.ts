/** Whether a text is a BCP 47 tag in its usual case: `fr-FR`, not `fr-fr`. */
export function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text
  } catch {
    return false
  }
}
