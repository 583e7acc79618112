/** Read a `.yml` page of a docset: as cards if its kind has them, else as source text. */
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { type Node, isMap, isNode, isScalar } from 'yaml'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { type SafeHtml, htmlOf } from '#plugins/safe-html.ts'
import { pagePath } from '../address.ts'
import { type ReadContext, listContext } from '../context.ts'
import { decode } from '../decode.ts'
import { type PageDocument, pageContentOf } from '../document.ts'
import { descriptionMissing, readYaml, titleMissing } from '../front-matter.ts'
import { foreignNames } from '../known-blocks.ts'
import type { CardGroup, HubPage } from '../page.ts'
import { resolveLink } from '../resolve-link.ts'
import { parseYaml } from '../yaml.ts'
import { plainText } from './hub-words.ts'
import { type KeyPath, cardKinds, readCards, yamlKind } from './hub.ts'
import { type DocfxFacts, factsOf } from './metadata.ts'
import type { PageRequest } from './page-request.ts'

const problem = defineProblems('docfx', {
  'docfx-yaml-kind': (kind: string) => ({
    severity: 'warning',
    reason: `Page of kind \`${kind}\` is shown as typed. Make it one of the kinds that the manual names, or a page in Markdown.`,
  }),
  'hub-key': (key: string) => ({
    severity: 'warning',
    reason: `A page of cards shows no \`${key}\`, so it is left out. Use titles, summaries, items, links and footers.`,
  }),
})

/** Read the page’s file as cards, or as source text if its kind has none. */
export async function readHub(request: PageRequest, context: ReadContext): Promise<PageDocument> {
  const { file, build } = request
  const name = context.nameOf(file.absolute)
  const bytes = (await context.files.read(file.absolute)) ?? new Uint8Array()
  const { text, message } = decode(bytes, name)
  const { data, messages } = readYaml(text, name)
  const facts = factsOf(metadataOf(data), file.path, build)
  const kind = yamlKind(text) ?? ''
  const hub = cardKinds.includes(kind) ? readHubCards(request, context, text, data) : undefined
  const summary = stringOf(data['summary'])
  const description = facts.description ?? (summary && plainText(summary))
  const title = facts.title ?? file.path
  const { lang } = foreignNames(request.index, file.absolute, context)(title)
  const head = { id: '', text: title, ...(lang && { lang }) }
  const page = { ...pageFacts(request, facts, description), heading: head }
  return {
    page: hub
      ? {
          ...page,
          kind: 'hub',
          cards: hub.cards,
          ...(summary && { summary: plainText(summary) }),
        }
      : { ...page, kind: 'docfx', hasCode: true },
    absolute: file.absolute,
    name,
    ...(!hub && { content: pageContentOf([asTyped(text)]), asTyped: true }),
    images: [],
    links: hub?.links ?? [],
    ids: [],
    offers: hub?.offers ?? [],
    messages: [
      ...(message ? [message] : []),
      ...messages,
      ...(hub?.messages ?? [
        problemAt(name, problem('docfx-yaml-kind', kind), { line: 1, column: 1 }),
      ]),
      ...(messages.length === 0 && facts.title === undefined ? [titleMissing(name)] : []),
      ...(messages.length === 0 && description === undefined ? [descriptionMissing(name)] : []),
    ],
  }
}

/** Fields of the page that do not depend on its cards. */
function pageFacts(
  { index, locale, contentLocale, file, alternates }: PageRequest,
  facts: DocfxFacts,
  description = '',
): Omit<HubPage, 'kind' | 'cards' | 'summary'> {
  const { id: docset } = index.docset
  const title = facts.title ?? file.path
  return {
    docset,
    locale,
    contentLocale,
    slug: file.slug,
    path: pagePath(locale, docset, file.slug),
    title,
    heading: { id: '', text: title },
    description,
    ...(facts.updated && { updated: facts.updated }),
    ...(facts.translation && { translation: facts.translation }),
    headings: [],
    alternates,
  }
}

interface HubCards {
  cards: readonly CardGroup[]
  links: PageDocument['links'][number][]
  offers: PageDocument['offers'][number][]
  messages: VFileMessage[]
}

/** The cards of a hub page, with the links and problems of their addresses. */
function readHubCards(
  { index, locale, file }: PageRequest,
  context: ReadContext,
  text: string,
  data: Readonly<Record<string, unknown>>,
): HubCards {
  const name = context.nameOf(file.absolute)
  const location = { index, locale, path: file.path }
  const result: HubCards = { cards: [], links: [], offers: [], messages: [] }
  const places = placesIn(text)
  const cards = readCards(data, {
    resolve(url, path) {
      const {
        target,
        problem: reason,
        file: offer,
      } = resolveLink(url, location, listContext(context))
      const position = places.value(path, url)
      if (reason) result.messages.push(problemAt(name, reason, position))
      if (target) result.links.push({ ...target, url, text: '', position })
      if (offer) result.offers.push(offer)
      return target?.href
    },
    unread(path) {
      result.messages.push(problemAt(name, problem('hub-key', keyOf(path)), places.key(path)))
    },
  })
  const langOf = foreignNames(index, file.absolute, context)
  return { ...result, cards: cards.map((group) => withLanguages(group, langOf)) }
}

/** Add the language to cards whose text is not translated. */
function withLanguages(group: CardGroup, langOf: ReturnType<typeof foreignNames>): CardGroup {
  const withOwn = <T extends { title?: string; summary?: string }>(thing: T) => {
    const { lang } = langOf(thing.summary)
    return { ...thing, ...langOf(thing.title), ...(lang && { summaryLang: lang }) }
  }
  const cards = group.cards.map((card) => ({
    ...withOwn(card),
    links: card.links.map((link) => ({ ...link, ...langOf(link.text) })),
  }))
  return { ...withOwn(group), cards }
}

function asTyped(text: string): SafeHtml {
  return htmlOf({
    type: 'element',
    tagName: 'pre',
    properties: {},
    children: [{ type: 'text', value: text }],
  })
}

/** The path of a value as an author writes it: `footer`, or `items[2]` for an entry of a list. */
function keyOf(path: KeyPath): string {
  const last = path.at(-1)
  return typeof last === 'number' ? `${path.at(-2)}[${last}]` : String(last)
}

/** Finds the positions of keys and values in a YAML text. */
function placesIn(text: string) {
  const { document, pointAt } = parseYaml(text)
  const nodeAt = (path: KeyPath): unknown => document.getIn(path, true)

  return {
    /** The position of `title` in the value. */
    value(path: KeyPath, title: string): Position {
      const [from, to] = rangeOf(nodeAt(path))
      const index = text.indexOf(title, from)
      const offset = index >= 0 && index < to ? index : from
      return { start: pointAt(offset), end: pointAt(offset + title.length) }
    },
    key(path: KeyPath) {
      const above = path.length > 1 ? nodeAt(path.slice(0, -1)) : document.contents
      const pair = isMap(above)
        ? above.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
        : undefined
      return pointAt(rangeOf(pair?.key ?? nodeAt(path))[0])
    },
  }
}

function rangeOf(node: unknown): [number, number] {
  const range = isNode(node) ? (node as Node).range : undefined
  return [range?.[0] ?? 0, range?.[1] ?? 0]
}

/** The metadata of a `.yml` page: below `metadata`, or beside it. */
export function metadataOf(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...(data['metadata'] as object | null), ...withoutNested(data) }
}

function withoutNested(data: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => typeof value === 'string'))
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined
}
