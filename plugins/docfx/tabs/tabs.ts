/**
 * Read `# [Title](#tab/id)` … `---` as a group of tabs: sections under headings, which a script of the site turns into
 * a list of tabs.
 *
 * The rules are those of docfx’s TabGroupAggregator: a heading of any level that is nothing but such a link begins a
 * tab, a thematic break ends the group, and so does the end of what holds it. `#tab/id/condition` is shown where the
 * tab `condition` is chosen in another group of the page.
 */
import type { Blockquote, Heading, Link, Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import type { VFile } from 'vfile'
import { defineProblems, report } from '../../problems.ts'
import { SKIP, visit } from '../../visit.ts'

declare module 'vfile' {
  interface DataMap {
    /** The page has tabs, for which it needs a script. */
    hasTabs?: true
  }
}

const problem = defineProblems('docfx', {
  'tabs-open': () => ({
    severity: 'warning',
    reason:
      'These tabs have no end, so the headings below belong to the last tab. Write `---` behind the tabs.',
  }),
  'tabs-address': (actual: string) => ({
    severity: 'warning',
    reason: `\`${actual}\` is no tab, so only its words are shown. Write \`#tab/\` and an id of letters, digits and hyphens.`,
  }),
  'tabs-twice': (id: string, line: number) => ({
    severity: 'warning',
    reason: `The tab \`${id}\` is in these tabs already, at line ${line}. Give each its own id.`,
  }),
  'tabs-condition': (condition: string) => ({
    severity: 'warning',
    reason: `No tab of this page is called \`${condition}\`, so nothing can be chosen for which this one is meant. Name one that there is.`,
    note: 'Until then it is shown like a tab without a condition.',
  }),
})

interface Tab {
  heading: Heading
  link: Link
  /** `windows`, or `windows+macos`. */
  id: string
  condition?: string
}

interface Group {
  tabs: (Tab & { children: Nodes[]; section: Blockquote })[]
}

/** What reading a page has found so far. */
interface Reading {
  file: VFile
  /** The level of the heading that the words so far belong to. */
  depth: number
  groups: Group[]
}

const address = /^#tab\/([a-z\d-]+(?:\+[a-z\d-]+)*)(?:\/([a-z\d-]+)?)?$/i

/** Comes after `remarkIncludes`: groups are counted over the whole page. */
export default function remarkTabs() {
  return (tree: Root, file: VFile): undefined => {
    const reading: Reading = { file, depth: 1, groups: [] }
    groupTabs(tree, reading)
    if (reading.groups.length === 0) return
    file.data.hasTabs = true
    reportConditions(reading)
  }
}

function groupTabs(parent: Nodes, reading: Reading): void {
  if (!('children' in parent) || /^(?:paragraph|heading|table)$/.test(parent.type)) return
  const children: Nodes[] = []
  let open: { group: Group; place: Blockquote; depth: number } | undefined
  for (const child of parent.children) {
    const tab = child.type === 'heading' ? tabOf(child, reading.file) : undefined
    const last = open?.group.tabs.at(-1)
    if (tab) {
      if (!open) {
        const place: Blockquote = { type: 'blockquote', children: [] }
        open = { group: { tabs: [] }, place, depth: reading.depth }
        reading.groups.push(open.group)
        children.push(place)
      }
      open.group.tabs.push({ ...tab, children: [], section: { type: 'blockquote', children: [] } })
    } else if (open && child.type === 'thematicBreak') {
      close(open)
    } else {
      if (child.type === 'heading') reading.depth = child.depth
      groupTabs(child, reading)
      ;(last?.children ?? children).push(child)
    }
  }
  if (open) {
    reportOpen(open.group, reading.file)
    close(open)
  }
  parent.children = children as typeof parent.children

  function close({ group, place, depth }: NonNullable<typeof open>): void {
    reading.depth = depth
    drawGroup(group, place, reading)
    open = undefined
  }
}

/** Whether a heading begins a tab: it is the name of one then, and no place of the page. */
export function isTab(heading: Heading): boolean {
  return address.test(onlyLink(heading)?.url ?? '')
}

/** The tab that a heading begins; what only begins like one is reported, and a heading of the page. */
function tabOf(heading: Heading, file: VFile): Tab | undefined {
  const link = onlyLink(heading)
  if (!link || !/^#tab\//i.test(link.url)) return undefined
  const [, id, condition] = address.exec(link.url) ?? []
  if (id) return { heading, link, id, ...(condition && { condition }) }
  report(file, problem('tabs-address', link.url), link)
  heading.children = unlinked(heading.children, link)
  // Tabs are typed at level one, which is that of the title.
  if (heading.depth === 1) heading.depth = 2
  return undefined
}

/**
 * Beside the link, a translation may have the name of the source’s heading, `<a name="…"></a>`; its words that are still
 * in the source language are in a `<span>`.
 */
function onlyLink({ children }: Pick<Heading, 'children'>): Link | undefined {
  const [first, ...others] = children.filter((child) => {
    if (child.type === 'html') return !/^<\/?a\b(?!.*\bhref)/is.test(child.value)
    return child.type !== 'text' || child.value.trim() !== ''
  })
  if (others.length > 0) return undefined
  if (first?.type === 'emphasis' && first.data?.hName === 'span') return onlyLink(first)
  return first?.type === 'link' ? first : undefined
}

function drawGroup({ tabs }: Group, place: Blockquote, { groups, depth, file }: Reading): void {
  const lines = new Map<string, number>()
  place.data = { hName: 'div', hProperties: { className: ['tabs'] } }
  place.children = tabs.map((tab, index) => {
    const { id, condition, children, heading, section } = tab
    const name = [id, condition].filter(Boolean).join('/')
    const line = lines.get(name)
    if (line !== undefined) report(file, problem('tabs-twice', name, line), heading)
    else lines.set(name, heading.position?.start.line ?? 0)
    const parts = [groups.length, ...name.replaceAll('+', '-').split('/')]
    const hProperties = {
      className: ['tabs__panel'],
      // As docfx names it: links lead to it.
      id: ['tabpanel', ...parts, ...(line === undefined ? [] : [index + 1])].join('_'),
      dataTab: id,
      ...(condition && { dataCondition: condition }),
    }
    section.data = { hName: 'section', hProperties }
    const content = [titleOf(tab, Math.min(depth + 1, 6)), ...children]
    section.children = content as Blockquote['children']
    return section
  })
}

/** A heading without an address of its own: several groups of a page have tabs of one name. */
function titleOf({ heading, link }: Tab, depth: number): Paragraph {
  const { position, data } = heading
  const { hProperties } = (data ?? {}) as { hProperties?: Record<string, unknown> }
  return {
    type: 'paragraph',
    children: unlinked(heading.children, link),
    data: {
      ...data,
      hName: `h${depth}`,
      hProperties: { ...hProperties, className: ['tabs__title'] },
    },
    ...(position && { position }),
  }
}

function unlinked(children: readonly PhrasingContent[], link: Link): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] => {
    if (child === link) return link.children
    return child.type === 'emphasis'
      ? [{ ...child, children: unlinked(child.children, link) }]
      : [child]
  })
}

/** Tabs to the end of the page are meant so, unless other parts of the page come below. */
function reportOpen({ tabs }: Group, file: VFile): void {
  const last = tabs.at(-1)
  let hasHeading = false
  visit({ type: 'root', children: last?.children ?? [] } as Root, 'heading', ({ depth }) => {
    hasHeading ||= depth <= 2
    return SKIP
  })
  if (hasHeading) report(file, problem('tabs-open'), last?.heading)
}

/** A tab for which nothing can be chosen is like the others. */
function reportConditions({ groups, file }: Reading): void {
  const tabs = groups.flatMap((group) => group.tabs)
  const ids = new Set(tabs.flatMap(({ id }) => id.split('+')))
  for (const { condition, heading, section } of tabs) {
    if (condition === undefined || ids.has(condition)) continue
    report(file, problem('tabs-condition', condition), heading)
    delete section.data?.hProperties?.['dataCondition']
  }
}
