/** `:::row:::` and `:::column span="2":::`: columns beside each other (docfx’s RowParser and NestedColumnParser). */
import type { Form, Opening } from './form.ts'

/** Its columns and whatever else stands in it. */
export const row: Form = {
  open: (typed, place) => {
    if (place === 'text') return undefined
    const match = /^(:{3,})[ \t]*row:::/i.exec(typed)
    return match ? opening('row', match, {}) : faultOf(typed, 'row', /^:{3,}[ \t]*row(?![-\w])/i)
  },
  end: /row-end:::/i,
  isIndented: true,
  draw: (node) => {
    node.data = { ...node.data, hName: 'section', hProperties: { className: ['row'] } }
    return undefined
  },
}

const columnOpening = /^(:{3,})[ \t]*column[ \t]*(?:span="([^"]*)")?[ \t]*:::/i

/** One of a row; `span` says how many of the row’s equal parts it takes. */
export const column: Form = {
  open: (typed, place) => {
    if (place === 'text') return undefined
    const match = columnOpening.exec(typed)
    if (!match) return faultOf(typed, 'column', /^:{3,}[ \t]*column(?![-\w])/i)
    return opening('column', match, { span: match[2] ?? '1' })
  },
  end: /column-end:::/i,
  isIndented: true,
  draw: (node) => {
    const { span = '1' } = node.attributes
    const className = ['column', ...(/^[2-9]$|^1\d$/.test(span) ? [`span${span}`] : [])]
    node.data = { ...node.data, hName: 'div', hProperties: { className } }
    return undefined
  },
}

function opening(
  name: string,
  [typed, colons = '']: RegExpExecArray,
  attributes: Opening['attributes'],
): Opening {
  return { name, attributes, colons: colons.length, length: typed.length, isContainer: true }
}

function faultOf(typed: string, name: string, pattern: RegExp) {
  if (!pattern.test(typed)) return undefined
  const attributes = name === 'column' ? ' or `:::column span="2":::`' : ''
  return { fault: `Write \`:::${name}:::\`${attributes}.` }
}
