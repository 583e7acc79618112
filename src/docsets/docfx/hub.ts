/**
 * Read a `### YamlMime:Hub` or `Landing` page as groups of cards.
 *
 * The kinds differ in their outer keys only: a thing with `items` or `sections` is a group, anything
 * else in a list is a card. What is not read is told, so that no words of a page go silently.
 */
import { append } from '#plugins/append.ts'
import type { Card, CardGroup, CardLink } from '../page.ts'
import { plainText, runsOf } from './hub-words.ts'

/** The kind named in the first line; undefined when the file names none. */
export function yamlKind(text: string): string | undefined {
  return /^###\s*YamlMime:\s*(\w+)/.exec(text.replace(/^\uFEFF/, ''))?.[1]
}

/** Kinds that are pages of cards. */
export const cardKinds: readonly string[] = ['Hub', 'Landing', 'ContextObject']

/** Keys and numbers of list entries that lead to a value. */
export type KeyPath = readonly (string | number)[]

export interface HubReader {
  /** From an address as typed to one of the site. */
  resolve: (url: string, path: KeyPath) => string | undefined
  /** Told of every value that nothing was made of. */
  unread: (path: KeyPath) => void
}

type Thing = Readonly<Record<string, unknown>>

/** Keys that the page itself is made of, not its cards. */
const pageKeys = ['metadata', 'title', 'summary', 'brand']

/** How Microsoft's site draws a card: nothing that a reader would miss. */
const settings = ['itemType', 'imageSrc', 'linkListType', 'azureCategories', 'azureCardSize']

const groupKeys = ['title', 'summary', 'items', 'sections', 'footer']
const cardKeys = ['title', 'text', 'summary', 'url', 'href', 'links', 'linkLists', 'footerLink']
const nestedKeys = ['items', 'sections', 'links', 'linkLists', 'footerLink']
const linkKeys = ['text', 'title', 'url', 'href']

/** The cards of a hub, in the order of the file. */
export function readCards(data: Thing, { resolve, unread }: HubReader): CardGroup[] {
  return Object.entries(data)
    .filter(([key]) => !pageKeys.includes(key))
    .flatMap(([key, value]) => {
      if (Array.isArray(value)) return groupsIn(value, [key], {})
      if (isThing(value)) return groupsOf(value, [key])
      if (value !== null) unread([key])
      return []
    })

  function groupsOf(thing: Thing, path: KeyPath): CardGroup[] {
    tellOthers(thing, groupKeys, path)
    const head = { ...words(thing, 'title'), ...words(thing, 'summary') }
    const groups = groupsIn(list(thing, 'items', path), [...path, 'items'], head)
    for (const [index, section] of list(thing, 'sections', path).entries()) {
      const place = [...path, 'sections', index]
      if (isThing(section)) append(groups, groupsOf(section, place))
      else unread(place)
    }
    const footer = textOf(thing['footer'])
    if (!footer) return groups
    const runs = runsOf(footer, (url) => resolve(url, [...path, 'footer']))
    const last = groups.pop() ?? { cards: [] }
    return [...groups, { ...last, footer: [...(last.footer ?? []), ...runs] }]
  }

  /** The cards of a list as one group under `head`, then the groups that the list holds. */
  function groupsIn(
    values: readonly unknown[],
    path: KeyPath,
    head: Omit<CardGroup, 'cards'>,
  ): CardGroup[] {
    const cards: Card[] = []
    const inner: CardGroup[] = []
    for (const [index, value] of values.entries()) {
      const place = [...path, index]
      if (!isThing(value)) unread(place)
      else if (value['items'] || value['sections']) append(inner, groupsOf(value, place))
      else append(cards, cardOf(value, place))
    }
    const isEmpty = cards.length === 0 && Object.keys(head).length === 0
    return [...(isEmpty ? [] : [{ ...head, cards }]), ...inner]
  }

  function cardOf(item: Thing, path: KeyPath): Card[] {
    tellOthers(item, cardKeys, path)
    const title = textOf(item['title'] ?? item['text']) ?? ''
    const own = addressOf(item) ? linkOf(item, path) : []
    const lists = list(item, 'linkLists', path).flatMap((candidate, index) => {
      const place = [...path, 'linkLists', index]
      if (isThing(candidate)) {
        tellOthers(candidate, ['links'], place)
        return linksOf(candidate, place)
      }
      unread(place)
      return []
    })
    const footer = item['footerLink']
    const more = isThing(footer) ? linkOf(footer, [...path, 'footerLink'], linkKeys) : []
    const links = [...own, ...linksOf(item, path), ...lists, ...more]
    const summary = words(item, 'summary')
    return title || summary.summary || links.length ? [{ title, ...summary, links }] : []
  }

  function linksOf(thing: Thing, path: KeyPath): CardLink[] {
    return list(thing, 'links', path).flatMap((link, index) => {
      const place = [...path, 'links', index]
      if (isThing(link)) return linkOf(link, place, linkKeys)
      unread(place)
      return []
    })
  }

  /** A link without a text shows its address; a text without an address stays a text. */
  function linkOf(link: Thing, path: KeyPath, known?: readonly string[]): CardLink[] {
    if (known) tellOthers(link, known, path)
    const url = addressOf(link)
    const text = textOf(link['text'] ?? link['title']) ?? url
    if (!text) return []
    const href = url && resolve(url, [...path, link['url'] === undefined ? 'href' : 'url'])
    return [{ text, ...(href && { href }) }]
  }

  function list(thing: Thing, key: string, path: KeyPath): readonly unknown[] {
    const value = thing[key]
    if (Array.isArray(value)) return value
    if (value !== undefined && value !== null) unread([...path, key])
    return []
  }

  function tellOthers(thing: Thing, known: readonly string[], path: KeyPath) {
    for (const [key, value] of Object.entries(thing)) {
      if (settings.includes(key) || value === null) continue
      const isText = typeof value !== 'object'
      const isRead = isText ? !nestedKeys.includes(key) : nestedKeys.includes(key)
      if (!known.includes(key) || !isRead) unread([...path, key])
    }
  }
}

function addressOf(thing: Thing): string | undefined {
  return textOf(thing['url'] ?? thing['href'])
}

function words<Key extends 'title' | 'summary'>(thing: Thing, key: Key) {
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
