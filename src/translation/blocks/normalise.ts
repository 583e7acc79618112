/** What of a block counts when two of its versions are compared. */
import type { PhrasingContent } from 'mdast'
import type {} from 'remark-directive'
import type {} from 'remark-mdx'
import type { TripleColonText } from '#plugins/docfx/triple-colon/nodes.ts'
import { append } from '#plugins/large-arrays.ts'

/** A block in four views, from the one that overlooks most to the one that sees what readers do not. */
export interface NormalizedBlock {
  /** Its words in lower case, without signs and numbers; the same as `words` where it has only those. */
  loose: string
  /** Its words, NFC, one space between two, without the content of codes. */
  words: string
  /** `words` with the kinds of its markup in their places. */
  marked: string
  /** Addresses, images, code and HTML, sorted: their order changes with the language. */
  codes: readonly string[]
}

/** Addresses of `[text][name]`, by name in lower case. */
export type Definitions = ReadonlyMap<string, string>

const open = '\u0002'
const close = '\u0003'
const isolated = '\u0004'

/** @param definitions - Those of the block’s page. */
export function normalise(
  inline: readonly PhrasingContent[],
  definitions: Definitions,
): NormalizedBlock {
  const codes: string[] = []
  const marked = inline.map(mark).join('').normalize('NFC').replace(/\s+/g, ' ').trim()
  const words = marked
    .replace(/[\u0002\u0004][a-zA-Z]+;|\u0003/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const loose =
    words
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.join(' ') || words
  return { loose, words, marked, codes: codes.toSorted() }

  function mark(node: PhrasingContent): string {
    if (node.type === 'text') return node.value
    if (node.type === 'break') return `${isolated}break; `
    append(codes, codeOf(node, definitions))
    if (!('children' in node)) return `${isolated}${node.type};`
    return `${open}${node.type};${node.children.map(mark).join('')}${close}`
  }
}

function codeOf(node: PhrasingContent, definitions: Definitions): string[] {
  const { type } = node
  if (type === 'link' || type === 'image') return [`${type} ${node.url}`]
  if (type === 'linkReference' || type === 'imageReference') {
    const name = node.identifier.toLowerCase()
    return [`${type.replace('Reference', '')} ${definitions.get(name) ?? name}`]
  }
  if (type === 'inlineCode') return [`code ${node.value}`]
  if (type === 'mathText') return [`math ${node.value}`]
  if (type === 'html') return /^<br\s*\/?>$/i.test(node.value) ? [] : [`html ${node.value}`]
  if (type === 'includeText' || type === 'snippetText') return [`insert ${node.path}`]
  if (type === 'tripleColonText') return [`form ${formIdentity(node)}`]
  if (type === 'footnoteReference') return [`note ${node.identifier}`]
  if (type === 'mdxTextExpression') return [`code {${node.value}}`]
  if (type !== 'mdxJsxTextElement') return []
  const attributes = node.attributes.map((attribute) =>
    'name' in attribute ? `${attribute.name}=${JSON.stringify(attribute.value)}` : attribute.value,
  )
  return [`html <${[node.name ?? '', ...attributes].join(' ')}>`]
}

/** A form of docfx without the text of its image, which is a block of its own. */
export function formIdentity({
  name,
  attributes,
}: Pick<TripleColonText, 'name' | 'attributes'>): string {
  const others = Object.entries(attributes).filter(([key]) => key !== 'alt-text' && key !== 'title')
  return [name, ...others.map(([key, value]) => `${key}=${JSON.stringify(value)}`)].join(' ')
}
