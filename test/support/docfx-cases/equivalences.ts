/**
 * Where a page of ours is made in another form than docfx’s on purpose, and says the same.
 *
 * Each entry has its reason, which the table of `plugins/docfx/README.md` repeats. An entry brings one form to the
 * other, or both to a third; none may take away words, links, code, the kind of an element or an id of docfx’s.
 */
import type { Element, ElementContent } from 'hast'
import { toString } from 'hast-util-to-string'
import type { Side } from './compared-page.ts'
import {
  alert,
  classesOf,
  foreignImage,
  isElement,
  isNoSpace,
  plainTabs,
  tabSections,
  withClasses,
  withoutEmptyLines,
} from './elements.ts'
import { resolvedReference } from './references.ts'
import { schema } from '#plugins/docfx/html.ts'

interface Equivalence {
  /** What differs, for the table. */
  what: string
  why: string
  /** Whose HTML is changed; both, unless it says so. */
  from?: Side
  /** The element in the common form; what is in it, where the element itself does not count. */
  apply: (node: Element) => Element | ElementContent[]
}

const alertClasses = new Set(['NOTE', 'TIP', 'IMPORTANT', 'CAUTION', 'WARNING'])

/** Applied in order. */
export const equivalences: readonly Equivalence[] = [
  {
    what: 'An alert is `<aside>`, its title is `<p>`',
    why: 'the title of an alert is not a heading of the page: outlines and screen readers would list it',
    apply: (node) => {
      const kind = classesOf(node).find((name) => alertClasses.has(name))
      const [title, ...rest] = node.children.filter(isNoSpace)
      if (node.tagName === 'div' && kind && title?.type === 'element' && title.tagName === 'h5')
        return alert(kind.toLowerCase(), toString(title), rest)
      if (node.tagName === 'aside' && classesOf(node).includes('alert') && title)
        return alert(String(node.properties['dataKind']), toString(title), rest)
      return node
    },
  },
  {
    what: 'Tabs are sections with headings; a script builds the tab list',
    why: 'without script, and on paper, readers see every tab',
    apply: (node) => (classesOf(node).includes('tabGroup') ? tabSections(node) : plainTabs(node)),
  },
  {
    what: 'A table is in a scrolling container',
    why: 'a wide table must not widen the page',
    from: 'ours',
    apply: (node) =>
      classesOf(node).some((name) => /^table-(?:scroll|frame)/.test(name)) ? node.children : node,
  },
  {
    what: 'An empty header cell is `<td>`',
    why: 'a screen reader would announce it before every cell',
    from: 'docfx',
    apply: (node) =>
      node.tagName === 'th' && node.children.length === 0 ? { ...node, tagName: 'td' } : node,
  },
  {
    what: 'An image without alternative text has an empty `alt`',
    why: 'a screen reader would read its file name',
    from: 'docfx',
    apply: (node) =>
      node.tagName === 'img' ? { ...node, properties: { alt: '', ...node.properties } } : node,
  },
  {
    what: 'Alignment is `align`, not `style`',
    why: 'the Content-Security-Policy forbids inline styles',
    from: 'docfx',
    apply: (node) => {
      const [, align] = /^text-align: ?(\w+);?$/.exec(String(node.properties['style'] ?? '')) ?? []
      if (!align || !/^t[dh]$/.test(node.tagName)) return node
      const { style: _, ...properties } = node.properties
      return { ...node, properties: { ...properties, align } }
    },
  },
  {
    what: 'The range of a moniker zone is `data-moniker-range`, not `range`',
    why: 'HTML has no attribute `range`',
    from: 'docfx',
    apply: (node) => {
      const { range, ...properties } = node.properties
      if (node.tagName !== 'div' || range === undefined) return node
      return { ...node, properties: { ...properties, dataMonikerRange: range } }
    },
  },
  {
    what: 'The text of `:::no-loc` is `<span translate="no">`',
    why: 'machine translation in browsers skips it, too',
    from: 'ours',
    apply: (node) =>
      node.tagName === 'span' && node.properties['translate'] === 'no' ? node.children : node,
  },
  {
    what: 'The description of a complex image is `<details>`',
    why: 'sighted readers may need it, too, not only screen reader users',
    from: 'ours',
    apply: (node) => {
      const description = node.children.findLast((child) => child.type === 'element')
      if (!classesOf(node).includes('form-description') || !description) return node
      const properties = { ...description.properties, className: ['visually-hidden'] }
      return { ...description, properties }
    },
  },
  {
    what: 'A form of the Microsoft portal is the label of its button',
    why: 'it does not work anywhere else, and pages have no forms',
    from: 'docfx',
    apply: (node) => {
      if (!classesOf(node).includes('chromeless-form')) return node
      const children: ElementContent[] = [{ type: 'text', value: toString(node).trim() }]
      return { type: 'element', tagName: 'p', properties: {}, children }
    },
  },
  {
    what: 'A video or frame from another site is a link to its content',
    why: 'pages make no third-party requests before the reader asks for them; browsers do not show text inside a frame',
    apply: (node) => {
      const isPlayer = /^(?:iframe|video)$/.test(node.tagName)
      if (!isPlayer && !classesOf(node).includes('embeddedvideo')) return node
      const address = [node, ...node.children.filter(isElement)]
        .map(({ properties: { href, src } }) => href ?? src)
        .find(Boolean)
      if (!address || (isPlayer && !/^(?:https?:\/)?\//.test(String(address)))) return node
      // CodePen’s frame shows a button unless it is told not to; a link has none.
      const href = String(address).replace(/(?<=^\/\/codepen\.io\/.*)&rerun-position=hidden&$/, '')
      return { type: 'element', tagName: 'video-link', properties: { href }, children: [] }
    },
  },
  {
    what: 'A zone names its audience in text',
    why: 'without script, and on paper, readers see all zones',
    from: 'ours',
    apply: (node) => (classesOf(node).includes('zone__label') ? [] : node),
  },
  {
    what: 'An image from another site is a link, or the text of the link around it',
    why: 'pages make no third-party requests before the reader asks for them; links cannot be nested',
    from: 'docfx',
    apply: (node) => {
      const foreign = foreignImage(node)
      if (foreign) {
        const properties = { href: foreign.href }
        return { type: 'element', tagName: 'a', properties, children: [foreign.words] }
      }
      const images = node.children.map(foreignImage)
      const href = images.find(Boolean)?.href
      if (node.tagName !== 'a' || href === undefined) return node
      const children = node.children.map((child, index) => images[index]?.words ?? child)
      return { ...node, properties: { href, ...node.properties }, children }
    },
  },
  {
    what: 'A cross reference is a link to the page or section with its uid',
    why: 'docfx’s Markdown engine leaves `<xref>` or `xref:` for the build to resolve; the test has a page for each uid',
    from: 'docfx',
    apply: resolvedReference,
  },
  {
    what: 'API names in references have `translate="no"` instead of the class `no-loc`',
    why: 'machine translation in browsers skips it, too',
    from: 'docfx',
    apply: (node) => {
      const isName = classesOf(node).some((name) => name === 'no-loc' || name === 'xref')
      if (node.tagName === 'span' && isName) return node.children
      if (node.tagName !== 'a' || !isName) return node
      const { className: _, ...properties } = node.properties
      return { ...node, properties: { ...properties, translate: 'no' } }
    },
  },
  {
    what: 'The class of a code language is `language-…`, not `lang-…`',
    why: 'HTML recommends this name',
    from: 'docfx',
    apply: (node) =>
      node.tagName === 'code'
        ? withClasses(node, (name) => name.replace(/^lang-/, 'language-'))
        : node,
  },
  {
    what: 'Highlighted lines are in `data-highlight-lines`, and code has no `name`',
    why: 'HTML has no attributes `highlight-lines` and `name` there; the name is not shown',
    from: 'docfx',
    apply: (node) => {
      if (node.tagName !== 'code') return node
      const { name: _, highlightLines, ['highlight-lines']: lines, ...properties } = node.properties
      const dataHighlightLines = highlightLines ?? lines
      return {
        ...node,
        properties: { ...properties, ...(dataHighlightLines && { dataHighlightLines }) },
      }
    },
  },
  {
    what: 'Tokens and lines of code have elements (`code-keyword`, `code-line`)',
    why: 'code is highlighted at build time; docfx leaves it to a script',
    from: 'ours',
    apply: (node) =>
      /^(?:span|mark)$/.test(node.tagName) &&
      classesOf(node).some((name) => name.startsWith('code-'))
        ? node.children
        : node,
  },
  {
    what: 'Empty lines of code are not compared',
    why: 'docfx’s own tests ignore line endings, and show a line that the file does not have',
    apply: (node) => (node.tagName === 'code' ? withoutEmptyLines(node) : node),
  },
  {
    what: 'Math is MathML',
    why: 'docfx leaves TeX to a script; without it, readers would see TeX commands',
    apply: (node) => {
      const typed = classesOf(node).includes('math') ? toString(node) : undefined
      const [, tex = node.properties['alttext']] =
        /^\s*\\[([]([\s\S]*)\\[)\]]\s*$/.exec(typed ?? '') ?? []
      if (typeof tex !== 'string') return typed === undefined ? node : node.children
      const children: ElementContent[] = [{ type: 'text', value: tex.trim() }]
      return { type: 'element', tagName: 'math', properties: {}, children }
    },
  },
  {
    what: 'Anything that could run (`<script>`, a `javascript:` URL) is removed',
    why: 'docset content is not trusted',
    from: 'docfx',
    apply: (node) => {
      if (node.tagName === 'script') return []
      const { href, ...properties } = node.properties
      return /^javascript:/i.test(String(href)) ? { ...node, properties } : node
    },
  },
  {
    what: 'Front matter is not in the page',
    why: 'docfx’s Markdown engine emits `<yamlheader>`, but its templates do not show it either',
    from: 'docfx',
    apply: (node) => (node.tagName === 'yamlheader' ? [] : node),
  },
  {
    what: 'An anchor with `name` has `id` instead',
    why: '`name` is obsolete in HTML',
    apply: (node) => {
      const { name, ...properties } = node.properties
      if (node.tagName !== 'a' || name === undefined) return node
      return { ...node, properties: { id: name, ...properties } }
    },
  },
  {
    what: 'A heading has a link to itself',
    why: 'readers can copy its address',
    from: 'ours',
    apply(node) {
      if (node.tagName === 'div' && classesOf(node).includes('heading')) return node.children
      return node.tagName === 'a' && classesOf(node).includes('anchor') ? [] : node
    },
  },
  {
    what: 'Only classes with styles are kept',
    why: 'any other class could be one of the site’s own',
    from: 'docfx',
    apply: (node) => (node.tagName === 'code' ? node : withClasses(node, keptClass(node.tagName))),
  },
]

/** A class as sanitizing leaves it on an element; empty for one that it takes off. Ours gets `visually-hidden` above. */
function keptClass(tagName: string): (name: string) => string {
  const allowed = [...(schema.attributes?.[tagName] ?? []), ...(schema.attributes?.['*'] ?? [])]
  const classes = allowed.flatMap((item) =>
    Array.isArray(item) && item[0] === 'className' ? item.slice(1) : [],
  )
  return (name) => {
    const isKept = classes.some((known) =>
      known instanceof RegExp ? known.test(name) : known === name,
    )
    return isKept || name === 'visually-hidden' ? name : ''
  }
}
