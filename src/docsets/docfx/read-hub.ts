/** Read a `.yml` page of a docset: cards where its kind has them, else its text as typed. */
import { toHtml } from 'hast-util-to-html'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { pagePath } from '../address.ts'
import type { ReadContext } from '../context.ts'
import { decode } from '../decode.ts'
import type { PageDocument } from '../document.ts'
import { descriptionMissing, readYaml, titleMissing } from '../front-matter.ts'
import { placeOf } from '../place.ts'
import { resolveLink } from '../resolve.ts'
import { cardKinds, readCards, yamlKind } from './hub.ts'
import { factsOf } from './metadata.ts'
import type { PageRequest } from './read-page.ts'

const problem = defineProblems({
  'docfx-yaml-kind': (kind: string) => ({
    severity: 'warning',
    reason: `Unexpected page of kind \`${kind}\`, expected \`Hub\` or \`Landing\`: it is shown as typed`,
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
  const found = isHub
    ? []
    : [problemAt(name, problem('docfx-yaml-kind', kind), { line: 1, column: 1 })]
  const links: PageDocument['links'][number][] = []
  const place = { index, locale, path: file.path }

  const cards = readCards(data, (url) => {
    const { target, problem: wrong } = resolveLink(url, place, { ...context, base: '/' })
    const position = placeOf(text, url)
    if (wrong) found.push(problemAt(name, wrong, position))
    if (target) links.push({ ...target, url, text: '', position })
    return target?.href
  })
  const title = facts.title ?? file.path
  const description = facts.description ?? stringOf(data['summary'])
  if (messages.length === 0) {
    if (facts.title === undefined) found.push(titleMissing(name))
    if (description === undefined) found.push(descriptionMissing(name))
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
        ...(stringOf(data['summary']) && { summary: String(data['summary']) }),
      }),
    },
    absolute: file.absolute,
    name,
    ...(!isHub && { html: asTyped(text) }),
    images: [],
    links,
    ids: [],
    offers: [],
    messages: [...(message ? [message] : []), ...messages, ...found],
  }
}

function asTyped(text: string): string {
  return toHtml({
    type: 'element',
    tagName: 'pre',
    properties: {},
    children: [{ type: 'text', value: text }],
  })
}

function withoutNested(data: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => typeof value === 'string'))
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined
}
