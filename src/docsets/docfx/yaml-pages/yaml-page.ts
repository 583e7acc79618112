/**
 * Write a `.yml` page of docfx as Markdown: its title, its texts in their order, a heading over each part.
 *
 * Such pages (`YamlMime: Tutorial`, `FAQ`, `Module` …) hold Markdown in YAML. Their keys are those of the schemas of
 * Microsoft’s documentation; what a key says about the page, not to its readers, is left out.
 */
import type { Point } from 'unist'
import { type Node, type Scalar, isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import { yamlKind } from '../hub.ts'
import {
  type Writing as AnyWriting,
  type YamlMarkdown,
  blank,
  startWriting,
  valueOf,
  scalarWords,
  writeLine,
  writeMark,
  writeText,
  toYamlMarkdown,
} from './yaml-markdown.ts'

/** Kinds of pages that are made of texts. */
export const textKinds: ReadonlySet<string> = new Set([
  'Tutorial',
  'Quickstart',
  'QuickStart',
  'HowTo',
  'Architecture',
  'Concept',
  'FAQ',
  'LearningPath',
  'Module',
  'ModuleUnit',
])

export interface YamlPage extends YamlMarkdown {
  /** Keys whose value is not shown, with their places. */
  unread: readonly { key: string; place: Point }[]
}

export interface YamlPageOptions {
  /**
   * The heading over what readers need before they begin; none for translators, to whom only the words of the file are
   * shown. The Markdown is as long with it as without, so that places in it are the same for both.
   */
  prerequisites?: string
  /** Headings have the ids that Microsoft’s site gives to questions; a translation has those of its source. */
  hasQuestionIds?: boolean
}

const titles = ['title', 'name', 'question']
const texts = [
  'summary',
  'abstract',
  'introduction',
  'content',
  'answer',
  'text',
  'prerequisites',
  'explanation',
  'additionalContent',
  'conclusion',
]
const lists = [
  'sections',
  'items',
  'procedureSection',
  'steps',
  'tasks',
  'parts',
  'questions',
  'choices',
  'dependencies',
]
const references = ['modules', 'units']
/** Maps that are parts of a page. */
const parts = ['quiz', 'prerequisites']
/** What Microsoft’s site does with a page. */
const settings =
  /^(?:metadata|uid|iconUrl|levels?|roles?|products?|subjects?|badge|trophy|achievement|durationInMinutes|duration|isCorrect|hidden|ratingEnabled|azureSandbox|sandbox|lab\w*|interactive|displayType|color|parentUid|azureCategories|thumbnailUrl|cardDescription|nextTutorial\w+|\w+\.\w+)$/

interface Writing extends AnyWriting {
  options: YamlPageOptions
  kind: string | undefined
  unread: YamlPage['unread'][number][]
}

/** The page as Markdown; an empty one for a file that is no YAML. */
export function yamlPage(text: string, options: YamlPageOptions): YamlPage {
  const { writing: begun, document } = startWriting(text)
  const writing: Writing = { ...begun, options, kind: yamlKind(text), unread: [] }
  if (isMap(document.contents)) {
    writeMetadata(writing, document.contents)
    writePart(writing, document.contents, 1)
    writeNext(writing, document.contents)
  }
  return { ...toYamlMarkdown(writing, text), unread: writing.unread }
}

/** What the window and search show of a page, as front matter. */
export function writeMetadata(writing: AnyWriting, page: YAMLMap): void {
  const metadata = page.get('metadata', true)
  if (!isMap(metadata)) return
  const texts = ['title', 'description'].flatMap((key) => {
    const node = metadata.get(key, true)
    return isScalar(node) && scalarWords(node) ? [{ key, node }] : []
  })
  if (texts.length === 0) return
  writeMark(writing, '---', metadata)
  for (const { key, node } of texts) writeLine(writing, node, `${key}: `, 'quoted')
  writeMark(writing, '---', metadata)
  blank(writing)
}

/** A map: its title as a heading, its texts, then its parts, one level deeper where it has a title. */
function writePart(writing: Writing, part: YAMLMap, depth: number): void {
  const entries = part.items.flatMap(({ key, value }) =>
    isScalar(key) ? [{ key, name: String(key.value), value: value as Node | null }] : [],
  )
  const title = titles.flatMap((name) => entries.filter((entry) => entry.name === name))[0]
  const hasTitle = isScalar(title?.value) && title.value.value !== null
  if (hasTitle) writeHeading(writing, title.value as Node, depth)
  const below = hasTitle ? Math.min(depth + 1, 6) : depth
  for (const entry of entries) {
    const { name, value } = entry
    if (entry === title || value === null || isEmpty(value) || isSetting(writing, name)) continue
    if (name === 'prerequisites') writeLabel(writing, writing.options.prerequisites, value, below)
    if (texts.includes(name) && isScalar(value)) writeText(writing, value, flush)
    else if (references.includes(name) && isSeq(value)) writeReferences(writing, value.items)
    else if (isSeq(value) && (lists.includes(name) || texts.includes(name))) {
      writeList(writing, value.items as Node[], name, below)
    } else if (parts.includes(name) && isMap(value)) writePart(writing, value, below)
    else if (name === 'relatedContent' && isSeq(value)) writeLinks(writing, value.items)
    else writing.unread.push({ key: name, place: writing.pointAt(entry.key.range?.[0] ?? 0) })
  }
}

/** The summary of an architecture stands on the card that leads to it. */
function isSetting({ kind }: Writing, name: string): boolean {
  const isOnCards = kind === 'Architecture' && name === 'summary'
  return settings.test(name) || isOnCards
}

function writeLinks(writing: Writing, items: readonly unknown[]): void {
  for (const item of items) {
    if (!isMap(item)) continue
    const [words, url] = [item.get('text', true), item.get('url', true)]
    if (isScalar(words) && isScalar(url)) writeLink(writing, words, url, '- ')
  }
  blank(writing)
}

/** The link to the tutorial that follows, as a button at the end. */
function writeNext(writing: Writing, page: YAMLMap): void {
  const [url, title] = [page.get('nextTutorialHref', true), page.get('nextTutorialTitle', true)]
  if (!isScalar(url) || isEmpty(url)) return
  writeMark(writing, '> [!div class="nextstepaction"]', url)
  writeLink(writing, isScalar(title) && !isEmpty(title) ? title : url, url, '> ')
  blank(writing)
}

/** In angle brackets, addresses may hold spaces. */
function writeLink(writing: Writing, words: Scalar, url: Scalar, mark: string): void {
  const address = valueOf(url).trim().replace(/[<>]/g, encodeURIComponent)
  writeLine(writing, words, `${mark}[`, 'words', `](<${address}>)`)
}

function writeList(writing: Writing, items: readonly Node[], name: string, depth: number): void {
  for (const item of items) {
    if (isMap(item) && name === 'choices') writeChoice(writing, item)
    else if (isMap(item)) writePart(writing, item, depth)
    else if (isScalar(item)) writeText(writing, item, name === 'steps' ? step : listItem)
  }
}

const flush = { mark: '', indent: '' }
const listItem = { mark: '- ', indent: '  ' }
const step = { mark: '1. ', indent: '   ' }

/** An answer to choose, marked where it is the right one, and why. */
function writeChoice(writing: Writing, choice: YAMLMap): void {
  const content = choice.get('content', true) as Node | undefined
  const explanation = choice.get('explanation', true) as Node | undefined
  const mark = choice.get('isCorrect') === true ? '- ✓ ' : '- '
  if (content) writeText(writing, content, { mark, indent: '  ' })
  if (explanation && !isEmpty(explanation)) {
    writeText(writing, explanation, { mark: '  ', indent: '  ' })
  }
}

/** Modules and units are named by their `uid`. */
function writeReferences(writing: Writing, items: readonly unknown[]): void {
  for (const item of items) {
    if (isScalar(item)) writeMark(writing, `- <xref:${scalarWords(item)}>`, item)
  }
  blank(writing)
}

function writeHeading(writing: Writing, node: Node, depth: number): void {
  if (!isScalar(node)) return
  const id = writing.options.hasQuestionIds && depth > 1 ? questionId(scalarWords(node)) : ''
  writeLine(writing, node, `${'#'.repeat(depth)} ${id && `<a name="${id}"></a>`}`)
  blank(writing)
}

/** `Is NuGet.org free? Yes.` is `is-nuget-org-free--yes` there: a hyphen for each sign, but none at the end. */
function questionId(text: string): string {
  return text
    .replace(/[`*]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '-')
    .replace(/^-+|-+$/g, '')
}

/** A heading that the program brings; its line is as long in every language, spaces at its end included. */
function writeLabel(writing: Writing, label: string | undefined, node: Node, depth: number): void {
  writeMark(writing, `${'#'.repeat(depth)} ${(label ?? '<!---->').padEnd(labelWidth)}`, node)
  blank(writing)
}

const labelWidth = 200

function isEmpty(node: Node): boolean {
  if (isScalar(node)) return node.value === null || valueOf(node).trim() === ''
  return (isSeq(node) || isMap(node)) && node.items.length === 0
}
