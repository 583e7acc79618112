/**
 * Read `:::name attribute="value" …:::`, as docfx’s TripleColonBlockParser and TripleColonInlineParser do.
 *
 * Values stand in double quotes and know no escapes. Spaces between the colons and the name are for the beginning of a
 * line only.
 */
import type { Fault, Opening, Place } from './form.ts'

interface Rule {
  name: string
  /** Its opening ends with `:::`; else with the line. */
  isSelfClosing: boolean
  /** What else makes an opening right; what is wrong with it, or nothing. */
  check: (attributes: Opening['attributes']) => string | undefined
  isContainer: (attributes: Opening['attributes']) => boolean
}

const identifier = /[a-z][a-z\d-]*/iy
const space = /[ \t]*/y

/** The opening of a form; undefined where it has another name. */
export function parseOpening(typed: string, place: Place, rule: Rule): Opening | Fault | undefined {
  const colons = ':::'.length
  if (!typed.startsWith(':::')) return undefined
  const reader = new Reader(typed, colons)
  if (place === 'flow') reader.take(space)
  if (reader.take(identifier).toLowerCase() !== rule.name) return undefined
  const result = attributesOf(reader, rule.isSelfClosing)
  if ('fault' in result) return result
  const { attributes, isOpen } = result
  const fault = rule.check(attributes)
  if (fault !== undefined) return { fault }
  const isContainer = place === 'flow' && rule.isContainer(attributes)
  const { name } = rule
  return { name, attributes, colons, length: reader.index, isContainer, ...(isOpen && { isOpen }) }
}

/** The first of these attributes that a form does not have. */
export function unknownAttribute(
  attributes: Opening['attributes'],
  known: readonly string[],
): string | undefined {
  const name = Object.keys(attributes).find((key) => !known.includes(key))
  if (name === undefined) return undefined
  const names = known.map((key) => `\`${key}\``).join(', ')
  return `It has no attribute \`${name}\`. Use ${names}.`
}

class Reader {
  readonly text: string
  index: number

  constructor(text: string, index: number) {
    this.text = text
    this.index = index
  }

  /** What a sticky pattern finds here, which may be nothing. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.index
    const [found = ''] = pattern.exec(this.text) ?? []
    this.index += found.length
    return found
  }

  takes(typed: string): boolean {
    if (!this.text.startsWith(typed, this.index)) return false
    this.index += typed.length
    return true
  }
}

function attributesOf(
  reader: Reader,
  isSelfClosing: boolean,
): { attributes: Record<string, string>; isOpen: boolean } | Fault {
  const attributes: Record<string, string> = {}
  for (;;) {
    reader.take(space)
    const isAtEnd = reader.index >= reader.text.length
    if (isAtEnd || (isSelfClosing && reader.takes(':::'))) {
      return { attributes, isOpen: isSelfClosing && isAtEnd }
    }
    const name = reader.take(identifier).toLowerCase()
    if (!name) return { fault: notAnAttribute(reader) }
    if (name in attributes) return { fault: `Attribute \`${name}\` is given twice. Delete one.` }
    reader.take(space)
    let value = ''
    if (reader.takes('=')) {
      reader.take(space)
      const [, inner] = /^"([^"]*)"/.exec(reader.text.slice(reader.index)) ?? []
      if (inner === undefined) return { fault: notAValue(name, reader) }
      value = inner
      reader.index += inner.length + 2
    }
    attributes[name] = value
  }
}

function notAnAttribute({ text, index }: Reader): string {
  const shown = /^\S{1,20}/.exec(text.slice(index))?.[0]
  return shown === undefined
    ? 'It does not end on its line. Put all attributes and `:::` on one line.'
    : `\`${shown}\` is no attribute. Write attributes as \`name="value"\`; a value holds no \`"\`.`
}

function notAValue(name: string, { text, index }: Reader): string {
  return text[index] === '"'
    ? `The value of \`${name}\` has no second \`"\`. Write it where the value ends.`
    : `The value of \`${name}\` is not in double quotes. Write \`${name}="…"\`.`
}
