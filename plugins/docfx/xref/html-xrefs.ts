/** Cross references in raw HTML: `<xref href="uid">`, which docfx’s own tools write, and `<a href="xref:uid">`. */
import type { XrefLookUp, ShownXref } from './parse.ts'

const element = /<xref\b((?:"[^"]*"|'[^']*'|[^'"<>])*)>(?:\s*<\/xref\s*>)?|<\/xref\s*>/
const address = /(\shref\s*=\s*)(?:"xref:([^"]*)"|'xref:([^']*)')/
const comment = /<!--[\s\S]*?(?:-->|$)/
const all = new RegExp(`${comment.source}|${element.source}|${address.source}`, 'gi')

/** Whether a text has one, in a quick look. */
export function mayHoldXref(html: string): boolean {
  return /<\/?xref\b|["']xref:/i.test(html)
}

/** The HTML with links in their place, and the uids that nothing has. */
export async function withXrefs(
  html: string,
  lookUp: XrefLookUp,
): Promise<{ value: string; missing: (ShownXref & { uid: string })[] }> {
  const missing: (ShownXref & { uid: string })[] = []
  let value = ''
  let end = 0
  for (const match of html.matchAll(all)) {
    value += html.slice(end, match.index) + (await drawn(match))
    end = match.index + match[0].length
  }
  return { value: value + html.slice(end), missing }

  async function drawn([typed, attributes, before, double, single]: RegExpMatchArray) {
    if (typed.startsWith('<!--')) return typed
    if (before !== undefined) {
      const result = await lookUp(unescaped(double ?? single ?? ''))
      if (result.isMissing) missing.push(result)
      return result.href === undefined ? '' : `${before}"${escaped(result.href)}"`
    }
    return attributes === undefined ? '' : elementOf(attributes)
  }

  async function elementOf(attributes: string): Promise<string> {
    const href = attribute(attributes, 'href') ?? attribute(attributes, 'uid') ?? ''
    const result = await lookUp(href)
    if (!result.isMissing) return linkOf(result)
    const isTold = attribute(attributes, 'data-throw-if-not-resolved')?.toLowerCase() !== 'false'
    if (result.uid && isTold) missing.push(result)
    const typed = attribute(attributes, 'data-raw-html') ?? attribute(attributes, 'data-raw-source')
    const name = typed === undefined ? result : { ...result, text: typed, isOfProgram: true }
    return name.href === undefined ? nameOf(name) : linkOf(name)
  }
}

function linkOf({ href = '', text, isOfProgram }: ShownXref): string {
  return `<a href="${escaped(href)}"${isOfProgram ? ' translate="no"' : ''}>${escaped(text)}</a>`
}

function nameOf({ text, isOfProgram }: ShownXref): string {
  return isOfProgram ? `<span translate="no">${escaped(text)}</span>` : escaped(text)
}

function attribute(attributes: string, name: string): string | undefined {
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i')
  const [, double, single] = pattern.exec(attributes) ?? []
  const value = double ?? single
  return value === undefined ? undefined : unescaped(value)
}

const signs: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => signs[sign] ?? sign)
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
