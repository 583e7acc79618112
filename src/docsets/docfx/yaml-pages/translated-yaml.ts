/**
 * The words of a `.yml` file of docfx as Markdown, for those who translate them.
 *
 * Of tables of contents and of pages of cards (`Hub`, `Landing`) nothing is drawn from it: it holds what readers see, in
 * the order of the file.
 */
import { type Node, isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import { cardKinds, yamlKind } from '../hub.ts'
import {
  type YamlMarkdown,
  type Writing,
  blank,
  startWriting,
  scalarWords,
  writeLine,
  toYamlMarkdown,
} from './yaml-markdown.ts'
import { textKinds, writeMetadata, yamlPage } from './yaml-page.ts'

/**
 * Undefined for a file without words to translate.
 *
 * @param isSource - It is in the docset’s own language: headings have the ids that the site gives them.
 */
export function translatedYaml(
  text: string,
  path: string,
  isSource: boolean,
): YamlMarkdown | undefined {
  if (/(^|\/)toc\.ya?ml$/i.test(path)) return yamlToc(text)
  const kind = yamlKind(text) ?? ''
  if (cardKinds.includes(kind)) return yamlCards(text)
  // As long, and with the same ids, as what the page is drawn from.
  return textKinds.has(kind)
    ? yamlPage(text, { hasQuestionIds: isSource && kind === 'FAQ' })
    : undefined
}

/** Each entry of a table of contents is a heading with its address as its id, by which both languages agree. */
function yamlToc(text: string): YamlMarkdown {
  const { writing, document } = startWriting(text)
  const { contents } = document
  writeEntries(writing, isMap(contents) ? contents.get('items', true) : contents, 1)
  return toYamlMarkdown(writing, text)
}

const addressKeys = ['topicHref', 'homepage', 'href', 'tocHref', 'uid']

function writeEntries(writing: Writing, entries: unknown, depth: number): void {
  if (!isSeq(entries)) return
  for (const entry of entries.items) {
    if (!isMap(entry)) continue
    const name = entry.get('name', true) as Node | undefined
    const address = addressKeys
      .map((key) => entry.get(key))
      .find((value) => typeof value === 'string')
    const id = address && `<a name="${encodeURI(address)}"></a>`
    if (name && !isBlank(name)) writeHeading(writing, name, depth, id)
    const keywords = entry.get('displayName', true)
    if (keywords && !isBlank(keywords as Node)) writeParagraph(writing, keywords as Node, 'words')
    writeEntries(writing, entry.get('items', true), depth + 1)
  }
}

/** The cards of a page, each title a heading. */
function yamlCards(text: string): YamlMarkdown {
  const { writing, document } = startWriting(text)
  if (isMap(document.contents)) {
    writeMetadata(writing, document.contents)
    writeCards(writing, document.contents, 1)
  }
  return toYamlMarkdown(writing, text)
}

function writeCards(writing: Writing, part: YAMLMap, depth: number): void {
  for (const { key, value } of part.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (name === 'metadata') continue
    if (isMap(value)) writeCards(writing, value, depth + 1)
    else if (isSeq(value)) {
      for (const item of value.items) if (isMap(item)) writeCards(writing, item, depth + 1)
    } else if (isScalar(value) && !isBlank(value)) {
      if (name === 'title') writeHeading(writing, value, depth)
      else if (name === 'summary' || name === 'footer') writeParagraph(writing, value, 'line')
      else if (name === 'text') writeParagraph(writing, value, 'words')
    }
  }
}

function writeHeading(writing: Writing, node: Node, depth: number, id = ''): void {
  writeLine(writing, node, `${'#'.repeat(Math.min(depth, 6))} ${id}`, 'words')
  blank(writing)
}

function writeParagraph(writing: Writing, node: Node, form: 'line' | 'words'): void {
  writeLine(writing, node, '', form)
  blank(writing)
}

function isBlank(node: Node): boolean {
  return !isScalar(node) || scalarWords(node) === ''
}
