/** Keys of blocks in a page’s HTML: which of two languages belong together. */
import { keyAttribute } from '#plugins/blocks.ts'

/** The name that trees have for it. */
export const keyProperty = 'dataPasserelleBlock'

const attribute = new RegExp(` ${keyAttribute}="[^"]*"`, 'g')

/** Only the page that shows both languages needs them: no other reader should wait for them. */
export function withoutKeys(html: string): string {
  return html.replace(attribute, '')
}
