/** Escaping of HTML and XML, for modules that are not Astro templates. */
import type { SafeHtml } from '#plugins/safe-html.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeMarkup(text: string): SafeHtml {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character) as SafeHtml
}

/**
 * A template tag for markup. Its parts are markup themselves; text goes through `escapeMarkup`.
 *
 * @example
 *   markup`<b>${escapeMarkup(title)}</b>`
 */
export function markup(
  { raw }: TemplateStringsArray,
  ...parts: readonly (SafeHtml | readonly SafeHtml[])[]
): SafeHtml {
  let html = raw[0] ?? ''
  for (const [index, part] of parts.entries()) {
    html += (typeof part === 'string' ? part : part.join('')) + (raw[index + 1] ?? '')
  }
  return html as SafeHtml
}
