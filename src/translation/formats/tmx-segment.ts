/** Read a `<seg>` of TMX: text and inline codes, of Passerelle or of another tool. */
import { mergeText, type Part } from '../codec/codec.ts'
import { fromTags } from '../codec/tags.ts'
import { xmlText, type XmlElement } from './xml.ts'

/** Numbers of the codes in a unit, by their key in the file. A code has the same number in each language. */
export type CodeNumbers = Map<string, number>

/**
 * The parts of a segment of TMX level 1 (plain text, which may hold our tags) or 2 (`<bpt>`, `<ept>`, `<ph>`, `<it>`,
 * `<ut>`). The content of another tool’s code is ignored.
 *
 * @param numbers - Filled while the segments of a unit are read, the source first.
 */
export function segmentParts(segment: XmlElement, numbers: CodeNumbers): Part[] {
  const opened = new Map<string, number>()
  const isFirst = numbers.size === 0
  let count = 0
  // Only `x` identifies a code across languages, and it is optional; without it the order of the codes does.
  const numberOf = (key: string) => {
    count++
    const known = numbers.get(key) ?? (isFirst ? numbers.size + 1 : count)
    numbers.set(key, known)
    return known
  }
  const partsOf = (parent: XmlElement): Part[] =>
    parent.children.flatMap((child): Part[] => {
      if (typeof child === 'string') return fromTags(child)
      const own = fromTags(xmlText(child))
      const isTag = own.length === 1 && own[0]?.kind !== 'text'
      const { x, i = '' } = child.attributes
      switch (child.name) {
        case 'bpt': {
          if (isTag) return own
          const id = numberOf(x ? `x${x}` : `i${i}`)
          opened.set(i, id)
          return [{ kind: 'open', id, type: 'element' }]
        }
        case 'ept': {
          if (isTag) return own
          const id = opened.get(i)
          return id === undefined ? [] : [{ kind: 'close', id }]
        }
        case 'ph':
        case 'it':
        case 'ut':
          return isTag
            ? own
            : [{ kind: 'alone', id: numberOf(x ? `x${x}` : `p${count}`), type: 'jsx' }]
        default:
          return partsOf(child)
      }
    })
  return mergeText(partsOf(segment))
}
