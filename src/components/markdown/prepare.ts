/**
 * Rewrite the HTML of a page for conversion to Markdown: remove what is only for styles and scripts, make elements of
 * ids and of the kinds of alerts.
 */
import type { Element, ElementContent, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { element } from '#plugins/element.ts'

/** An element whose `value` is written without escaping. */
export const rawElement = 'passerelle-raw'

/** Elements whose text is one line: an id comes before the text. */
const lines = /^(?:h[1-6]|p|td|th|dt|summary|figcaption|caption|a|span|strong|em|code|small)$/

/** Interface strings that Markdown twins need. */
export interface TwinWords {
  who: string
}

/** A tree for `hast-util-to-mdast`. */
export function prepared(tree: Root, words: TwinWords): Root {
  return { ...tree, children: nodesOf(tree.children as ElementContent[], words) }
}

function nodesOf(nodes: readonly ElementContent[], words: TwinWords): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [node] : []
    if (isForEyesOrScripts(node)) return []
    return withId(node, drawn(node, words))
  })
}

/** Whether to leave out an element: icons beside their text, and self-links of headings. */
function isForEyesOrScripts({ properties, tagName }: Element): boolean {
  return (
    properties['ariaHidden'] === 'true' ||
    tagName === 'template' ||
    tagName === 'script' ||
    classesOf(properties).includes('anchor')
  )
}

/** The element without its id, as one that Markdown can express. */
function drawn(node: Element, words: TwinWords): ElementContent[] {
  const classes = classesOf(node.properties)
  if (classes.includes('alert')) return [alertOf(node, words)]
  if (classes.includes('untranslated')) return [element('em', {}, [text(`(${toString(node)})`)])]
  if (classes.includes('change')) return [changeOf(node)]
  if (classes.includes('code-file')) return titledCode(node)
  if (node.tagName === 'pre') return [codeOf(node)]
  if (node.tagName === 'math' && node.properties['alttext']) return [mathOf(node)]
  if (classes.includes('procedure')) return nodesOf(withParties(node, words), words)
  if (/(?:procedure|step)__label$/.test(classes.join(' ')) && node.tagName === 'p')
    return [element('p', {}, [element('strong', {}, nodesOf(node.children, words))])]
  const { id: _, ...properties } = node.properties
  const children = nodesOf(node.children, words)
  if (node.tagName === 'table') return tableOf({ ...node, properties, children })
  return [{ ...node, properties, children }]
}

/** Put an anchor before the text of an element, because Markdown has no ids. */
function withId({ properties, tagName }: Element, nodes: ElementContent[]): ElementContent[] {
  const id = properties['id']
  if (typeof id !== 'string' || !id || id.startsWith('_')) return nodes
  const mark = raw(`<a id="${id.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></a>`)
  const [first] = nodes
  if (first?.type !== 'element') return [mark, ...nodes]
  if (lines.test(tagName)) first.children.unshift(mark)
  else if (tagName === 'li') lineIn(first).children.unshift(mark)
  else return [element('p', {}, [mark]), ...nodes]
  return nodes
}

/** The first paragraph of an item, else the item. */
function lineIn(item: Element): Element {
  const first = item.children.find((child) => child.type === 'element' || hasText(child))
  return first?.type === 'element' && first.tagName === 'p' ? first : item
}

function alertOf(node: Element, words: TwinWords): Element {
  const kind = String(node.properties['dataKind'] ?? 'note').toUpperCase()
  const rest = node.children.filter(
    (child) => !(child.type === 'element' && classesOf(child.properties).includes('alert__title')),
  )
  const content = nodesOf(rest, words)
  const first = content.find((child) => child.type === 'element')
  const marker = raw(`[!${kind}]\n`)
  // The marker is a line of its own in the next paragraph.
  if (first?.tagName === 'p') first.children.unshift(marker)
  else content.unshift(element('p', {}, [marker]))
  return element('blockquote', {}, content)
}

/** The page shows what has changed in the original; the twin only says that something has. */
function changeOf(node: Element): Element {
  const summary = node.children.find((child) => isNamed(child, 'summary'))
  return element('p', {}, [element('em', {}, [text(summary ? toString(summary) : '')])])
}

