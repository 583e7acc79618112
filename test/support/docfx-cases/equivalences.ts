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
    why: 'a title of an alert is no heading of the page: outlines and screen readers would list it',
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
    what: 'Tabs are sections under headings; a script makes the list of tabs',
    why: 'without script, and on paper, every tab is read',
    apply: (node) => (classesOf(node).includes('tabGroup') ? tabSections(node) : plainTabs(node)),
  },
  {
    what: 'A table stands in a frame that scrolls',
    why: 'a wide table must not make the page wide',
    from: 'ours',
    apply: (node) =>
      classesOf(node).some((name) => /^table-(?:scroll|frame)/.test(name)) ? node.children : node,
  },
  {
    what: 'An empty cell of a header is `<td>`',
    why: 'a screen reader would announce it before every cell',
    from: 'docfx',
    apply: (node) =>
      node.tagName === 'th' && node.children.length === 0 ? { ...node, tagName: 'td' } : node,
  },
  {
    what: 'An image without a text has an empty one',
    why: 'a screen reader would read the name of its file',
    from: 'docfx',
    apply: (node) =>
      node.tagName === 'img' ? { ...node, properties: { alt: '', ...node.properties } } : node,
  },
  {
    what: 'Alignment is `align`, not `style`',
    why: 'pages have no inline styles, so that the Content-Security-Policy forbids them',
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
    what: 'Words of `:::no-loc` are `<span translate="no">`',
    why: 'translators that browsers have leave them as they are, too',
    from: 'ours',
    apply: (node) =>
      node.tagName === 'span' && node.properties['translate'] === 'no' ? node.children : node,
  },
  {
    what: 'The description of a complex picture is `<details>`',
    why: 'who sees the picture may need it, too, and not only who hears the page',
    from: 'ours',
    apply: (node) => {
      const description = node.children.findLast((child) => child.type === 'element')
      if (!classesOf(node).includes('form-description') || !description) return node
      const properties = { ...description.properties, className: ['visually-hidden'] }
      return { ...description, properties }
    },
  },
  {
    what: 'A form of Microsoft’s portal is the words of its button',
    why: 'nothing of it works anywhere else, and pages have no forms',
    from: 'docfx',
    apply: (node) => {
      if (!classesOf(node).includes('chromeless-form')) return node
      const children: ElementContent[] = [{ type: 'text', value: toString(node).trim() }]
      return { type: 'element', tagName: 'p', properties: {}, children }
    },
  },
  {
    what: 'A video or a frame of another site is a link to what it shows',
    why: 'nothing is asked of other sites before the reader wants it; browsers show no text that is in a frame',
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
    what: 'A zone says in words for whom it is',
    why: 'without script, and on paper, all of them are read',
    from: 'ours',
    apply: (node) => (classesOf(node).includes('zone__label') ? [] : node),
  },
  {
    what: 'A picture of another site is a link, or the words of the link that it stands in',
    why: 'nothing is asked of other sites before the reader wants it; links hold no links',
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
    what: 'A cross reference is a link to what has its uid',
    why: 'docfx’s engine hands it on as `<xref>` or `xref:`, and its build links it; the test has a page for each uid',
    from: 'docfx',
    apply: resolvedReference,
  },
  {
    what: 'Names of programs that references show are `translate="no"`, not of the class `no-loc`',
    why: 'translators that browsers have leave them as they are, too',
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
    what: 'The language of code is `language-…`, not `lang-…`',
    why: 'the name that HTML recommends',
    from: 'docfx',
    apply: (node) =>
      node.tagName === 'code'
        ? withClasses(node, (name) => name.replace(/^lang-/, 'language-'))
        : node,
  },
  {
    what: 'Marked lines of code are `data-highlight-lines`, and code has no `name`',
    why: 'HTML has no attributes `highlight-lines` and `name` there; a name is not shown',
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
    what: 'Words and lines of code have elements (`code-keyword`, `code-line`)',
    why: 'their colours are written with the page; docfx leaves them to a script',
    from: 'ours',
    apply: (node) =>
      /^(?:span|mark)$/.test(node.tagName) &&
      classesOf(node).some((name) => name.startsWith('code-'))
        ? node.children
        : node,
  },
  {
    what: 'Empty lines of code do not count',
    why: 'docfx’s own tests compare without line ends, and show one that the file does not have',
    apply: (node) => (node.tagName === 'code' ? withoutEmptyLines(node) : node),
  },
  {
    what: 'Math is MathML',
    why: 'docfx leaves TeX to a script; without one, readers would see its commands',
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
    what: 'What could run (`<script>`, an address `javascript:`) is not there',
    why: 'text of a docset is not trusted',
    from: 'docfx',
    apply: (node) => {
      if (node.tagName === 'script') return []
      const { href, ...properties } = node.properties
      return /^javascript:/i.test(String(href)) ? { ...node, properties } : node
    },
  },
  {
    what: 'Front matter is not in the page',
    why: 'docfx’s engine hands it on as `<yamlheader>`, its templates do not show it either',
    from: 'docfx',
    apply: (node) => (node.tagName === 'yamlheader' ? [] : node),
  },
  {
    what: 'An anchor by `name` is one by `id`',
    why: '`name` is obsolete in HTML',
    apply: (node) => {
      const { name, ...properties } = node.properties
      if (node.tagName !== 'a' || name === undefined) return node
      return { ...node, properties: { id: name, ...properties } }
    },
  },
  {
    what: 'A heading has a link to itself',
    why: 'its address can be copied',
    from: 'ours',
    apply(node) {
      if (node.tagName === 'div' && classesOf(node).includes('heading')) return node.children
      return node.tagName === 'a' && classesOf(node).includes('anchor') ? [] : node
    },
  },
  {
    what: 'Only classes that look like something are there',
    why: 'any other could be one of the site’s own',
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
