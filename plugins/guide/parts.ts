/**
 * Give parts of a guide their elements: tabs, cards, details, a figure, definitions, badges, keys and videos.
 *
 * Each is plain text under headings, a list or a link without styles and scripts. Tabs are drawn as those of docfx, whose
 * component serves both.
 *
 * @example
 *   ::::tabs
 *   :::tab[Windows]{#windows}
 *   Run `setup.exe`.
 *   :::
 *   ::::
 */
import type { Blockquote, Image, List, Nodes, Parents, Root } from 'mdast'
import type { VFile } from 'vfile'
import { alertKinds } from '../alerts.ts'
import { foreignAddress } from '../foreign.ts'
import { defineProblems, report } from '../problems.ts'
import { videoAddress } from '../videos.ts'
import { visit } from '../visit.ts'
import type { ContainerDirective, Directive, LeafDirective, TextDirective } from './directives.ts'
import { directiveLabel } from './frames.ts'

declare module 'vfile' {
  interface DataMap {
    /** The page has parts with a look of their own, for which it needs a style sheet. */
    hasParts?: true
  }
}

const problem = defineProblems('procedures', {
  'part-attribute': (typed: string, advice: string) => ({
    severity: 'error',
    reason: `\`${typed}\` lacks something that it needs, or has it wrong. Write \`${advice}\`.`,
  }),
  'part-content': (typed: string, expected: string) => ({
    severity: 'error',
    reason: `\`${typed}\` does not hold ${expected}. Put ${expected} in it, and nothing else.`,
  }),
})

/** What is known where a part stands. */
interface Place {
  /** The level of the heading above. */
  depth: number
  /** Counts the groups of tabs of the page. */
  page: { groups: number }
  file: VFile
}

const containers: Readonly<Record<string, (node: ContainerDirective, place: Place) => void>> = {
  tabs: drawTabs,
  cards: drawCards,
  details: drawDetails,
  figure: drawFigure,
  definitions: drawDefinitions,
}

/** Comes after all that reads a page by its directives, and before blocks are marked. */
export default function remarkParts() {
  return (tree: Root, file: VFile): undefined => {
    drawIn(tree, { depth: 1, page: { groups: 0 }, file })
  }
}

function drawIn(parent: Parents, place: Place): void {
  let { depth } = place
  for (const node of parent.children as Nodes[]) {
    if (node.type === 'heading') depth = node.depth
    if (node.type === 'containerDirective') containers[node.name]?.(node, { ...place, depth })
    else if (node.type === 'leafDirective' && node.name === 'video') drawVideo(node, place)
    else if (node.type === 'textDirective') drawWords(node, place)
    // What is text again may have kept the name of its children.
    if ('children' in node && Array.isArray(node.children)) drawIn(node, { ...place, depth })
  }
}

function drawTabs(node: ContainerDirective, { depth, page, file }: Place): void {
  const tabs = node.children.filter(
    (child): child is ContainerDirective =>
      child.type === 'containerDirective' && child.name === 'tab',
  )
  if (tabs.length === 0 || tabs.length < node.children.length)
    report(
      file,
      problem('part-content', ':::tabs', 'parts that begin with `:::tab[…]{#…}`'),
      node.position?.start,
    )
  page.groups++
  file.data.hasTabs = true
  node.data = { ...node.data, hName: 'div', hProperties: { className: ['tabs'] } }
  for (const tab of tabs) drawTab(tab, { depth, page, file })
}

function drawTab(tab: ContainerDirective, { depth, page, file }: Place): void {
  const label = directiveLabel(tab, 'Windows', file)
  const id = tab.attributes?.['id'] ?? ''
  if (!/^[a-z\d][a-z\d-]*$/.test(id)) reportAttribute(tab, ':::tab[Windows]{#windows}', file)
  tab.data = {
    ...tab.data,
    hName: 'section',
    hProperties: { className: ['tabs__panel'], id: `tabpanel_${page.groups}_${id}`, dataTab: id },
  }
  if (label)
    label.data = {
      ...label.data,
      hName: `h${Math.min(depth + 1, 6)}`,
      hProperties: { className: ['tabs__title'] },
    }
}

/** Links of the list become cards that can be pressed as a whole. */
function drawCards(node: ContainerDirective, { file }: Place): void {
  file.data.hasParts = true
  const [list] = onlyChild<List>(node, 'list', 'a list', file)
  if (list) list.data = { ...list.data, hProperties: { className: ['cards-list'], role: 'list' } }
  node.data = { ...node.data, hName: 'div' }
}

