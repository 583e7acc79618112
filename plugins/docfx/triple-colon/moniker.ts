/** `:::moniker range=">= x"`: words for some versions of a product (docfx’s MonikerRangeParser). */
import type { Form } from './form.ts'

const opening = /^(:{3,})[ \t]*moniker[ \t]*range="([^"]*)"/i

export const moniker: Form = {
  open: (typed, place) => {
    if (place === 'text') return undefined
    const [match, colons = '', range = ''] = opening.exec(typed) ?? []
    if (match !== undefined) {
      const { length } = match
      return {
        name: 'moniker',
        attributes: { range },
        colons: colons.length,
        length,
        isContainer: true,
      }
    }
    return /^:{3,}[ \t]*moniker(?![-\w])/i.test(typed)
      ? { fault: 'It says for which versions it is by `range="…"`, in double quotes. Write that.' }
      : undefined
  },
  end: /moniker-end/i,
  draw: (node) => {
    const hProperties = { dataMonikerRange: node.attributes['range'] ?? '' }
    node.data = { ...node.data, hName: 'div', hProperties }
    return undefined
  },
}
