/**
 * Turn the HTML that a guide writes as JSX into plain elements, and take out what would run.
 *
 * To MDX, `<img/>` and `<h4 id="…">` are calls of a program, which no other plugin sees into: as plain
 * elements their addresses and ids are read like those of Markdown. Guides hold prose only, so
 * expressions and imports, which MDX would run at build time, are reported and never reach Astro.
 *
 * @example
 *   <h4 id="is-it">Is it for you?</h4>
 */
import { closest, distance } from 'fastest-levenshtein'
import GithubSlugger from 'github-slugger'
import type { Element, Properties, Root, RootContent } from 'hast'
import { toString } from 'hast-util-to-string'
import type {} from 'remark-mdx'
import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { htmlElements, insteadOf } from '../html-elements.ts'
import { defineProblems, report } from '../problems.ts'
import {
  addressAttributes,
  allowedElements,
  booleanAttributes,
  codeElements,
  isAllowedAttribute,
  propertyName,
  schemeOf,
  unsafeElements,
  voidElements,
  wordElements,
} from './elements.ts'
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
  /** What every component is told of the page that it stands in, as attributes. */
  componentAttributes?: (file: VFile) => Readonly<Record<string, string>>
}

declare module 'vfile' {
  interface DataMap {
    /** The components that stand on the page. */
    components: readonly { name: string; place: Position | undefined }[]
  }
}

type Attribute = Jsx['attributes'][number]
type Parent = Root | Element | Jsx

const braces =
  'Write a brace as `\\{`, or put the text between backticks. Only a comment, `{/* … */}`, stands between braces.'

const problem = defineProblems({
  'jsx-unsafe': (actual: string) => ({
    severity: 'error',
    reason: `Unexpected \`${actual}\`, expected HTML without scripts, forms, frames or addresses that could run: it was taken out`,
  }),
  'html-not-shown': (element: string) => ({
    severity: 'error',
    reason: `\`<${element}>\` is not shown. ${insteadOf(element)}`,
  }),
  'jsx-attribute': (name: string, element: string) => ({
    severity: 'warning',
    reason:
      name.toLowerCase() === 'style'
        ? `The attribute \`style\` of \`<${element}>\` was taken out: the theme says how pages look. Delete it; for importance use \`**words**\` or \`> [!NOTE]\`.`
        : `Unexpected attribute \`${name}\` of \`<${element}>\`, expected one that guides may give this element: it was taken out`,
  }),
  'jsx-heading': (element: string) => ({
    severity: 'warning',
    reason: `Unexpected heading \`<${element}>\` without an id, expected \`<${element} id="…">\` with the same id in every language`,
  }),
  'component-unknown': (name: string, known: readonly string[], near: string | undefined) => ({
    severity: 'error',
    reason:
      `Unexpected component \`<${name}>\`, ` +
      (near
        ? `did you mean \`<${near}>\`?`
        : `expected ${['an HTML element', ...known.map((value) => `\`<${value}>\``)].join(' or ')}`),
    note: 'Only the text inside is shown.',
  }),
  'component-content': (name: string) => ({
    severity: 'warning',
    reason: `\`<${name}>\` shows nothing of what stands between its tags. Write \`<${name}/>\`, and the text before or after it.`,
  }),
  'mdx-expression': (actual: string, expected: string, note: string) => ({
    severity: 'error',
    reason: `Unexpected \`${actual}\`, expected ${expected}`,
    note,
  }),
})

