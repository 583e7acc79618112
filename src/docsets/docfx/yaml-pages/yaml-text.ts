/** What a `.yml` page made of texts gives to the reader of pages: Markdown, facts, and the way back to its places. */
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { ReadContext } from '../../context.ts'
import { readYaml } from '../../front-matter.ts'
import type { DocfxConfig } from '../config.ts'
import { yamlKind } from '../hub.ts'
import { plainText } from '../hub-words.ts'
import { type DocfxFacts, factsOf } from '../metadata.ts'
import { metadataOf } from '../read-hub.ts'
import { textKinds, yamlPage } from './yaml-page.ts'

const problem = defineProblems('docfx', {
  'yaml-page-key': (key: string) => ({
    severity: 'warning',
    reason: `A page made of texts shows no \`${key}\`, so it is left out. Put it into a text or a part that is shown.`,
  }),
})

export interface YamlText {
  markdown: string
  facts: DocfxFacts
  hasDate: boolean
  messages: readonly VFileMessage[]
  /** Give what was found in the Markdown its place in the file. */
  putBack: (file: VFile) => void
}

/** Undefined for a file of another kind. */
export function yamlText(
  text: string,
  {
    name,
    path,
    locale,
    isSource,
  }: { name: string; path: string; locale: string; isSource: boolean },
  build: DocfxConfig['build'],
  { locales }: ReadContext,
): YamlText | undefined {
  if (!/\.ya?ml$/i.test(path) || !textKinds.has(yamlKind(text) ?? '')) return undefined
  const { data, messages } = readYaml(text, name)
  const strings = locales.find(({ tag }) => tag === locale)?.strings
  const { summary } = data
  const values: Record<string, unknown> = {
    ...(typeof summary === 'string' && { description: plainText(summary.trim()) }),
    ...metadataOf(data),
    // The title over the page may be another one than that of the window.
    ...(data['metadata'] as object | null),
  }
  const page = yamlPage(messages.length > 0 ? '' : text, {
    prerequisites: strings?.['page.prerequisites'] ?? 'Prerequisites',
    hasQuestionIds: isSource && yamlKind(text) === 'FAQ',
  })
  return {
    markdown: page.markdown,
    facts: factsOf(values, path, build),
    hasDate: Boolean(values['ms.date']),
    messages: [
      ...messages,
      ...page.unread.map(({ key, place }) => problemAt(name, problem('yaml-page-key', key), place)),
    ],
    putBack: (file) => putBack(file, page.placeOf),
  }
}

function putBack(file: VFile, placeOf: (point: Point) => Point): void {
  for (const message of file.messages) {
    // What an included file says has its place there.
    if (message.file !== undefined && message.file !== file.path) continue
    const { place } = message
    if (place) message.place = 'start' in place ? moved(place, placeOf) : placeOf(place)
    if (message.line === undefined) continue
    const point = placeOf({ line: message.line, column: message.column ?? 1 })
    message.line = point.line
    message.column = point.column
  }
  for (const link of file.data.links ?? []) {
    if (link.position && link.origin === undefined) link.position = moved(link.position, placeOf)
  }
}

function moved({ start, end }: Position, placeOf: (point: Point) => Point): Position {
  return { start: placeOf(start), end: placeOf(end) }
}
