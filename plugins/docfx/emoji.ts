/**
 * Show `:smile:` as its sign, by the names that GitHub and Markdig have.
 *
 * White space is before and after a name (Markdig: `EmojiParser`), so that `9:00:30` and `a:b:c` are text. The names are
 * loaded only for a page that may have one.
 */
import type { Parents, Root, Text } from 'mdast'
import { visit } from '../visit.ts'

const names = /(?<=^|\s):([a-z\d_+-]+):(?=\s|$)/gi

export default function remarkEmoji() {
  return async (tree: Root): Promise<undefined> => {
    const texts: Text[] = []
    visit(tree, 'text', (node, index, parent) => {
      if (parent && names.test(node.value) && isApart(node, index ?? 0, parent)) texts.push(node)
      names.lastIndex = 0
    })
    if (texts.length === 0) return undefined
    const { nameToEmoji } = await import('gemoji')
    for (const text of texts) {
      text.value = text.value.replace(
        names,
        (typed, name: string) => nameToEmoji[name.toLowerCase()] ?? typed,
      )
    }
    return undefined
  }
}

/** No other markup touches the name: `**a**:b:` is text. */
function isApart({ value }: Text, index: number, { children }: Parents): boolean {
  const touchesBefore = value.startsWith(':') && index > 0
  const touchesAfter = value.endsWith(':') && index < children.length - 1
  return !touchesBefore && !touchesAfter
}
