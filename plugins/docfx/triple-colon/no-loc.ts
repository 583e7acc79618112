/** `:::no-loc text="Find":::`: words that no translation changes (docfx’s NolocParser). */
import type { Form } from './form.ts'

const pattern = /^:::no-loc text="((?:\\[^\n]|[^"\\\n])*)":::/

export const noLoc: Form = {
  open: (typed, place) => {
    const [match, text] = pattern.exec(typed) ?? []
    if (match === undefined || text === undefined) {
      return /^:{3,}[ \t]*no-loc(?![-\w])/i.test(typed)
        ? { fault: 'Write `:::no-loc text="words":::`, with one space and on one line.' }
        : undefined
    }
    if (place === 'flow') return undefined
    const attributes = { text: text.replace(/\\(.)/g, '$1').trim() }
    return { name: 'no-loc', attributes, colons: 3, length: match.length, isContainer: false }
  },
  end: /$^/,
  words: ({ text = '' }) => ({ value: text }),
  draw: (node) => [
    {
      type: 'emphasis',
      data: { ...node.data, hName: 'span', hProperties: { translate: 'no' } },
      children: [{ type: 'text', value: node.attributes['text'] ?? '' }],
      ...(node.position && { position: node.position }),
    },
  ],
}
