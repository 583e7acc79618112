/**
 * Turn directives of guides into elements: tabs, cards, details, figures, definitions, badges, keys, videos,
 * downloads and terms.
 *
 * Without styles and scripts each is plain text under headings, a list or a link. Tabs get the HTML of docfx’s tabs, so
 * that one component serves both.
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
import { termMark } from '../marked-terms.ts'
import { videoAddress } from '../videos.ts'
import { visit } from '../visit.ts'
import type { ContainerDirective, Directive, LeafDirective, TextDirective } from './directives.ts'
import { downloadClass } from './downloads.ts'
import { directiveLabel } from './frames.ts'

declare module 'vfile' {
  interface DataMap {
    /** The page has parts that need `guide-parts.css`. */
    hasParts?: true
    /** The page has images that open at full size, which need a style sheet and a script. */
    hasZoom?: true
  }
}

const problem = defineProblems('procedures', {
  'part-attribute': (typed: string, advice: string) => ({
    severity: 'error',
    reason: `\`${typed}\` has a missing or wrong attribute. Write \`${advice}\`.`,
  }),
  'part-content': (typed: string, expected: string) => ({
    severity: 'error',
    reason: `\`${typed}\` does not hold ${expected}. Put ${expected} in it, and nothing else.`,
  }),
})

/** Where a part is. */
interface PartContext {
  /** Level of the nearest heading above. */
  depth: number
  /** Counts the tab groups of the page, for unique ids. */
  page: { groups: number }
  file: VFile
}

const containers: Readonly<
  Record<string, (node: ContainerDirective, context: PartContext) => void>
> = {
  tabs: drawTabs,
  cards: drawCards,
  details: drawDetails,
  figure: drawFigure,
  definitions: drawDefinitions,
}

const leaves: Readonly<Record<string, (node: LeafDirective, context: PartContext) => void>> = {
  video: drawVideo,
  download: drawDownload,
}

/** Comes after plugins that look for directives, and before blocks are marked. */
export default function remarkParts() {
  return (tree: Root, file: VFile): undefined => {
    drawParts(tree, { depth: 1, page: { groups: 0 }, file })
  }
}

function drawParts(parent: Parents, context: PartContext): void {
  let { depth } = context
  for (const node of parent.children as Nodes[]) {
    if (node.type === 'heading') depth = node.depth
    if (node.type === 'containerDirective') containers[node.name]?.(node, { ...context, depth })
    else if (node.type === 'leafDirective') leaves[node.name]?.(node, context)
    else if (node.type === 'textDirective') drawInline(node, context)
    // A directive that was turned back into text has `children`, but none.
    if ('children' in node && Array.isArray(node.children)) drawParts(node, { ...context, depth })
  }
}

