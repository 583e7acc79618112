/** Keys of blocks in a page’s HTML, by which blocks of two languages are paired. */
import { keyAttribute } from '#plugins/blocks.ts'
import type { SafeHtml } from '#plugins/safe-html.ts'

/** Its name in hast. */
export const keyProperty = 'dataPasserelleBlock'

/** A start tag as our serializers write it: values are in double quotes and contain none. */
const tags = /<[a-z][^\s/>]*(?:\s[^\s=>]+(?:="[^"]*")?)+/gi

/** An attribute in a start tag. */
const attributes = /(\s)([^\s=>]+)(="[^"]*")?/g

/**
 * Remove the keys: only the bilingual view needs them, and other pages should not contain their bytes. Only tags are
 * searched: the same characters in text are no attribute, and removing from there to the next quote would turn an
 * attribute’s value into markup.
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