export default function rehypeJsx({ components, componentAttributes }: Readonly<JsxOptions>) {
  return (tree: Root, file: VFile): undefined => {
    const unnamed: Element[] = []
    /** What stands in an element that is reported itself. */
    const parts = new Set<RootContent>()
    plainIn(tree)
    nameHeadings()

    function plainIn(parent: Parent): void {
      const children = (parent.children as RootContent[]).flatMap(outOfParagraph).flatMap(plain)
      parent.children = children
    }

    function plain(node: RootContent): RootContent[] {
      switch (node.type) {
        case 'mdxFlowExpression':
        case 'mdxTextExpression':
          return isComment(node) ? [] : asTyped(node)
        case 'mdxjsEsm': {
          const typed = firstLine(node.value)
          const note = 'Guides hold text; a component that they may use needs no import.'
          report(file, problem('mdx-expression', typed, 'text, not a program', note), node)
          return []
        }
        case 'mdxJsxFlowElement':
        case 'mdxJsxTextElement':
          if (htmlElements.has(node.name ?? '') && !allowedElements.has(node.name ?? '')) {
            for (const child of node.children) parts.add(child)
          }
          plainIn(node)
          return plainElement(node)
        case 'element':
          plainIn(node)
          return splitParagraph(node)
        case 'text':
        case 'raw':
        case 'comment':
        case 'doctype':
          return [node]
      }
    }

    function asTyped(node: Expression): RootContent[] {
      const value = `{${node.value}}`
      const { position } = node
      report(file, problem('mdx-expression', firstLine(value), 'words', braces), node)
      const text = { type: 'text' as const, value, ...(position && { position }) }
      return node.type === 'mdxFlowExpression' ? [paragraph([text])] : [text]
    }

    function plainElement(node: Jsx): RootContent[] {
      const name = node.name ?? ''
      if (components.has(name)) {
        if (hasContent(node)) report(file, problem('component-content', name), node)
        file.data.components = [...(file.data.components ?? []), { name, place: tagPlace(node) }]
        const typed = node.attributes.filter((item) => isLiteral(item) && !runs(item))
        const messages = Object.entries(componentAttributes?.(file) ?? {})
        node.attributes = [
          ...typed.filter(
            (item) => !('name' in item) || !messages.some(([name]) => name === item.name),
          ),
          ...messages.map(([name, value]) => ({ type: 'mdxJsxAttribute' as const, name, value })),
        ]
        return [node]
      }
      if (allowedElements.has(name)) return elementOf(node, name)
      if (unsafeElements.has(name)) report(file, problem('jsx-unsafe', `<${name}>`), tagPlace(node))
      else if (htmlElements.has(name)) reportNotShown(node, name)
      else reportUnknown(node, name)
      if (codeElements.has(name)) return []
      return node.type === 'mdxJsxFlowElement' ? asBlocks(node.children) : node.children
    }

    /** `<source>` and `<track>` are told with what they are part of. */
    function reportNotShown(node: Jsx, name: string): void {
      if (/^(?:area|legend|optgroup|option|param|source|track)$/.test(name) && parts.has(node))
        return
      report(file, problem('html-not-shown', name), tagPlace(node))
    }

    function reportUnknown(node: Jsx, name: string): void {
      const near = nearest(name, [...components])
      report(file, problem('component-unknown', name, [...components], near), tagPlace(node))
    }

    function elementOf(node: Jsx, tagName: string): RootContent[] {
      const { position } = node
      const properties = propertiesOf(node, tagName)
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
        report(file, problem('jsx-heading', tagName), tagPlace(node))
        unnamed.push(element)
      }
      return isVoid ? [element, ...children] : [element]
    }

    function propertiesOf({ attributes }: Jsx, element: string): Properties {
      const properties: Properties = {}
      for (const attribute of attributes) {
        if (!isLiteral(attribute) || runs(attribute)) continue
        const { name, value, position } = attribute
        // What `blocks.ts` adds was not typed, so it has no position.
        if (position && !isAllowedAttribute(name, element)) {
          report(file, problem('jsx-attribute', name, element), position)
          continue
        }
        const key = propertyName(name)
        if (booleanAttributes.has(key)) properties[key] = true
        else if (key === 'className') properties[key] = (value ?? '').split(/\s+/).filter(Boolean)
        else properties[key] = value ?? ''
      }
      return properties
    }

    /** Reports every other one: a value between braces is a program. */
    function isLiteral(attribute: Attribute): attribute is LiteralAttribute {
      if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value !== 'object') return true
      if (attribute.type === 'mdxJsxAttribute' && attribute.value === null) return true
      const [typed, expected] =
        attribute.type === 'mdxJsxAttribute'
          ? [`${attribute.name}={…}`, `a value between quotes, \`${attribute.name}="…"\``]
          : [`{${attribute.value}}`, 'attributes with a value between quotes']
      const wrong = problem('mdx-expression', firstLine(typed), expected, 'Guides hold text only.')
      report(file, wrong, attribute.position)
      return false
    }

    /** Reports what a browser, or Astro (`set:html`, `client:load`), would run. */
    function runs({ name, value, position }: LiteralAttribute): boolean {
      const hasCode = /^on|:/i.test(name) || name.toLowerCase() === 'srcdoc'
      const scheme = addressAttributes.has(name.toLowerCase()) ? schemeOf(value ?? '') : undefined
      const leads = scheme && /^(?:javascript|vbscript|data)$/.test(scheme)
      if (!hasCode && !leads) return false
      report(file, problem('jsx-unsafe', leads ? firstLine(value ?? '') : name), position)
      return true
    }

    /** Astro would name them after its own count, which knows no other ids of the page. */
    function nameHeadings(): void {
      if (unnamed.length === 0) return
      const slugger = new GithubSlugger()
      visit(tree, 'element', ({ properties }) => {
        slugger.occurrences[String(properties['id'] ?? '')] ??= 0
      })
      for (const heading of unnamed) heading.properties['id'] = slugger.slug(toString(heading))
    }
  }
}

/** Anything but white space. */
function hasContent({ children }: Jsx): boolean {
  return children.some((child) => child.type !== 'text' || child.value.trim() !== '')
}

type LiteralAttribute = Extract<Attribute, { type: 'mdxJsxAttribute' }> & {
  value?: string | null | undefined
}

function isComment({ data }: Expression): boolean {
  return data?.estree?.body.length === 0
}

/** `<name`, the smallest range that tells which element is meant. */
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

function firstLine(text: string): string {
  const [line = '', ...others] = text.trim().split(/\r\n?|\n/)
  return others.length ? `${line} …` : line
}

/** A component’s name mistyped, or HTML’s: there, capitals alone make another name of it. */
function nearest(name: string, components: readonly string[]): string | undefined {
  const isHtml = name === name.toLowerCase()
  const known = isHtml ? [...components, ...allowedElements] : components
  const lower = name.toLowerCase()
  if (allowedElements.has(lower)) return lower
  if (!name || known.length === 0) return undefined
  const near = known.find((value) => value.toLowerCase() === lower) ?? closest(name, [...known])
  const isNear = distance(lower, near.toLowerCase()) <= (name.length < 4 ? 1 : 2)
  return isNear ? near : undefined
}
