/** Read a `.yml` page of a docset: cards where its kind has them, else its text as typed. */
import type { Position } from 'unist'
import { type Node, isMap, isNode, isScalar } from 'yaml'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { type SafeHtml, htmlOf } from '#plugins/safe-html.ts'
import { pagePath } from '../address.ts'
import { type ReadContext, listContext } from '../context.ts'
import { decode } from '../decode.ts'
import type { PageDocument } from '../document.ts'
import { descriptionMissing, readYaml, titleMissing } from '../front-matter.ts'
import { resolveLink } from '../resolve.ts'
import { parseYaml } from '../yaml.ts'
import { plainText } from './hub-words.ts'
import { type KeyPath, cardKinds, readCards, yamlKind } from './hub.ts'
import { factsOf } from './metadata.ts'
import type { PageRequest } from './read-page.ts'

const problem = defineProblems({
  'docfx-yaml-kind': (kind: string) => ({
    severity: 'warning',
    reason: `Unexpected page of kind \`${kind}\`, expected \`Hub\` or \`Landing\`: it is shown as typed`,
  }),
  'hub-key': (key: string) => ({
    severity: 'warning',
    reason: `Unexpected \`${key}\` on a page of cards, expected titles, summaries, items, links and footers: it is left out`,
  }),
})

export async function readHub(request: PageRequest, context: ReadContext): Promise<PageDocument> {
  const { index, locale, contentLocale, file, alternates, build } = request
  const { id: docset } = index.docset
  const name = context.nameOf(file.absolute)
  const { text, message } = decode(
    (await context.files.read(file.absolute)) ?? new Uint8Array(),
    name,
  )
  const { data, messages } = readYaml(text, name)
  const kind = yamlKind(text) ?? ''
  const isHub = cardKinds.includes(kind)
  const metadata = data['metadata']
  const facts = factsOf(
    { ...(metadata as object | null), ...withoutNested(data) },
    file.path,
    build,
  )
  const problems = isHub
    ? []
    : [problemAt(name, problem('docfx-yaml-kind', kind), { line: 1, column: 1 })]
  const links: PageDocument['links'][number][] = []
  const offers: PageDocument['offers'][number][] = []
  const place = { index, locale, path: file.path }
  const toSite = listContext(context)
  const places = placesIn(text)
  const cards = isHub
    ? readCards(data, {
        resolve(url, path) {
          const { target, problem: wrong, file: offered } = resolveLink(url, place, toSite)
          const position = places.value(path, url)
          if (wrong) problems.push(problemAt(name, wrong, position))
          if (target) links.push({ ...target, url, text: '', position })
          if (offered) offers.push(offered)
          return target?.href
        },
        unread(path) {
          // A context object is nothing but metadata, typed without a key over it.
          if (kind === 'ContextObject' && path.length === 1) return
          problems.push(problemAt(name, problem('hub-key', keyOf(path)), places.key(path)))
        },
      })
    : []
  const summary = stringOf(data['summary'])
  const title = facts.title ?? file.path
  const description = facts.description ?? (summary && plainText(summary))
  if (messages.length === 0) {
    if (facts.title === undefined) problems.push(titleMissing(name))
    if (description === undefined) problems.push(descriptionMissing(name))
  }
  return {
    page: {
      kind: isHub ? 'hub' : 'docfx',
      docset,
      locale,
      contentLocale,
      slug: file.slug,
      path: pagePath(locale, docset, file.slug),
      title,
      heading: { id: '', text: title },
      description: description ?? '',
      ...(facts.updated && { updated: facts.updated }),
      ...(facts.translation && { translation: facts.translation }),
      headings: [],
      alternates,
      ...(isHub && {
        cards,
        ...(summary && { summary: plainText(summary) }),
      }),
    },
    absolute: file.absolute,
    name,
    ...(!isHub && { html: asTyped(text), asTyped: true }),
    images: [],
    links,
    ids: [],
    offers,
    messages: [...(message ? [message] : []), ...messages, ...problems],
  }
}

function asTyped(text: string): SafeHtml {
  return htmlOf({
    type: 'element',
    tagName: 'pre',
    properties: {},
    children: [{ type: 'text', value: text }],
  })
}

/** The key that an author looks for: `footer`, or `items[2]` for an entry of a list. */
function keyOf(path: KeyPath): string {
  const last = path.at(-1)
  return typeof last === 'number' ? `${path.at(-2)}[${last}]` : String(last)
}

/** Where the keys and values of a YAML text stand. */
function placesIn(text: string) {
  const { document, pointAt } = parseYaml(text)
  const nodeAt = (path: KeyPath): unknown => document.getIn(path, true)

  return {
    /** Where `words` stand in the value. */
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

function withoutNested(data: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => typeof value === 'string'))
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined
}
