/**
 * Write tables of contents and pages of cards (`Hub`, `Landing`) as Markdown for those who translate them.
 *
 * Nothing is drawn from it: it holds the words that readers see, in the order of the file.
 */
import { type Node, isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import {
  type YamlMarkdown,
  type Writing,
  blank,
  startWriting,
  wordsOf,
  writeLine,
  written,
} from './yaml-markdown.ts'
import { writeMetadata } from './yaml-page.ts'

/** Each entry of a table of contents is a heading with its address as its id, by which both languages agree. */
export function yamlToc(text: string): YamlMarkdown {
  const { writing, document } = startWriting(text)
  const { contents } = document
  writeEntries(writing, isMap(contents) ? contents.get('items', true) : contents, 1)
  return written(writing, text)
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
export function yamlCards(text: string): YamlMarkdown {
  const { writing, document } = startWriting(text)
  if (isMap(document.contents)) {
    writeMetadata(writing, document.contents)
    writeCards(writing, document.contents, 1)
  }
  return written(writing, text)
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
  return !isScalar(node) || wordsOf(node) === ''
}
