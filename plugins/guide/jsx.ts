/**
 * Turn the HTML that a guide writes as JSX into plain elements, and take out what would run.
 *
 * To MDX, `<img/>` and `<h4 id="…">` are calls of a program, which no other plugin sees into: as plain
 * elements their addresses and ids are read like those of Markdown. Guides hold prose only, so
 * expressions and imports, which are programs too, are reported and never run.
 *
 * @example
 *   <h4 id="is-it">Is it for you?</h4>
 */
import GithubSlugger from 'github-slugger'
import type { Element, ElementData, Root, RootContent } from 'hast'
import { toString } from 'hast-util-to-string'
import type {} from 'remark-mdx'
import type { Position } from 'unist'
import { visit } from '../visit.ts'
import type { VFile } from 'vfile'
import { htmlElements } from '../html-elements.ts'
import { nearestName } from '../nearest-name.ts'
import { attributeWords } from '../content.ts'
import { report } from '../problems.ts'
import {
  allowedElements,
  codeElements,
  unsafeElements,
  voidElements,
  wordElements,
} from './elements.ts'
import { isInertAttribute, propertiesOf } from './jsx-attributes.ts'
import { expressionProblem, jsxProblem } from './jsx-problems.ts'
import {
  type Expression,
  type Jsx,
  asBlocks,
  outOfParagraph,
  paragraph,
  splitParagraph,
  contentOf,
} from './paragraphs.ts'

export interface JsxOptions {
  /** Names of the components that a guide may use: `PhaseDiagram`. */
  components: ReadonlySet<string>
  /** Names of the site’s own components, which may have content. */
  ownComponents?: ReadonlySet<string> | undefined
  /** Attributes that every component gets, such as the page that it is on. */
  componentAttributes?: (file: VFile) => Readonly<Record<string, string>>
}

declare module 'vfile' {
  interface DataMap {
    /** The components of the page. */
    components: readonly { name: string; place: Position | undefined }[]
  }
}

type Parent = Root | Element | Jsx

/** A page whose JSX is being replaced. */
interface JsxPage extends Readonly<JsxOptions> {
  file: VFile
  /** Headings without an id. */
  unnamedHeadings: Element[]
  /** The children of elements that are not shown. */
  hiddenParts: Set<RootContent>
}

const braces =
  'Write a brace as `\\{`, or put the text between backticks. Only a comment, `{/* … */}`, can be between braces.'

export default function rehypeJsx(options: Readonly<JsxOptions>) {
  return (tree: Root, file: VFile): undefined => {
    const page: JsxPage = { ...options, file, unnamedHeadings: [], hiddenParts: new Set() }
    replaceChildren(tree, page)
    nameHeadings(page.unnamedHeadings, tree)
  }
}

function replaceChildren(parent: Parent, page: JsxPage): void {
  parent.children = (parent.children as RootContent[])
    .flatMap(outOfParagraph)
    .flatMap((node) => replacementOf(node, page))
}

function replacementOf(node: RootContent, page: JsxPage): RootContent[] {
  switch (node.type) {
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return isComment(node) ? [] : asTyped(node, page.file)
    case 'mdxjsEsm': {
      const note = 'Guides hold text; a component that they may use needs no import.'
      report(page.file, expressionProblem(node.value, 'Delete it.', note), node)
      return []
    }
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      if (htmlElements.has(node.name ?? '') && !allowedElements.has(node.name ?? '')) {
        for (const child of node.children) page.hiddenParts.add(child)
      }
      replaceChildren(node, page)
      return replaceJsx(node, page)
    case 'element':
      replaceChildren(node, page)
      return splitParagraph(node)
    case 'text':
    case 'raw':
    case 'comment':
    case 'doctype':
      return [node]
  }
}

function asTyped(node: Expression, file: VFile): RootContent[] {
  const value = `{${node.value}}`
  const { position } = node
  report(file, expressionProblem(value, 'Write text.', braces), node)
  const text = { type: 'text' as const, value, ...(position && { position }) }
  return node.type === 'mdxFlowExpression' ? [paragraph([text])] : [text]
}

function replaceJsx(node: Jsx, page: JsxPage): RootContent[] {
  const name = node.name ?? ''
  if (page.components.has(name)) return [componentOf(node, name, page)]
  if (page.ownComponents?.has(name)) return [ownComponentOf(node, name, page)]
  if (allowedElements.has(name)) return elementOf(node, name, page)
  reportElement(node, name, page)
  if (codeElements.has(name)) return []
  return node.type === 'mdxJsxFlowElement' ? asBlocks(node.children) : node.children
}

