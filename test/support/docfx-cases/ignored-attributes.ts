/** Attributes that say nothing to a reader, so that they may differ from docfx’s. */
import type { Side } from './compared-page.ts'

interface IgnoredAttribute {
  what: string
  matches: (name: string, tagName: string, from: Side) => boolean
}

/** Names as in the HTML tree. */
export const ignoredAttributes: readonly IgnoredAttribute[] = [
  {
    what: 'where docfx read an element (`sourceFile`, `sourceStartLineNumber`)',
    matches: (name) => /^source(?:file|startlinenumber|endlinenumber)$/i.test(name),
  },
  {
    what: '`data-…`, except for the audience of zones, interactive code and highlighted lines',
    matches: (name) =>
      /^data[A-Z]/.test(name) &&
      !/^data(?:Pivot|Target|Moniker|Interactive|HighlightLines)/.test(name),
  },
  {
    what: 'how a browser loads our images (`loading`, `decoding`, `width`, `height`)',
    matches: (name, tagName, from) =>
      from === 'ours' && tagName === 'img' && /^(?:loading|decoding|width|height)$/.test(name),
  },
  {
    what: '`scope` in our table headers',
    matches: (name, tagName, from) => from === 'ours' && tagName === 'th' && name === 'scope',
  },
]
