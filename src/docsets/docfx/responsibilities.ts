/** Combine pages that each list what one party does to one table: a row for each section, a column for each party. */
import type { Element, ElementContent, Properties, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from '#plugins/visit.ts'
import type { Heading } from '../page.ts'
import { keepIdsApart } from './own-ids.ts'
import { type Section, type Sections, alignSections, isEmpty, readSections } from './sections.ts'

/** What one party does. */
export interface PartyPage {
  party: string
  /** The label of the party. */
  label: string
  /** The page’s content, which is changed. */
  tree: Root
  /** The page's own address, for links to anchors that are not in the table. */
  address: string
}

/** Labels of the table, in the language of the pages. */
export interface ResponsibilityLabels {
  caption: string
  /** Head of the column of sections. */
  section: string
  /** Cell of a party whose page lacks the section. */
  nothing: string
}

export interface SideBySide {
  tree: Root
  /** One for each row. */
  headings: Heading[]
  /** Every anchor. */
  ids: string[]
}

interface Party extends Sections {
  label: string
}

/** Align pages by the ids of their level-two headings. */
export function sideBySide(pages: readonly PartyPage[], labels: ResponsibilityLabels): SideBySide {
  const rows = alignSections(
    pages.map(({ tree }) => readSections(tree).sections.map(({ id }) => id)),
  )
  const anchors = new Set(rows)
  const taken = new Set(rows)
  const parties = pages.map(({ party, label, tree, address }): Party => {
    keepIdsApart(tree, anchors, taken, { suffix: party, address })
    return { label, ...readSections(tree) }
  })
  const headings = rows.map((id): Heading => {
    const heading = parties.map((party) => sectionIn(party, id)?.heading).find(Boolean) ?? []
    return { depth: 2, id, text: toString({ type: 'root', children: heading }).trim() }
  })
  const lead = parties
    .filter(({ before }) => !isEmpty(before))
    .map(({ before }) => element('div', { className: ['responsibilities__lead'] }, before))
  const tree: Root = { type: 'root', children: [...lead, tableOf(rows, parties, labels)] }
  return { tree, headings, ids: idsOf(tree) }
}

/**
 * Roles say again what the elements are: a narrow screen lays rows out as cards, and a browser no longer
 * takes for a table what is not displayed as one.
 *
 * Search leaves the table out: it finds the same words in the pages that they come from, by heading.
 */
function tableOf(
  rows: readonly string[],
  parties: readonly Party[],
  labels: ResponsibilityLabels,
): Element {
  const head = [labels.section, ...parties.map(({ label }) => label)].map((text) =>
    element('th', { scope: 'col', role: 'columnheader' }, [{ type: 'text', value: text }]),
  )
  const table = element('table', { role: 'table' }, [
    element('caption', {}, [{ type: 'text', value: labels.caption }]),
    element('thead', { role: 'rowgroup' }, [element('tr', { role: 'row' }, head)]),
    element(
      'tbody',
      { role: 'rowgroup' },
      rows.map((id) => rowOf(id, parties, labels)),
    ),
  ])
  return element('div', { className: ['responsibilities'], dataPagefindIgnore: '' }, [table])
}

function rowOf(id: string, parties: readonly Party[], { nothing }: ResponsibilityLabels): Element {
  const sections = parties.map((party) => sectionIn(party, id))
  const { heading = [], link } = sections.find(Boolean) ?? {}
  // The link is no part of the row's name.
  const name = { id: `_title-${id}` }
  const section = element('div', { className: ['responsibilities__section'] }, [
    element('span', name, heading),
    ...(link ? [link] : []),
  ])
  const cells = parties.map(({ label }, index) => {
    const content = sections[index]?.content ?? []
    const messages = isEmpty(content)
      ? [
          element('p', { className: ['responsibilities__nothing'] }, [
            { type: 'text', value: nothing },
          ]),
        ]
      : content
    return element('td', { role: 'cell', dataLabel: label }, messages)
  })
  return element('tr', { role: 'row' }, [
    element('th', { scope: 'row', role: 'rowheader', id, ariaLabelledBy: [name.id] }, [section]),
    ...cells,
  ])
}

function sectionIn({ sections }: Party, id: string): Section | undefined {
  return sections.find((section) => section.id === id)
}

/** Without those that only name rows for screen readers. */
function idsOf(tree: Root): string[] {
  const ids: string[] = []
  visit(tree, 'element', ({ properties: { id } }) => {
    if (typeof id === 'string' && !id.startsWith('_title-')) ids.push(id)
  })
  return ids
}

function element(
  tagName: string,
  properties: Properties,
  children: readonly Root['children'][number][],
): Element {
  // What is at the top of a parsed fragment may be inside an element: a fragment has no doctype.
  return { type: 'element', tagName, properties, children: children as ElementContent[] }
}
