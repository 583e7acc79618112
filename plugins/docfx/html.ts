/**
 * Keep the HTML that docsets write, and nothing that could run.
 *
 * Text from a docset is not trusted. Elements outside the allowed list are taken out and reported; a
 * tag that HTML does not know, such as `<your-domain>`, was meant as words and shows as typed.
 */
import type { Element, Properties, Root as HastRoot } from 'hast'
import type { Root } from 'mdast'
import { defaultSchema, type Options as Schema } from 'rehype-sanitize'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { foreignAddress } from '../foreign.ts'
import { defineProblems, report } from '../problems.ts'

const problem = defineProblems({
  'html-removed': (found: string) => ({
    severity: 'warning',
    reason: `Unexpected \`${found}\`, expected HTML without scripts, forms, frames or addresses that could run: it was taken out`,
  }),
  'html-placeholder': (found: string) => ({
    severity: 'warning',
    reason: `Unexpected tag \`${found}\`, expected an HTML element: it is shown as typed`,
    note: 'Write a placeholder as code: `<your-domain>`.',
  }),
})

/** Elements that HTML knows and that a docset may not bring. */
const unsafe = new Set(
  'applet base body button canvas dialog embed fieldset form frame frameset head html iframe link map math meta noscript object option param plaintext script select slot source style svg template textarea title'.split(
    ' ',
  ),
)

const harmless = 'aside center figcaption figure font mark nobr small u wbr abbr cite time'.split(
  ' ',
)

/** For all elements there; on an image, `document` would have the image in place of its own property. */
const everywhere = (defaultSchema.attributes?.['*'] ?? []).filter((name) => name !== 'name')

/** What may stay. Ids keep their names: they are the anchors that links use. */
export const schema: Schema = {
  ...defaultSchema,
  clobberPrefix: '',
  clobber: [],
  // `<source>` names pictures that nothing else here would look at.
  tagNames: [...(defaultSchema.tagNames ?? []), ...harmless].filter((name) => name !== 'source'),
  protocols: {
    ...defaultSchema.protocols,
    href: [...(defaultSchema.protocols?.['href'] ?? []), 'tel'],
  },
  attributes: {
    ...defaultSchema.attributes,
    a: [...(defaultSchema.attributes?.['a'] ?? []), 'name'],
    aside: [['className', 'alert'], 'dataKind'],
    p: [['className', 'alert__title']],
    code: [['className', /^language-./]],
    '*': [
      ...everywhere,
      'lang',
      'dir',
      'id',
      // What `blocks.ts` has written.
      'dataChange',
      'dataPasserelleBlock',
      ['dataState', 'untranslated', 'untranslated-start'],
    ],
  },
}

const allowed = new Set(schema.tagNames)

/** On the Markdown tree: tags that are no HTML become the words that they were. */
export function remarkPlaceholders() {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'html', (node, index, parent) => {
      const names = [...node.value.matchAll(/<\/?([a-z][^\s/>]*)/gi)].map(([, name]) => name ?? '')
      const unknown = names.find((name) => !isHtml(name.toLowerCase()))
      if (!unknown || !parent || index === undefined) return
      report(file, problem('html-placeholder', `<${unknown}>`), node)
      const words = { type: 'text', value: node.value, position: node.position } as const
      const isBlock =
        parent.type === 'root' || parent.type === 'blockquote' || parent.type === 'listItem'
      parent.children[index] = isBlock
        ? { type: 'paragraph', children: [words], position: node.position }
        : words
    })
  }
}

/**
 * On the HTML tree, before sanitizing: say what sanitizing will take out.
 *
 * Sanitizing knows a scheme by one spelling only; `HTTPS:` is put right here and kept.
 */
export function rehypeReportRemoved() {
  return (tree: HastRoot, file: VFile): undefined => {
    visit(tree, 'element', (node) => {
      const found = allowed.has(node.tagName)
        ? unsafeAttribute(node.properties)
        : `<${node.tagName}>`
      if (found) report(file, problem('html-removed', found), nearest(node))
    })
  }
}

function isHtml(name: string): boolean {
  return allowed.has(name) || unsafe.has(name)
}

/** The handler or the address that sanitizing will take off; other spellings of a safe one are put right. */
function unsafeAttribute(properties: Properties): string | undefined {
  for (const [key, value] of Object.entries(properties)) {
    if (/^on/i.test(key)) return key.toLowerCase()
    const protocols = schema.protocols?.[key]
    const foreign = protocols && foreignAddress(String(value))
    if (!foreign) continue
    if (!protocols.includes(foreign.scheme)) return String(value).trim()
    // The sanitizer keeps this spelling, and messages repeat what was typed.
    if (/^(?:[a-z]+:|\/\/)/.test(String(value))) continue
    properties[key] = foreign.href.replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase())
  }
  return undefined
}

function nearest(node: Element): Element | undefined {
  return node.position ? node : undefined
}
