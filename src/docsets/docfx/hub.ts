/**
 * Read a `### YamlMime:Hub` or `Landing` page as groups of cards. The kinds differ in their outer keys only: a map
 * with `items` or `sections` is a group, anything else in a list is a card. Unread values are reported, so that no
 * text of a page is lost silently.
 */
import { append } from '#plugins/large-arrays.ts'
import type { Card, CardGroup, CardLink } from '../page.ts'
import { plainText, runsOf } from './hub-words.ts'

/** The kind in the first line; undefined if there is none. */
export function yamlKind(text: string): string | undefined {
  return /^#+[ \t]*YamlMime[ \t]*:[ \t]*(\w+)/i.exec(text.replace(/^\uFEFF/, ''))?.[1]
}

/** Kinds of pages that consist of cards. */
export const cardKinds: readonly string[] = ['Hub', 'Landing']

/** The path of a value: keys and indexes. */
export type KeyPath = readonly (string | number)[]

export interface HubReader {
  /** Maps an address as typed to one of the site. */
  resolve: (url: string, path: KeyPath) => string | undefined
  /** Called with every unread value. */
  unread: (path: KeyPath) => void
}

type Thing = Readonly<Record<string, unknown>>

/** Keys that the page itself is made of, not its cards. */
const pageKeys = ['metadata', 'title', 'summary', 'brand']

/** Keys that only style a card on Microsoft’s site. */
const settings = ['itemType', 'imageSrc', 'linkListType', 'azureCategories', 'azureCardSize']

const groupKeys = ['title', 'summary', 'items', 'sections', 'footer']
const cardKeys = ['title', 'text', 'summary', 'url', 'href', 'links', 'linkLists', 'footerLink']
const nestedKeys = ['items', 'sections', 'links', 'linkLists', 'footerLink']
const linkKeys = ['text', 'title', 'url', 'href']

/** The cards of a hub, in the order of the file. */
export function readCards(data: Thing, reader: HubReader): CardGroup[] {
  return Object.entries(data)
    .filter(([key]) => !pageKeys.includes(key))
    .flatMap(([key, value]) => {
      if (Array.isArray(value)) return groupsIn(reader, value, [key], {})
      if (isThing(value)) return groupsOf(reader, value, [key])
      if (value !== null) reader.unread([key])
      return []
    })
}

function groupsOf(reader: HubReader, thing: Thing, path: KeyPath): CardGroup[] {
  reportOthers(reader, thing, groupKeys, path)
  const head = { ...textPart(thing, 'title'), ...textPart(thing, 'summary') }
  const groups = groupsIn(reader, list(reader, thing, 'items', path), [...path, 'items'], head)
  for (const [index, section] of list(reader, thing, 'sections', path).entries()) {
    const place = [...path, 'sections', index]
    if (isThing(section)) append(groups, groupsOf(reader, section, place))
    else reader.unread(place)
  }
  const footer = textOf(thing['footer'])
  if (!footer) return groups
  const runs = runsOf(footer, (url) => reader.resolve(url, [...path, 'footer']))
  const last = groups.pop() ?? { cards: [] }
  return [...groups, { ...last, footer: [...(last.footer ?? []), ...runs] }]
}

/** The cards of a list as one group under `head`, then the groups that the list holds. */
function groupsIn(
  reader: HubReader,
  values: readonly unknown[],
  path: KeyPath,
  head: Omit<CardGroup, 'cards'>,
): CardGroup[] {
  const cards: Card[] = []
  const inner: CardGroup[] = []
  for (const [index, value] of values.entries()) {
    const place = [...path, index]
    if (!isThing(value)) reader.unread(place)
    else if (value['items'] || value['sections']) append(inner, groupsOf(reader, value, place))
    else append(cards, cardOf(reader, value, place))
  }
  const isEmpty = cards.length === 0 && Object.keys(head).length === 0
  return [...(isEmpty ? [] : [{ ...head, cards }]), ...inner]
}

function cardOf(reader: HubReader, item: Thing, path: KeyPath): Card[] {
  reportOthers(reader, item, cardKeys, path)
  const title = textOf(item['title'] ?? item['text']) ?? ''
  const own = addressOf(item) ? linkOf(reader, item, path) : []
  const lists = list(reader, item, 'linkLists', path).flatMap((candidate, index) => {
    const place = [...path, 'linkLists', index]
    if (isThing(candidate)) {
      reportOthers(reader, candidate, ['links'], place)
      return linksOf(reader, candidate, place)
    }
    reader.unread(place)
    return []
  })
  const footer = item['footerLink']
  const more = isThing(footer) ? linkOf(reader, footer, [...path, 'footerLink'], linkKeys) : []
  const links = [...own, ...linksOf(reader, item, path), ...lists, ...more]
  const summary = textPart(item, 'summary')
  return title || summary.summary || links.length ? [{ title, ...summary, links }] : []
}

function linksOf(reader: HubReader, thing: Thing, path: KeyPath): CardLink[] {
  return list(reader, thing, 'links', path).flatMap((link, index) => {
    const place = [...path, 'links', index]
    if (isThing(link)) return linkOf(reader, link, place, linkKeys)
    reader.unread(place)
    return []
  })
}

/** A link without text shows its address; a text without address is no link. */
function linkOf(
  reader: HubReader,
  link: Thing,
  path: KeyPath,
  known?: readonly string[],
): CardLink[] {
  if (known) reportOthers(reader, link, known, path)
  const url = addressOf(link)
  const text = textOf(link['text'] ?? link['title']) ?? url
  if (!text) return []
  const href = url && reader.resolve(url, [...path, link['url'] === undefined ? 'href' : 'url'])
  return [{ text, ...(href && { href }) }]
}

function list(reader: HubReader, thing: Thing, key: string, path: KeyPath): readonly unknown[] {
  const value = thing[key]
  if (Array.isArray(value)) return value
  if (value !== undefined && value !== null) reader.unread([...path, key])
  return []
}

function reportOthers(reader: HubReader, thing: Thing, known: readonly string[], path: KeyPath) {
  for (const [key, value] of Object.entries(thing)) {
    if (settings.includes(key) || value === null) continue
    const isText = typeof value !== 'object'
    const isRead = isText ? !nestedKeys.includes(key) : nestedKeys.includes(key)
    if (!known.includes(key) || !isRead) reader.unread([...path, key])
  }
}

function addressOf(thing: Thing): string | undefined {
  return textOf(thing['url'] ?? thing['href'])
}

function textPart<Key extends 'title' | 'summary'>(thing: Thing, key: Key) {
  const value = textOf(thing[key])
  const shown = key === 'summary' && value ? plainText(value) : value
  return (shown ? { [key]: shown } : {}) as { [K in Key]?: string }
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).trim() || undefined
    : undefined
}
