/**
 * Read a `### YamlMime:Hub` or `Landing` page as groups of cards.
 *
 * The kinds differ in their outer keys only: a thing with `links` is a card, a thing with an address
 * of its own is a card with one link, a thing that holds such things is a group.
 */
import type { Card, CardGroup } from '../page.ts'

/** The kind named in the first line; undefined when the file names none. */
export function yamlKind(text: string): string | undefined {
  return /^###\s*YamlMime:\s*(\w+)/.exec(text.replace(/^\uFEFF/, ''))?.[1]
}

/** Kinds that are pages of cards. */
export const cardKinds: readonly string[] = ['Hub', 'Landing', 'ContextObject']

type Thing = Readonly<Record<string, unknown>>

/** The cards of a hub, in the order of the file; `resolve` turns an address as typed into one of the site. */
export function readCards(data: Thing, resolve: (url: string) => string | undefined): CardGroup[] {
  return Object.entries(data)
    .filter(([key]) => key !== 'metadata')
    .flatMap(([, value]) => groupsOf(value))
    .filter(({ cards }) => cards.length > 0)

  function groupsOf(value: unknown): CardGroup[] {
    if (Array.isArray(value)) return [group(undefined, value)]
    if (!isThing(value)) return []
    const sections = Array.isArray(value['sections']) ? value['sections'].filter(isThing) : []
    const own = Array.isArray(value['items']) ? [group(value, value['items'])] : []
    return [...own, ...sections.map((section) => group(section, asList(section['items'])))]
  }

  function group(owner: Thing | undefined, items: readonly unknown[]): CardGroup {
    return {
      ...words(owner, 'title'),
      ...words(owner, 'summary'),
      cards: items.filter(isThing).flatMap((item) => cardOf(item) ?? []),
    }
  }

  function cardOf(item: Thing): Card | undefined {
    const lists = asList(item['linkLists']).filter(isThing)
    const links = [...asList(item['links']), ...lists.flatMap((list) => asList(list['links']))]
      .filter(isThing)
      .flatMap((link) => linkOf(link) ?? [])
    const own = linkOf(item)
    const title = textOf(item['title'] ?? item['text'])
    if (!title || (links.length === 0 && !own)) return undefined
    return { title, ...words(item, 'summary'), links: links.length || !own ? links : [own] }
  }

  function linkOf(link: Thing) {
    const url = textOf(link['url'] ?? link['href'])
    const text = textOf(link['text'] ?? link['title'])
    if (!url || !text) return undefined
    const href = resolve(url)
    return { text, ...(href !== undefined && { href }) }
  }
}

function words<Key extends 'title' | 'summary'>(thing: Thing | undefined, key: Key) {
  const value = textOf(thing?.[key])
  return (value ? { [key]: value } : {}) as { [K in Key]?: string }
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).trim() || undefined
    : undefined
}
