/**
 * Read `@uid`, `@"uid"` and `@'uid'` as links, by docfx’s XrefInlineShortParser. Which of them are uids is seen when
 * they are looked up (`remark-xref.ts`); all others are words again. `<xref:"a uid">` is read here, too: in CommonMark an
 * address between `<` and `>` has no spaces.
 */
import type { Link, PhrasingContent, Root, Text } from 'mdast'
import type { VFile } from 'vfile'
import { replaceItems } from '../../large-arrays.ts'
import { sourceOf } from '../../typed-text.ts'
import { visit } from '../../visit.ts'

declare module 'mdast' {
  interface LinkData {
    /** An `@uid`, as typed: words unless there is such a uid. */
    shortXref?: string
  }
}

const short =
  /(?<![\w@\\])@(?:"([^"\r\n]+)"|'([^'\r\n]+)'|([a-z](?:[^\s"'<>[\]|.,;:!?~]|[.,;:!?~](?![\s"'<>[\]|.,;:!?~]|$))*))/gi

const spaced = /<xref:(?:"([^"\r\n]+)"|'([^'\r\n]+)')>/gi

const maybe = /@|<xref:/i
const all = new RegExp(`${short.source}|${spaced.source}`, 'gi')

/** Looks at a file’s own text, by position: before included files bring places of their own. */
export default function remarkShortXrefs() {
  return (tree: Root, file: VFile): undefined => {
    const source = sourceOf(file)
    if (!maybe.test(source)) return
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || !maybe.test(node.value)) return
      if (parent.type === 'link' || parent.type === 'linkReference') return
      const parts = partsOf(node, source)
      if (parts.length < 2 && parts[0]?.type !== 'link') return
      replaceItems(parent.children, index, 1, parts)
      return index + parts.length
    })
  }
}

function partsOf(text: Text, source: string): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let end = 0
  for (const match of text.value.matchAll(all)) {
    const [typed, ...uids] = match
    if (isEscaped(text, match.index, source)) continue
    if (match.index > end) parts.push(textOf(text, end, match.index))
    end = match.index + typed.length
    parts.push(linkOf(text, typed, uids.find(Boolean) ?? '', match.index))
  }
  if (end < text.value.length) parts.push(textOf(text, end, text.value.length))
  return parts
}

/** Whether the sign at an index of a text was typed behind a backslash, or as a character reference. */
function isEscaped({ value, position }: Text, index: number, source: string): boolean {
  const { offset: from } = position?.start ?? {}
  if (from === undefined) return false
  const typed = source.slice(from, position?.end.offset)
  const sign = value.charAt(index)
  const before = value.slice(0, index).split(sign).length - 1
  let at = -1
  for (let count = 0; count <= before; count++) {
    at = typed.indexOf(sign, at + 1)
    if (at < 0) return true
  }
  return typed[at - 1] === '\\'
}

function textOf(text: Text, start: number, end: number): Text {
  return { ...text, value: text.value.slice(start, end), ...placeOf(text, start, end) }
}

function linkOf(text: Text, typed: string, href: string, start: number): Link {
  return {
    type: 'link',
    url: `xref:${href}`,
    children: [],
    ...(typed.startsWith('@') && { data: { shortXref: typed } }),
    ...placeOf(text, start, start + typed.length),
  }
}

/** The place of a part; of a text of several lines, that of the whole. */
function placeOf({ value, position }: Text, start: number, end: number): Pick<Text, 'position'> {
  if (!position || /[\r\n]/.test(value.slice(0, end))) return { ...(position && { position }) }
  const { line, column, offset = 0 } = position.start
  const at = (count: number) => ({ line, column: column + count, offset: offset + count })
  return { position: { start: at(start), end: at(end) } }
}