function drawDetails(node: ContainerDirective, { file }: Place): void {
  const label = directiveLabel(node, 'If it does not start', file)
  if (label) label.data = { ...label.data, hName: 'summary' }
  const isOpen = node.attributes?.['open'] != null
  node.data = { ...node.data, hName: 'details', hProperties: isOpen ? { open: true } : {} }
}

/** With `{zoom}` the picture leads to its file, which browsers show as large as it is. */
function drawFigure(node: ContainerDirective, { file }: Place): void {
  file.data.hasParts = true
  const label = directiveLabel(node, 'The page of domains', file)
  const rest = node.children.filter((child) => child !== label)
  const images: [Image, Parents][] = []
  visit({ type: 'root', children: rest } as Root, 'image', (image: Image, _, parent) => {
    if (parent) images.push([image, parent])
  })
  if (images.length === 0)
    report(file, problem('part-content', ':::figure', 'a picture'), node.position?.start)
  if (node.attributes?.['zoom'] != null) for (const [image, parent] of images) lead(image, parent)
  if (label) label.data = { ...label.data, hName: 'figcaption' }
  node.data = { ...node.data, hName: 'figure', hProperties: { className: ['figure'] } }
  node.children = label ? [...rest, label] : rest
}

function lead(image: Image, parent: Parents): void {
  if (parent.type === 'link') return
  const place = image.position && { position: image.position }
  const link = { type: 'link' as const, url: image.url, children: [image], ...place }
  parent.children.splice(parent.children.indexOf(image as never), 1, link as never)
}

/** An item is a term, the items below it are what it means. */
function drawDefinitions(node: ContainerDirective, { file }: Place): void {
  file.data.hasParts = true
  const [list] = onlyChild<List>(node, 'list', 'a list of terms, each with a list below it', file)
  node.data = { ...node.data, hName: 'dl', hProperties: { className: ['definitions'] } }
  if (!list) return
  node.children = list.children.flatMap(({ children, position }) => {
    const meanings = children.flatMap((child) => (child.type === 'list' ? child.children : []))
    if (meanings.length === 0)
      report(
        file,
        problem('part-content', ':::definitions', 'a list of terms, each with a list below it'),
        position,
      )
    const terms = children.filter(({ type }) => type !== 'list')
    return [box('dt', terms), ...meanings.map((item) => box('dd', item.children))]
  })
}

function box(hName: string, children: readonly Nodes[]): Blockquote {
  const [only] = children
  // One paragraph needs no element of its own.
  if (only?.type === 'paragraph' && children.length === 1)
    return { ...only, data: { ...only.data, hName } } as unknown as Blockquote
  return { type: 'blockquote', data: { hName }, children: children as Blockquote['children'] }
}

function drawVideo(node: LeafDirective, { file }: Place): void {
  const { src = '', poster } = node.attributes ?? {}
  const foreign = foreignAddress(src ?? '')
  const isNamed = node.children.length > 0
  if (!isNamed || foreign?.scheme !== 'https')
    reportAttribute(node, '::video[How to add a domain]{src="https://…"}', file)
  const place = node.position && { position: node.position }
  const still: Image[] = poster
    ? [
        {
          type: 'image',
          url: poster,
          alt: '',
          data: { hProperties: { role: 'presentation' } },
          ...place,
        },
      ]
    : []
  node.data = { ...node.data, hName: 'div', hProperties: { className: ['embeddedvideo'] } }
  if (foreign?.scheme === 'https')
    node.children = [
      {
        type: 'link',
        url: videoAddress(src ?? ''),
        children: [...still, ...node.children],
        ...place,
      } as never,
    ]
}

function drawWords(node: TextDirective, { file }: Place): void {
  if (node.name === 'kbd') node.data = { ...node.data, hName: 'kbd' }
  if (node.name !== 'badge') return
  file.data.hasParts = true
  const kind = node.attributes?.['kind'] ?? 'note'
  if (!alertKinds.some((known) => known === kind))
    reportAttribute(node, `:badge[New]{kind=${alertKinds.join('|')}}`, file)
  node.data = { ...node.data, hName: 'span', hProperties: { className: ['badge'], dataKind: kind } }
}

function onlyChild<Node extends Nodes>(
  node: ContainerDirective,
  type: Node['type'],
  expected: string,
  file: VFile,
): Node[] {
  const found = node.children.filter((child) => child.type === type) as unknown as Node[]
  if (found.length !== 1 || node.children.length !== 1)
    report(file, problem('part-content', `:::${node.name}`, expected), node.position?.start)
  return found
}

function reportAttribute(node: Directive, advice: string, file: VFile): void {
  const [colons] = /^:+/.exec(advice) ?? []
  report(
    file,
    problem('part-attribute', `${colons ?? ':'}${node.name}`, advice),
    node.position?.start,
  )
}