function componentOf(node: Jsx, name: string, page: JsxPage): Jsx {
  if (hasContent(node)) report(page.file, jsxProblem('component-content', name), node)
  return withAttributes(node, name, page)
}

/**
 * An element that marks where a component of the site stands. What is in it is Markdown like all other: ids, links,
 * states and words are those of the page.
 */
function ownComponentOf(node: Jsx, name: string, page: JsxPage): Element {
  const { attributes, children, position, type } = withAttributes(node, name, page)
  const component = { name, props: attributeWords(attributes) }
  return {
    type: 'element',
    tagName: type === 'mdxJsxFlowElement' ? 'div' : 'span',
    properties: {},
    children,
    // The type of parsed HTML asks for more.
    data: { component } as ElementData,
    ...(position && { position }),
  }
}

/** A component with the attributes that were typed, unless the site sets them itself. */
function withAttributes(node: Jsx, name: string, { file, componentAttributes }: JsxPage): Jsx {
  file.data.components = [...(file.data.components ?? []), { name, place: tagPlace(node) }]
  const typed = node.attributes.filter((attribute) => isInertAttribute(attribute, file))
  const added = componentAttributes?.(file) ?? {}
  node.attributes = [
    ...typed.filter((attribute) => !Object.hasOwn(added, attribute.name)),
    ...Object.entries(added).map(([name, value]) => ({
      type: 'mdxJsxAttribute' as const,
      name,
      value,
    })),
  ]
  return node
}

/** Report an element that guides may not use. */
function reportElement(
  node: Jsx,
  name: string,
  { file, components, ownComponents, hiddenParts }: JsxPage,
): void {
  const place = tagPlace(node)
  if (unsafeElements.has(name)) report(file, jsxProblem('jsx-unsafe', `<${name}>`), place)
  else if (htmlElements.has(name)) {
    // `<source>` and `<track>` are reported with the element that they are a part of.
    const isPart = /^(?:area|legend|optgroup|option|param|source|track)$/.test(name)
    if (isPart && hiddenParts.has(node)) return
    report(file, jsxProblem('html-not-shown', name), place)
  } else {
    const known = [...components, ...(ownComponents ?? [])]
    const more = ownComponents
      ? ', or name one of yours in `components` of content/site.config.ts'
      : ''
    report(
      file,
      jsxProblem('component-unknown', name, known, nearElement(name, known), more),
      place,
    )
  }
}

function elementOf(node: Jsx, tagName: string, page: JsxPage): RootContent[] {
  const { position } = node
  const properties = propertiesOf(node, tagName, page.file)
  const isVoid = voidElements.has(tagName)
  const children = wordElements.has(tagName) ? contentOf(node.children) : node.children
  const element: Element = {
    type: 'element',
    tagName,
    properties,
    children: isVoid ? [] : children,
    ...(position && { position }),
  }
  if (/^h\d$/.test(tagName) && !String(properties['id'] ?? '').trim()) {
    report(page.file, jsxProblem('jsx-heading', tagName), tagPlace(node))
    page.unnamedHeadings.push(element)
  }
  return isVoid ? [element, ...children] : [element]
}

/** Give headings an id that nothing else on the page has: readers find places by their headings. */
function nameHeadings(headings: readonly Element[], tree: Root): void {
  if (headings.length === 0) return
  const slugger = new GithubSlugger()
  visit(tree, 'element', ({ properties }) => {
    slugger.occurrences[String(properties['id'] ?? '')] ??= 0
  })
  for (const heading of headings) heading.properties['id'] = slugger.slug(toString(heading))
}

/** Anything but white space. */
function hasContent({ children }: Jsx): boolean {
  return children.some((child) => child.type !== 'text' || child.value.trim() !== '')
}

function isComment({ data }: Expression): boolean {
  return data?.estree?.body.length === 0
}

/** The range of `<name`: enough to find the element. */
function tagPlace({ name, position }: Jsx): Position | undefined {
  if (!position) return undefined
  const { line, column, offset } = position.start
  const length = (name?.length ?? 0) + 1
  const end = {
    line,
    column: column + length,
    ...(offset !== undefined && { offset: offset + length }),
  }
  return { start: position.start, end }
}

/** A component, or an HTML element: those have no capitals, so `<IMG>` is meant as one. */
function nearElement(name: string, components: readonly string[]): string | undefined {
  const lower = name.toLowerCase()
  if (allowedElements.has(lower)) return lower
  if (!name) return undefined
  return nearestName(name, name === lower ? [...components, ...allowedElements] : components)
}