/** A caption is a paragraph before its table. */
function tableOf(table: Element): ElementContent[] {
  const caption = table.children.find((child): child is Element => isNamed(child, 'caption'))
  if (!caption) return [table]
  const rest = table.children.filter((child) => child !== caption)
  return [element('p', {}, [element('strong', {}, caption.children)]), { ...table, children: rest }]
}

function titledCode(figure: Element): ElementContent[] {
  const caption = figure.children.find((child): child is Element => isNamed(child, 'figcaption'))
  const pre = figure.children.find((child): child is Element => isNamed(child, 'pre'))
  if (!pre) return []
  const title = caption ? toString(caption).trim() : ''
  return [codeOf(pre, title)]
}

/** Code without highlighting elements; lines of a diff get their signs back. */
function codeOf(pre: Element, title = ''): Element {
  const code = pre.children.find((child): child is Element => isNamed(child, 'code'))
  const changes = code?.children.filter((child) => isNamed(child, 'ins') || isNamed(child, 'del'))
  const isDiff = Boolean(changes?.length) && hasClass(code, 'language-diff')
  const signs: Readonly<Record<string, string>> = { ins: '+', del: '-', span: ' ', mark: ' ' }
  const value = isDiff
    ? (code?.children ?? [])
        .map(
          (line) => (line.type === 'element' ? (signs[line.tagName] ?? '') : '') + toString(line),
        )
        .join('')
    : toString(pre)
  const properties = code ? { className: classesOf(code.properties) } : {}
  const plain = element('code', properties, [text(value)])
  return element('pre', title ? { dataTitle: title } : {}, [plain])
}

/** Add its parties to each step: the page shows the most common ones only once. */
function withParties(procedure: Element, words: TwinWords): ElementContent[] {
  const shared = find(procedure, 'procedure__who')
  const common = shared ? partiesIn(shared) : []
  const list = find(procedure, 'procedure__steps')
  for (const step of list?.children ?? []) {
    if (step.type !== 'element' || !hasClass(step, 'step')) continue
    const own = step.children.find(
      (child) => child.type === 'element' && hasClass(child, 'step__who'),
    )
    const who = own?.type === 'element' ? own : undefined
    const parties = who ? partiesIn(who) : []
    const others = (who?.children ?? []).filter(
      (child): child is Element =>
        child.type === 'element' &&
        /step__(?:optional|service)/.test(classesOf(child.properties).join(' ')),
    )
    const acting = parties.length ? parties : common
    const facts = [
      ...(acting.length ? [`${words.who} ${acting.join(', ')}`] : []),
      ...others.map((child) => toString(child)),
    ]
    const rest = step.children.filter((child) => child !== who)
    if (facts.length) rest.splice(endOfTitle(rest), 0, element('p', {}, [text(facts.join(' · '))]))
    step.children = rest
  }
  return procedure.children.filter((child) => child !== shared)
}

/** Behind the first paragraph. */
function endOfTitle(children: readonly ElementContent[]): number {
  return 1 + children.findIndex((child) => isNamed(child, 'p'))
}

function partiesIn(line: Element): string[] {
  return line.children.flatMap((child) =>
    child.type === 'element' && hasClass(child, 'party') ? [toString(child)] : [],
  )
}

function find(node: Element, name: string): Element | undefined {
  return node.children.find(
    (child): child is Element => child.type === 'element' && hasClass(child, name),
  )
}

/** As it was typed, in TeX. */
function mathOf({ properties: { alttext, display } }: Element): Element {
  return display === 'block' ? raw(`$$\n${String(alttext)}\n$$`) : raw(`$${String(alttext)}$`)
}

function raw(value: string): Element {
  return element(rawElement, { value }, [])
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}

function hasText(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() !== ''
}

function isNamed(node: ElementContent, name: string): boolean {
  return node.type === 'element' && node.tagName === name
}

function hasClass(node: Element | undefined, name: string): boolean {
  return node !== undefined && classesOf(node.properties).includes(name)
}

function classesOf({ className }: Element['properties']): string[] {
  return Array.isArray(className) ? className.map(String) : []
}
