/**
 * Give a block of code the name of its file: `title="…"` after its language.
 *
 * A name is the same in every language, so it is no text for translators.
 *
 * @example
 *   ```json title="content/ui/en.json"
 *   { "guide.phase.assess": "Assess" }
 *   ```
 */
import type { Element } from 'hast'
import type { Code } from 'mdast'
import { type Options, defaultHandlers } from 'remark-rehype'

type Handlers = NonNullable<Options['handlers']>

/** For remark-rehype; code without a title is drawn as ever. */
export function titledCode(): Pick<Handlers, 'code'> {
  return {
    code(state, node: Code): Element {
      const block = defaultHandlers.code(state, node)
      const title = /(?:^|\s)title="([^"]+)"/.exec(node.meta ?? '')?.[1]
      if (title === undefined) return block
      const name: Element = {
        type: 'element',
        tagName: 'code',
        properties: {},
        children: [{ type: 'text', value: title }],
      }
      const caption: Element = {
        type: 'element',
        tagName: 'figcaption',
        properties: {},
        children: [name],
      }
      const properties = { className: ['code-file'] }
      // Search would take the name and the first word for one.
      const children = [caption, { type: 'text' as const, value: '\n' }, block]
      return { type: 'element', tagName: 'figure', properties, children }
    },
  }
}
