/**
 * Read the raw HTML of a page as browsers do: rehype-raw, for the pages that need it.
 *
 * rehype-raw 7.0.0 takes a page apart and builds it anew from tokens of parse5, an eighth of all reading, also where
 * no HTML was typed and every element stands where browsers leave it. Of such a page it changes little: texts beside
 * each other become one, and what elements carry besides attributes and places is gone.
 */
import type { Element, Nodes, Parents, Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import type { VFile } from 'vfile'
import { originElement } from './origins.ts'

export default function rehypeRawHtml() {
  const parseAnew = rehypeRaw()
  return (tree: Root, file: VFile): Root => {
    if (!isAsParsed(tree)) return parseAnew(tree, file)
    tidy(tree)
    return tree
  }
}

const blocks = 'aside blockquote div h1 h2 h3 h4 h5 h6 hr ol p pre section table ul'.split(' ')
const phrasing = new Set(['a', 'br', 'code', 'del', 'em', 'img', 'input', 'span', 'strong'])
const flow = new Set([...phrasing, ...blocks, originElement])

/** What may stand directly in an element; in all others, phrasing. */
const contents = new Map<string, ReadonlySet<string>>([
  ...['aside', 'blockquote', 'div', 'li', 'section', originElement].map(
    (name) => [name, flow] as const,
  ),
  ...['ol', 'ul'].map((name) => [name, new Set(['li'])] as const),
  ['pre', new Set(['code'])],
  ['table', new Set(['thead', 'tbody'])],
  ['thead', new Set(['tr'])],
  ['tbody', new Set(['tr'])],
  ['tr', new Set(['td', 'th'])],
])

/** Browsers move other text out of a table; a line feed at the beginning of `<pre>` they leave out. */
const withoutText = new Set(['pre', 'table', 'thead', 'tbody', 'tr'])

/** Properties that are the same when they have been written as attributes and read. */
const texts = new Set(
  (
    'align alt dataChange dataHighlightLines dataInteractive dataInteractiveMode dataKind dataMeta ' +
    'dataMonikerRange dataPasserelleBlock dataPivot dataState dataTarget dataVersions dir href id lang name src title translate type'
  ).split(' '),
)
const flags = new Set(['checked', 'disabled'])

/** Whether parsing the HTML of this tree would give its elements again; false where that is not known. */
function isAsParsed(tree: Root): boolean {
  return holdsOnly(tree, flow, false)

  function holdsOnly(parent: Parents, names: ReadonlySet<string>, isInLink: boolean): boolean {
    const isTextFree = parent.type === 'element' && withoutText.has(parent.tagName)
    return parent.children.every((child) => {
      if (child.type === 'text') return !isTextFree || isSpace(child.value, parent)
      if (child.type !== 'element') return false
      const { tagName } = child
      if (!names.has(tagName) || !arePlain(child)) return false
      const isLink = tagName === 'a'
      if (isLink && isInLink) return false
      return holdsOnly(child, contents.get(tagName) ?? phrasing, isInLink || isLink)
    })
  }
}

function isSpace(text: string, parent: Parents): boolean {
  const isTable = parent.type === 'element' && parent.tagName !== 'pre'
  return isTable && !/[^\t\n\f\r ]/.test(text)
}

function arePlain({ properties }: Element): boolean {
  return Object.entries(properties).every(([name, value]) => {
    if (typeof value === 'string') return texts.has(name)
    if (value === true) return flags.has(name)
    if (Number.isInteger(value)) return name === 'start'
    if (!Array.isArray(value) || value.length === 0) return false
    return name === 'className' && value.every((item) => /^\S+$/.test(String(item)))
  })
}

/** Join texts, and leave nothing on elements but attributes and places. */
function tidy(parent: Parents): void {
  const children: Nodes[] = []
  for (const child of parent.children) {
    const last = children.at(-1)
    if (child.type !== 'text') {
      delete child.data
      if ('children' in child) tidy(child)
      children.push(child)
    } else if (last?.type === 'text') {
      last.value += child.value
      delete last.position
    } else if (child.value) children.push(child)
  }
  parent.children = children as typeof parent.children
}