function drawTabs(node: ContainerDirective, { depth, page, file }: PartContext): void {
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

function drawTab(tab: ContainerDirective, { depth, page, file }: PartContext): void {
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

/** The list gets the class by which its items are drawn as cards. */
function drawCards(node: ContainerDirective, { file }: PartContext): void {
  file.data.hasParts = true
  const [list] = onlyChild<List>(node, 'list', 'a list', file)
  if (list) list.data = { ...list.data, hProperties: { className: ['cards-list'], role: 'list' } }
  node.data = { ...node.data, hName: 'div' }
}

function drawDetails(node: ContainerDirective, { file }: PartContext): void {
  const label = directiveLabel(node, 'If it does not start', file)
  if (label) label.data = { ...label.data, hName: 'summary' }
  const isOpen = node.attributes?.['open'] != null
  node.data = { ...node.data, hName: 'details', hProperties: isOpen ? { open: true } : {} }
}

/** With `{zoom}` the image links to its file, which browsers show at full size; a script shows it in the page. */
function drawFigure(node: ContainerDirective, { file }: PartContext): void {
  file.data.hasParts = true
  const label = directiveLabel(node, 'The page of domains', file)
  const rest = node.children.filter((child) => child !== label)
  const images: [Image, Parents][] = []
  visit({ type: 'root', children: rest } as Root, 'image', (image: Image, _, parent) => {
    if (parent) images.push([image, parent])
  })
  if (images.length === 0)
    report(file, problem('part-content', ':::figure', 'a picture'), node.position?.start)
  if (node.attributes?.['zoom'] != null)
    for (const [image, parent] of images) linkToFile(image, parent, file)
  if (label) label.data = { ...label.data, hName: 'figcaption' }
  node.data = { ...node.data, hName: 'figure', hProperties: { className: ['figure'] } }
  node.children = label ? [...rest, label] : rest
}

function linkToFile(image: Image, parent: Parents, file: VFile): void {
  if (parent.type === 'link') return
  file.data.hasZoom = true
  const place = image.position && { position: image.position }
  const data = { hProperties: { className: ['zoom'] } }
  const link = { type: 'link' as const, url: image.url, children: [image], data, ...place }
  const children = parent.children as Nodes[]
  children.splice(children.indexOf(image), 1, link)
}

/** An item becomes a term (`dt`), the items below it its definitions (`dd`). */
function drawDefinitions(node: ContainerDirective, { file }: PartContext): void {
  file.data.hasParts = true
  const [list] = onlyChild<List>(node, 'list', 'a list of terms, each with a list below it', file)
  node.data = { ...node.data, hName: 'dl', hProperties: { className: ['definitions'] } }
  if (!list) return
  node.children = list.children.flatMap(({ children, position }) => {
    const definitions = children.flatMap((child) => (child.type === 'list' ? child.children : []))
    if (definitions.length === 0)
      report(
        file,
        problem('part-content', ':::definitions', 'a list of terms, each with a list below it'),
        position,
      )
    const terms = children.filter(({ type }) => type !== 'list')
    return [box('dt', terms), ...definitions.map((item) => box('dd', item.children))]
  })
}

function box(hName: string, children: readonly Nodes[]): Blockquote {
  const [only] = children
  // A single paragraph is the element itself.
  if (only?.type === 'paragraph' && children.length === 1)
    return { ...only, data: { ...only.data, hName } } as unknown as Blockquote
  return { type: 'blockquote', data: { hName }, children: children as Blockquote['children'] }
}

function drawVideo(node: LeafDirective, { file }: PartContext): void {
  const { src = '', poster } = node.attributes ?? {}
  const foreign = foreignAddress(src ?? '')
  const hasTitle = node.children.length > 0
  if (!hasTitle || foreign?.scheme !== 'https')
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

/** A link that saves the file; `rehypeDownloads` writes what kind of file it is. */
function drawDownload(node: LeafDirective, { file }: PartContext): void {
  const url = node.attributes?.['file'] ?? ''
  if (!url || node.children.length === 0)
    reportAttribute(node, '::download[The plan]{file="./plan.xlsx"}', file)
  node.data = { ...node.data, hName: 'p', hProperties: { className: [downloadClass] } }
  const place = node.position && { position: node.position }
  const data = { hProperties: { download: '' } }
  if (url) node.children = [{ type: 'link', url, children: node.children, data, ...place } as never]
}

function drawInline(node: TextDirective, { file }: PartContext): void {
  if (node.name === 'kbd') node.data = { ...node.data, hName: 'kbd' }
  if (node.name === 'term') markTerm(node, file)
  if (node.name !== 'badge') return
  file.data.hasParts = true
  const kind = node.attributes?.['kind'] ?? 'note'
  if (!alertKinds.some((known) => known === kind))
    reportAttribute(node, `:badge[New]{kind=${alertKinds.join('|')}}`, file)
  node.data = { ...node.data, hName: 'span', hProperties: { className: ['badge'], dataKind: kind } }
}

/** `rehypeTerms` makes a link of it. */
function markTerm(node: TextDirective, file: VFile): void {
  if (node.children.length === 0) reportAttribute(node, ':term[domain]', file)
  const id = node.attributes?.['id'] ?? ''
  node.data = { ...node.data, hName: 'span', hProperties: { [termMark]: id } }
}

function onlyChild<Node extends Nodes>(
  node: ContainerDirective,
  type: Node['type'],
  expected: string,
  file: VFile,
): Node[] {
  const matches = node.children.filter((child) => child.type === type) as unknown as Node[]
  if (matches.length !== 1 || node.children.length !== 1)
    report(file, problem('part-content', `:::${node.name}`, expected), node.position?.start)
  return matches
}

function reportAttribute(node: Directive, advice: string, file: VFile): void {
  const [colons] = /^:+/.exec(advice) ?? []
  report(
    file,
    problem('part-attribute', `${colons ?? ':'}${node.name}`, advice),
    node.position?.start,
  )
}
