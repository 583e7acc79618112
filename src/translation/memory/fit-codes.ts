/** Give a match the codes of a unit: other tools number codes in their own way. */
import { mergeText, type Part, plainWords } from '../codec/codec.ts'

/** Placeholders for codes in texts that are compared: all of a kind are equal. */
const marks = { open: '\uE000', close: '\uE001', alone: '\uE002' } as const

/** The text with a character for each code. */
export function shownShape(parts: readonly Part[]): string {
  return parts
    .map((part) => (part.kind === 'text' ? part.text.normalize('NFC') : marks[part.kind]))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * `target` with the codes of a unit, which correspond by their order in both sources. If the sources differ in their
 * codes, or the translation lacks some, only its text.
 *
 * @param wanted - Source of the unit.
 * @param source - Source of `target`.
 * @returns `isWhole` if the parts have all codes of the unit.
 */
export function fitCodes(
  wanted: readonly Part[],
  source: readonly Part[],
  target: readonly Part[],
): { parts: Part[]; isWhole: boolean } {
  const codes = wanted.filter(({ kind }) => kind !== 'text')
  const own = source.filter(({ kind }) => kind !== 'text')
  const words = { parts: mergeText([{ kind: 'text', text: plainWords(target) }]), isWhole: false }
  if (codes.length !== own.length || codes.some(({ kind }, index) => kind !== own[index]?.kind)) {
    return words
  }
  const byId = new Map(
    own.flatMap((part, index) => {
      const code = codes[index]
      return 'id' in part && code && code.kind !== 'close' ? [[part.id, code] as const] : []
    }),
  )
  const fitted = target.flatMap((part): Part[] => {
    if (part.kind === 'text') return [part]
    const code = byId.get(part.id)
    if (!code || !('id' in code)) return []
    if (part.kind === 'close') return [{ kind: 'close', id: code.id }]
    return code.kind === part.kind ? [code] : []
  })
  const isWhole = codesOf(fitted) === codesOf(codes)
  return isWhole ? { parts: mergeText(fitted), isWhole } : words
}

function codesOf(parts: readonly Part[]): string {
  return parts
    .flatMap((part) => ('id' in part ? [`${part.kind} ${part.id}`] : []))
    .toSorted()
    .join()
}

/**
 * Cut a text at offsets; undefined if a pair of codes would be split.
 *
 * @param spans - Ranges of `plainWords(parts)`, in order, without overlap.
 */
export function cutParts(
  parts: readonly Part[],
  spans: readonly { from: number; to: number }[],
): Part[][] | undefined {
  const pieces: Part[][] = spans.map(() => [])
  const opened = new Map<number, number>()
  let offset = 0
  for (const part of parts) {
    if (part.kind === 'text') {
      const end = offset + part.text.length
      for (const [index, { from, to }] of spans.entries()) {
        const text = part.text.slice(Math.max(0, from - offset), Math.max(0, to - offset))
        if (from < end && to > offset && text) pieces[index]?.push({ kind: 'text', text })
      }
      offset = end
      continue
    }
    const index = spanAt(spans, offset, part.kind)
    if (index < 0) return undefined
    if (part.kind === 'open') opened.set(part.id, index)
    if (part.kind === 'close' && opened.get(part.id) !== index) return undefined
    pieces[index]?.push(part)
  }
  return pieces
}

/** Between two sentences, an opening code belongs to the second one, any other to the first. */
function spanAt(
  spans: readonly { from: number; to: number }[],
  offset: number,
  kind: 'open' | 'close' | 'alone',
): number {
  const inside = ({ from, to }: { from: number; to: number }) => from <= offset && offset <= to
  return kind === 'open' ? spans.findLastIndex(inside) : spans.findIndex(inside)
}
