/** Keys of blocks in a page’s HTML: which of two languages belong together. */
import { keyAttribute } from '#plugins/blocks.ts'
import type { SafeHtml } from '#plugins/safe-html.ts'

/** The name that trees have for it. */
export const keyProperty = 'dataPasserelleBlock'

/** A start tag as our serializers write it: values are in double quotes and contain none. */
const tags = /<[a-z][^\s/>]*(?:\s[^\s=>]+(?:="[^"]*")?)+/gi

/** One attribute of it. */
const attributes = /(\s)([^\s=>]+)(="[^"]*")?/g

/**
 * Only the page that shows both languages needs them: no other reader should wait for them.
 *
 * Attributes are looked for in tags only: the same characters in a text are words, and cutting from
 * there to the next quote would turn an attribute's value into markup.
 */
export function withoutKeys(html: SafeHtml): SafeHtml {
  return html.replace(tags, (tag) =>
    tag.includes(keyAttribute)
      ? tag.replace(attributes, (attribute, _space, name) =>
          name === keyAttribute ? '' : attribute,
        )
      : tag,
  ) as SafeHtml
}
