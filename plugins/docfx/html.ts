/**
 * Keep the HTML that docsets write, and nothing that could run.
 *
 * Text from a docset is not trusted. Elements outside the allowed list are removed and reported; what is
 * not HTML at all is read by `placeholders.ts`.
 */
import type { Element, Parents, Properties, Root as HastRoot } from 'hast'
import { defaultSchema, type Options as Schema } from 'rehype-sanitize'
import { visit } from '../visit.ts'
import type { VFile } from 'vfile'
import { codeProperties } from '../code/index.ts'
import { foreignAddress } from '../foreign.ts'
import { htmlElements, replacementAdvice } from '../html-elements.ts'
import { defineProblems, report } from '../problems.ts'
import { boxClasses } from './quote-sections/box.ts'

const problem = defineProblems('html', {
  'html-removed': (actual: string) => ({
    severity: 'warning',
    reason: `\`${actual}\` was removed: scripts, forms, frames and addresses that could run are not allowed. Delete it.`,
  }),
  'html-not-shown': (name: string) => ({
    severity: 'warning',
    reason: `\`<${name}>\` is not shown. ${replacementAdvice(name)}`,
  }),
})

/** Elements that could run or lead elsewhere; the others that are not allowed are only not shown. */
const unsafe = new Set(
  'applet base embed form frame frameset iframe link meta object script style template'.split(' '),
)

const harmless = (
  'abbr address article aside audio bdi bdo big center cite figcaption figure font footer header hgroup label mark ' +
  'meter nobr progress search small time track u video wbr'
).split(' ')

/** What players are told; `media.ts` reads it. */
const player = ['src', 'controls', 'loop', 'muted', 'width', 'height', 'title', 'ariaLabel']

/** MathML as `math/` writes it. None of it runs, leads elsewhere or holds HTML: no `maction`, no `annotation-xml`. */
const mathElements = (
  'math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle ' +
  'msub msubsup msup mtable mtd mtext mtr munder munderover none'
).split(' ')

const mathAttributes = [
  ...(
    'accent accentunder alttext columnalign columnspacing columnspan depth display displaystyle fence form height ' +
    'largeop linethickness lspace mathvariant maxsize minsize movablelimits notation rowspacing rowspan rspace ' +
    'scriptlevel separator stretchy symmetric voffset width'
  ).split(' '),
  // How cells of a table are aligned.
  ['className', 'tml-left', 'tml-right'] as [string, ...string[]],
]

/** For all elements there; on an image, `document` would have the image in place of its own property. */
const everywhere = (defaultSchema.attributes?.['*'] ?? []).filter((name) => name !== 'name')

/** What may stay. Ids keep their names: they are the anchors that links use. */
export const schema: Schema = {
  ...defaultSchema,
  clobberPrefix: '',
  clobber: [],
  tagNames: [...(defaultSchema.tagNames ?? []), ...harmless, ...mathElements],
  // In a `<picture>`, `<source>` names images that nothing else here would look at.
  ancestors: {
    ...defaultSchema.ancestors,
    ...Object.fromEntries(mathElements.slice(1).map((name) => [name, ['math']])),
    source: ['audio', 'video'],
    track: ['audio', 'video'],
  },
  // What is in them is no text to a browser either.
  strip: ['iframe', 'script', 'style', 'template', 'title'],
  protocols: {
    ...defaultSchema.protocols,
    href: [...(defaultSchema.protocols?.['href'] ?? []), 'tel'],
  },
  attributes: {
    ...defaultSchema.attributes,
    ...Object.fromEntries(mathElements.map((name) => [name, mathAttributes])),
    a: [...(defaultSchema.attributes?.['a'] ?? []), 'name'],
    aside: [['className', 'alert'], 'dataKind'],
    // Rows and columns, zones, monikers and tabs; a page that writes them as HTML has them, too.
    section: [
      'dataFootnotes',
      ['className', 'footnotes', 'row', 'tabs__panel'],
      'dataTab',
      'dataCondition',
    ],
    p: [['className', 'alert__title', 'mx-imgBorder', 'zone__label']],
    span: [['className', 'mx-imgBorder', 'embeddedvideo']],
    details: ['open', ['className', 'form-description']],
    img: [...(defaultSchema.attributes?.['img'] ?? []), ['role', 'presentation']],
    div: [
      ...(defaultSchema.attributes?.['div'] ?? []),
      [
        'className',
        'column',
        'embeddedvideo',
        'math',
        /^span\d{1,2}$/,
        'zone',
        'has-pivot',
        'has-target',
        'tabs',
        ...boxClasses,
      ],
      'dataMonikerRange',
      'dataPivot',
      'dataVersions',
      ['dataTarget', 'docs', 'chromeless', 'pdf'],
    ],
    ...Object.fromEntries(
      ['h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [
        name,
        [['className', 'sr-only', 'tabs__title'], 'dataPagefindTitle'],
      ]),
    ),
    code: [
      ['className', /^language-./],
      'title',
      ...codeProperties,
      'dataInteractive',
      'dataInteractiveMode',
    ],
    audio: player,
    video: [...player, 'poster', 'playsInline'],
    source: ['src', 'type'],
    track: ['src', 'kind', 'srcLang', 'label', 'default'],
    '*': [
      ...everywhere,
      'lang',
      'dir',
      'id',
      ['translate', 'no', 'yes'],
      // What `blocks.ts` has written.
      'dataChange',
      'dataPasserelleBlock',
      ['dataState', 'untranslated', 'untranslated-start'],
    ],
  },
}

/** Elements that stay. */
export const allowed: ReadonlySet<string> = new Set(schema.tagNames)

/**
 * On the HTML tree, before sanitizing: report what sanitizing will remove, once for all that is in it.
 *
 * Sanitizing knows a scheme by one spelling only; `HTTPS:` is put right here and stays.
 */
export function rehypeReportRemoved() {
  return (tree: HastRoot, file: VFile): undefined => {
    visit(tree, 'element', (node, _index, parent) => {
      const { tagName, properties } = node
      const isAllowed = allowed.has(tagName) && !(tagName === 'source' && isIn(parent, 'picture'))
      const attribute = isAllowed ? unsafeAttribute(properties) : undefined
      if (attribute) report(file, problem('html-removed', attribute), nearest(node))
      const isLeading = tagName === 'source' && leadsAway(properties)
      if (isAllowed || (isPart(node, parent) && !isLeading)) return
      const finding =
        unsafe.has(tagName) || isLeading
          ? problem('html-removed', `<${tagName}>`)
          : problem('html-not-shown', tagName)
      report(file, finding, nearest(node))
    })
  }
}

/** `<source>` in `<video>`, and whatever a drawing is made of: who reads of the whole knows. */
function isPart({ tagName: name }: Element, parent: Parents | undefined): boolean {
  if (parent?.type !== 'element') return false
  if (parent.tagName === 'picture') return name === 'source' && hasImage(parent)
  if (allowed.has(parent.tagName)) return false
  return (
    !htmlElements.has(name) ||
    /^(?:area|frame|legend|optgroup|option|param|source|track)$/.test(name)
  )
}

/** Browsers show the `<img>` of a `<picture>` where they find no other version of it. */
function hasImage({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && child.tagName === 'img')
}

function isIn(parent: Parents | undefined, name: string): boolean {
  return parent?.type === 'element' && parent.tagName === name
}

function leadsAway({ srcSet, src }: Properties): boolean {
  const sets = Array.isArray(srcSet) ? srcSet : [srcSet ?? '']
  const addresses = [...sets, src ?? ''].flatMap((value) => String(value).split(','))
  return addresses.some((address) => foreignAddress(address))
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
