/**
 * Put the original beside each block of a translation. The structure of the translated page stays, with its lists,
 * tables and anchors: only the text of each block becomes pairs, sentence by sentence if both languages have the same
 * number of sentences. Blocks with the same key are pairs; a block without key stays alone.
 */
import type { Element, ElementContent, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { extraKey } from '#plugins/blocks.ts'
import { decodePart } from '#plugins/percent-encoding.ts'
import { type SafeHtml, htmlOf } from '#plugins/safe-html.ts'
import { eachElement } from '../html/elements.ts'
import { keyProperty } from './block-keys.ts'
import { labelPairs } from './labels.ts'
import { sentencesIn, textIn } from './sentences.ts'

export interface BilingualOptions {
  /** Languages, as BCP 47 tags. */
  source: string
  target: string
  /** Address of the original’s own page, where its anchors are. */
  address: string
  /** Writing direction of the original, if it is not that of the page. */
  direction?: string | undefined
  /** Keys of blocks that the translation lacks. */
  missing: readonly string[]
  /** Text in place of a block that the translation lacks. */
  absent: string
  /** Text in place of a block that the original lacks. */
  extra: string
}

const parser = unified().use(rehypeParse, { fragment: true }).freeze()

/** Elements that end the text of a block that is not a paragraph. */
const blocks = /^(?:[uo]l|p|pre|table|div|aside|blockquote|details|figure|h[1-6])$/

/**
 * The HTML of the bilingual view.
 *
 * @param html - The contents of both pages as `<div data-side="source">…</div>` and   `<div
 *   data-side="target">…</div>`, their blocks with keys.
 */
export function bilingualHtml(html: SafeHtml, sides: BilingualOptions): SafeHtml {
  const tree = parser.parse(html)
  const [source, target] = [sideOf(tree, 'source'), sideOf(tree, 'target')]
  const originals = blocksIn(source)
  const own = blocksIn(target)
  clean(target)
  for (const [label, other] of labelPairs(source, target)) pairWords(label, other, sides)
  for (const [key, original] of originals) {
    for (const block of own.get(key) ?? []) pairWords(block, original[0], sides)
  }
  for (const block of own.get(extraKey) ?? []) {
    const [content, rest] = split(block)
    const none = element('span', ['bilingual__absent'], [text(sides.extra)])
    const row = [none, text(' '), element('span', ['bilingual__own'], content)]
    block.children = [element('span', ['bilingual'], row), ...rest]
  }
  addMissing(target, [...originals], own, sides)
  linkBack(target, sides)
  eachElement(target, ({ properties }) => {
    delete properties[keyProperty]
  })
  return htmlOf(target.children)
}

/** A pair of texts for the title, which is not in the content; one text if both are the same. */
export function bilingualTitle(original: string, own: string, sides: BilingualOptions): SafeHtml {
  if (original === own) return htmlOf(text(own))
  return htmlOf(pairs([text(original)], [text(own)], sides))
}

/** Point links of the original to anchors that the translation lacks to the original’s own page. */
function linkBack(target: Element, { address, source }: BilingualOptions): void {
  const ids = new Set<string>()
  const links: Element[] = []
  eachElement(target, (node) => {
    const { id, href } = node.properties
    if (typeof id === 'string') ids.add(id)
    if (typeof href === 'string' && /^#./.test(href)) links.push(node)
  })
  for (const { properties } of links) {
    const href = String(properties['href'])
    if (ids.has(decodePart(href.slice(1)))) continue
    properties['href'] = address + href
    properties['hrefLang'] = source
  }
}

function sideOf(tree: Root, name: string): Element {
  const match = tree.children.find(
    (node): node is Element => node.type === 'element' && node.properties['dataSide'] === name,
  )
  if (!match) throw new Error(`Unexpected HTML without the side \`${name}\`, expected both`)
  return match
}

/** Blocks by key, in the order of the page; a repeated key has several. */
function blocksIn(side: Element): Map<string, [Element, ...Element[]]> {
  const results = new Map<string, [Element, ...Element[]]>()
  eachElement(side, (node) => {
    const key = node.properties[keyProperty]
    if (typeof key !== 'string') return
    const before = results.get(key)
    if (before) before.push(node)
    else results.set(key, [node])
  })
  return results
}

/** Elements to remove: scripts, and controls that need script. */
function clean(side: Element): void {
  eachElement(side, (node) => {
    node.children = node.children.filter((child) => {
      if (child.type !== 'element') return true
      const { className, hidden, role } = child.properties
      const isControl = (Array.isArray(className) && hidden === true) || role === 'status'
      return !isControl && !['script', 'template'].includes(child.tagName)
    })
    return node.tagName !== 'svg'
  })
}

function pairWords(block: Element, original: Element, sides: BilingualOptions): void {
  const [content, rest] = split(block)
  const [others] = split(original)
  // Names and untranslated texts would be there twice.
  if (folded(textIn(content)) === folded(textIn(others))) return
  block.children = [pairs(others, content, sides), ...rest]
}

/** The text of a block, and the elements after it in the block. */
function split({ children }: Element): [ElementContent[], ElementContent[]] {
  const result = children.findIndex(
    (child) => child.type === 'element' && blocks.test(child.tagName),
  )
  const index = result < 0 ? children.length : result
  return [children.slice(0, index), children.slice(index)]
}

function pairs(
  originals: ElementContent[],
  own: ElementContent[],
  sides: BilingualOptions,
): Element {
  const [left, right] = [sentencesIn(originals, sides.source), sentencesIn(own, sides.target)]
  const isEven = left.length === right.length && left.length > 1
  const rows = isEven ? left.map((item, index) => [item, right[index] ?? []]) : [[originals, own]]
  const parts = rows.flatMap(([item = [], other = []]) => [
    original(item, sides),
    text(' '),
    element('span', ['bilingual__own'], other),
    text(' '),
  ])
  return element('span', ['bilingual'], parts)
}

function original(content: ElementContent[], { source, direction }: BilingualOptions): Element {
  const copies = content.filter(isNoControl).map((node) => copyOf(node, source))
  const copy = element('span', ['bilingual__original'], copies)
  copy.properties = { ...copy.properties, lang: source, ...(direction && { dir: direction }) }
  return copy
}

/** A copy of a node of the original, which may be beside several blocks. */
function copyOf(node: ElementContent, source: string): ElementContent {
  if (node.type !== 'element') return { ...node }
  // Ids belong to the translation.
  const { id: _id, ariaDescribedBy: _description, ...properties } = node.properties
  // The link leads to the page in its language.
  if (String(properties['href'] ?? '').startsWith('/')) properties['hrefLang'] ??= source
  return { ...node, properties, children: node.children.map((child) => copyOf(child, source)) }
}

/** Whether a node is the self-link of a heading, which belongs to the translation, too. */
function isNoControl(node: ElementContent): boolean {
  const { className } = node.type === 'element' ? node.properties : {}
  return !(Array.isArray(className) && className.includes('anchor'))
}

/** Insert missing blocks, each after the one that precedes it in the original, outside of lists and tables. */
function addMissing(
  target: Element,
  originals: readonly [string, [Element, ...Element[]]][],
  own: ReadonlyMap<string, readonly Element[]>,
  sides: BilingualOptions,
): void {
  const tops = new Map<Element, ElementContent>()
  for (const top of target.children) {
    if (top.type === 'element') eachElement(top, (node) => tops.set(node, top))
  }
  let after: ElementContent | undefined
  for (const [key, [block]] of originals) {
    const [result] = own.get(key) ?? []
    if (result) after = tops.get(result)
    if (result || !sides.missing.includes(key)) continue
    const [content] = split(block)
    const absent = element('span', ['bilingual__own', 'bilingual__absent'], [text(sides.absent)])
    const isHeading = /^h\d$/.test(block.tagName)
    const messages = isHeading ? [element('strong', [], content)] : content
    const row = element(
      'p',
      [],
      [element('span', ['bilingual'], [original(messages, sides), text(' '), absent])],
    )
    target.children.splice(after ? target.children.indexOf(after) + 1 : 0, 0, row)
    after = row
  }
}

function folded(title: string): string {
  return title.replace(/\s+/g, ' ').trim()
}

function element(tagName: string, className: string[], children: ElementContent[]): Element {
  const properties = className.length ? { className } : {}
  return { type: 'element', tagName, properties, children }
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
