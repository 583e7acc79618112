/**
 * Keep of an SVG what draws, and take out what could run or load something.
 *
 * Browsers read an SVG file as XML, and as a document of the site when it is opened by itself. The text is
 * read by an XML parser and written anew from what is known to be harmless; nothing else gets through:
 * no scripts, event handlers, HTML inside (`foreignObject`), style sheets or addresses from elsewhere,
 * processing instructions, document types.
 */
import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes'
import {
  animations,
  drawingElements,
  isOwnStyle,
  isSafeAttribute,
  svgNamespace,
  xlinkNamespace,
  xmlNamespace,
} from './svg-safety.ts'

export interface SanitizedSvg {
  /** The drawing as it may be published; undefined where the text is not an SVG that browsers can read. */
  svg: string | undefined
  /** What was taken out, as authors know it: `<script>`, `onload`. Data of drawing programs is not reported. */
  removed: string[]
}

/** Elements in other namespaces are a drawing program's own notes; those of HTML are shown and run. */
const reportedNamespaces = new Set([svgNamespace, 'http://www.w3.org/1999/xhtml', ''])

/** @param text - Decoded; the result is for UTF-8. */
export function sanitizeSvg(text: string): SanitizedSvg {
  const parser = new SaxesParser({ xmlns: true })
  const removed = new Set<string>()
  const output: string[] = []
  const open: { name: string; isStyle: boolean }[] = []
  /** How many elements are open inside one that is taken out, itself included. */
  let skipped = 0
  let style = ''
  let isBroken = false

  parser.on('doctype', (doctype) => Object.assign(parser.ENTITIES, plainEntities(doctype)))
  parser.on('processinginstruction', ({ target }) => {
    if (/stylesheet/i.test(target)) removed.add(`<?${target}?>`)
  })
  parser.on('opentag', (tag) => {
    if (skipped > 0 || !isDrawing(tag, removed)) skipped++
    else {
      output.push(`<${tag.name}${attributesOf(tag, removed)}>`)
      open.push({ name: tag.name, isStyle: tag.local === 'style' })
    }
  })
  parser.on('closetag', () => {
    if (skipped > 0) return void skipped--
    const closed = open.pop()
    // Whole, for a style may be cut into several pieces of text.
    if (closed?.isStyle) output.push(styleText(style, removed))
    if (closed?.isStyle) style = ''
    output.push(`</${closed?.name ?? ''}>`)
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('error', () => {
    isBroken = true
  })
  parser.write(text.replace(/^\uFEFF/, '')).close()
  const svg = output.join('')
  const isSvg = !isBroken && /^<(?:[^\s<>:]+:)?svg[\s>]/.test(svg)
  return { svg: isSvg ? `${svg}\n` : undefined, removed: [...removed] }

  function addText(title: string): void {
    if (skipped > 0) return
    const within = open.at(-1)
    if (within?.isStyle) style += title
    else if (within) output.push(escaped(title))
  }
}

function isDrawing({ local, uri, attributes }: SaxesTagNS, removed: Set<string>): boolean {
  const isKnown = (uri === svgNamespace || uri === '') && drawingElements.has(local)
  if (isKnown && !(animations.has(local) && changesAddress(attributes))) return true
  if (reportedNamespaces.has(uri) && local !== 'metadata') removed.add(`<${local}>`)
  return false
}

function attributesOf({ attributes }: SaxesTagNS, removed: Set<string>): string {
  return Object.values(attributes)
    .filter((attribute) => isKept(attribute, removed))
    .map(({ name, value }) => ` ${name}="${escaped(value, true)}"`)
    .join('')
}

function isKept(
  { name, prefix, local, uri, value }: SaxesAttributeNS,
  removed: Set<string>,
): boolean {
  // Of names of namespaces, those of drawing programs have nothing left that would need them.
  if (name === 'xmlns' || prefix === 'xmlns') {
    return [svgNamespace, xlinkNamespace].includes(value) || (name === 'xmlns' && value === '')
  }
  if (uri === xmlNamespace) return local !== 'base'
  if (uri !== '' && uri !== xlinkNamespace) return false
  if (isSafeAttribute(local, value)) return true
  removed.add(local)
  return false
}

function styleText(style: string, removed: Set<string>): string {
  if (isOwnStyle(style)) return escaped(style)
  removed.add('<style> with an address or an escape')
  return ''
}

/** An animation can put an address or a handler where there was none. */
function changesAddress(attributes: SaxesTagNS['attributes']): boolean {
  const changed = attributes['attributeName']?.value.trim().replace(/^.*:/, '') ?? ''
  return /^(?:href|src|style|on.*)$/i.test(changed)
}

/** Illustrator names its namespaces so: `<!ENTITY ns_svg "http://www.w3.org/2000/svg">`. */
function plainEntities(doctype: string): Record<string, string> {
  const result = doctype.matchAll(
    /<!ENTITY\s+([\w.-]+)\s+(?:"([^"&<%]{0,200})"|'([^'&<%]{0,200})')\s*>/g,
  )
  return Object.fromEntries(
    [...result].map(([, name = '', double, single]) => [name, double ?? single ?? '']),
  )
}

function escaped(text: string, isAttribute = false): string {
  const marks = isAttribute ? /[&<>"\t\n\r]/g : /[&<>\r]/g
  return text.replace(marks, (mark) => `&#${mark.charCodeAt(0)};`)
}
