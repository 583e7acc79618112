/**
 * Sanitize SVG: keep what draws, remove what could run or load something.
 *
 * Browsers parse an SVG file as XML, and as a document of the site when it is opened by itself. The text is parsed
 * and serialized with an allowlist of elements and attributes: no scripts, event handlers, HTML (`foreignObject`),
 * external style sheets or addresses, processing instructions, document types.
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
  /** The sanitized SVG; undefined if browsers could not parse the text as SVG. */
  svg: string | undefined
  /** What was removed, as authors know it: `<script>`, `onload`. Data of drawing programs is not listed. */
  removed: string[]
}

/** Elements of HTML are shown and run; those in other namespaces are data of drawing programs. */
const reportedNamespaces = new Set([svgNamespace, 'http://www.w3.org/1999/xhtml', ''])

/** @param text - The decoded file; the result is to be encoded as UTF-8. */
export function sanitizeSvg(text: string): SanitizedSvg {
  const parser = new SaxesParser({ xmlns: true })
  const removed = new Set<string>()
  const output: string[] = []
  const open: { name: string; isStyle: boolean }[] = []
  /** Depth inside a removed element, which counts itself. */
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
    // Checked as a whole, because a style may consist of several text nodes.
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
  // Nothing is left that needs the namespaces of drawing programs.
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

/** Whether an animation is safe: it could set an address or an event handler. */
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
