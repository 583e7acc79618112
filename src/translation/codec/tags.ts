/** Words and codes as one line of text with numbered tags: `Choose <b1>Save</b1> <c2/>`. */
import { type CodeType, isPaired, mergeText, type Part } from './codec.ts'

const names: Readonly<Record<CodeType, string>> = {
  strong: 'b',
  emphasis: 'i',
  delete: 's',
  link: 'a',
  span: 'l',
  element: 'e',
  code: 'c',
  image: 'img',
  break: 'br',
  html: 'html',
  footnote: 'fn',
  url: 'url',
  directive: 'd',
  jsx: 'x',
  insert: 'in',
}
const types = new Map(Object.entries(names).map(([type, name]) => [name, type as CodeType]))
const tag = `</?(?:${[...types.keys()].join('|')})\\d+/?>`

/** The tag of a code that is alone or opens. */
export function tagOf({ id, type }: { id: number; type: CodeType }): string {
  return `<${names[type]}${id}${isPaired(type) ? '' : '/'}>`
}

/**
 * Text with numbered tags, for PO, CSV and translation memories.
 *
 * Words that look like a tag of ours get a backslash before them, and backslashes before it double.
 */
export function toTags(parts: readonly Part[]): string {
  const opened = new Map<number, CodeType>()
  const merged = mergeText(parts)
  return merged
    .map((part, index) => {
      if (part.kind === 'text') {
        const text = part.text.replace(new RegExp(`(\\\\*)(${tag})`, 'g'), '$1$1\\$2')
        return index === merged.length - 1 ? text : text.replace(/\\+$/, '$&$&')
      }
      const { id } = part
      if (part.kind === 'close') return `</${names[opened.get(id) ?? 'jsx']}${id}>`
      const type = part.type ?? 'jsx'
      if (part.kind === 'open') {
        opened.set(id, type)
        return `<${names[type]}${id}>`
      }
      return `<${names[type]}${id}/>`
    })
    .join('')
}

/** Text with numbered tags to words and codes; what is not quite a tag is words. */
export function fromTags(text: string): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const match of text.matchAll(new RegExp(`(\\\\*)(${tag})`, 'g'))) {
    const [, slashes = '', result = ''] = match
    parts.push({
      kind: 'text',
      text: text.slice(end, match.index) + '\\'.repeat(slashes.length >> 1),
    })
    parts.push(slashes.length % 2 ? { kind: 'text', text: result } : partOf(result))
    end = match.index + match[0].length
  }
  parts.push({ kind: 'text', text: text.slice(end) })
  return mergeText(parts)
}

function partOf(match: string): Part {
  const [, closing, name = '', digits, alone] = /^<(\/?)([a-z]+)(\d+)(\/?)>$/.exec(match) ?? []
  const id = Number(digits)
  if (closing) return { kind: 'close', id }
  const type = types.get(name) ?? 'jsx'
  return alone ? { kind: 'alone', id, type } : { kind: 'open', id, type }
}
