/** `:::zone pivot="windows"` and `:::zone target="docs"`: words for one variant (docfx’s ZoneExtension). */
import type { Form, Opening } from './form.ts'
import { parseOpening, unknownAttribute } from './parse.ts'

const targets = ['docs', 'chromeless', 'pdf']
const pivots = /^\s*[a-z\d-]+(?:\s*,\s*[a-z\d-]+)*\s*$/

export const zone: Form = {
  open: (typed, place) =>
    place === 'flow'
      ? parseOpening(typed, place, {
          name: 'zone',
          isSelfClosing: false,
          check,
          isContainer: () => true,
        })
      : undefined,
  end: /zone-end/,
  isAlone: true,
  draw: (node) => {
    const { target, pivot } = node.attributes
    const className = ['zone', ...(target ? ['has-target'] : []), ...(pivot ? ['has-pivot'] : [])]
    const hProperties = {
      className,
      ...(target && { dataTarget: target }),
      ...(pivot && { dataPivot: pivotsOf(pivot).join(' ') }),
    }
    node.data = { ...node.data, hName: 'div', hProperties }
    return undefined
  },
}

/** The names in a list of pivots. */
export function pivotsOf(value: string): string[] {
  return value
    .trim()
    .split(/\s*,\s*/)
    .filter(Boolean)
}

function check(attributes: Opening['attributes']): string | undefined {
  const unknown = unknownAttribute(attributes, ['pivot', 'target'])
  if (unknown) return unknown
  const { target, pivot } = attributes
  if (target !== undefined && !targets.includes(target))
    return `There is no target \`${target}\`. Write \`docs\`, \`chromeless\` or \`pdf\`.`
  if (pivot !== undefined && !pivots.test(pivot))
    return `\`${pivot}\` is no list of pivots. Write names of lower-case letters, digits and \`-\`, with commas between them.`
  if (!target && !pivot) return 'It says for whom it is by `pivot` or `target`. Write one of them.'
  if (target === 'pdf' && pivot) return 'A zone for `pdf` has no pivot. Delete `pivot`.'
  return undefined
}
