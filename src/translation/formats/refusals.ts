/** Why a unit of a file is not taken: found, then expected, in words for translators. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { Block } from '../blocks/block.ts'
import type { Code, Part } from '../codec/codec.ts'
import { tagOf } from '../codec/tags.ts'
import type { ReadUnit } from './read-unit.ts'
import type { Unit } from './unit.ts'

export interface Refusal {
  /** As the file says, or of the unit that was found. */
  id?: string
  /** Source block of the unit that was found. */
  block?: Block
  message: VFileMessage
}

export const refusal = defineProblems({
  'exchange-docset': (actual: string, expected: readonly string[]) => ({
    severity: 'error',
    reason: `File is for \`${actual}\`, not for \`${expected.join('` or `')}\``,
    note: 'Nothing was taken from this file.',
  }),
  'exchange-choice': (actual: string, expected: readonly string[]) => ({
    severity: 'error',
    reason: `File ${actual ? `for \`${actual}\`` : 'without a docset and a language'} may be for any of ${expected.length} translations`,
    note: `Nothing was taken from this file. Say which one you mean: \`${expected.join('`, `')}\`.`,
  }),
  'exchange-language': (actual: string, expected: string) => ({
    severity: 'error',
    reason: `Unexpected languages ${actual}, expected ${expected}`,
    note: 'Nothing was taken from this file.',
  }),
  'exchange-incomplete': (actual: number, expected: number) => ({
    severity: 'error',
    reason: `Unexpected number of different source texts (${actual}), expected ${expected} as exported`,
    note: 'The file is cut off, or units were deleted. Nothing was taken from it; if only a part is meant, add `--part`.',
  }),
  'exchange-units': (actual: number, expected: number) => ({
    severity: 'error',
    reason: `File has ${actual} of the ${expected} units that were exported`,
    note: 'Units were deleted, or the file is cut off. Nothing was taken from it; if only a part is meant, add `--part`.',
  }),
  'units-merged': (actual: number, expected: number) => ({
    severity: 'warning',
    reason: `Unexpected number of units (${actual}), expected ${expected} as exported`,
    note: 'The tool keeps one of several units with the same source; it was used for all that have no other translation.',
  }),
  'units-unconfirmed': (count: number, reasons: readonly string[]) => ({
    severity: 'warning',
    reason: `${count === 1 ? 'One new translation is' : `${count} new translations are`} not confirmed in this file: \`${reasons.slice(0, 3).join('`, `')}\``,
    note: 'They still wait. Confirm them in your tool, then import the file again.',
  }),
  'unit-header': () => ({
    severity: 'error',
    reason: 'Unexpected file header as a unit, expected text of a page',
    note: 'A converter offers the header of the PO file for translation. Leave it out.',
  }),
  'unit-unknown': (id: string) => ({
    severity: 'error',
    reason: `Unexpected unit \`${id}\`, expected one of this docset`,
  }),
  'unit-stale': (id: string) => ({
    severity: 'error',
    reason: `Unexpected source of \`${id}\`, expected what it says now: the source has changed since the export`,
    note: 'Export again; the translation memory fills in what is still the same.',
  }),
  'unit-swapped': (id: string, other: string) => ({
    severity: 'error',
    reason: `Unexpected text of \`${other}\` in \`${id}\`, expected its own`,
  }),
  'unit-source': (id: string) => ({
    severity: 'error',
    reason: `Unexpected source text in \`${id}\`, expected it as exported`,
    note: 'Change the target only.',
  }),
  'unit-twice': (id: string) => ({
    severity: 'error',
    reason: `Unexpected second translation of \`${id}\`, expected one`,
    note: 'None of them was taken.',
  }),
  'unit-merged': (ids: readonly string[]) => ({
    severity: 'error',
    reason: `Unexpected single translation for ${ids.length} units, expected one each: \`${ids.join('`, `')}\``,
    note: 'The tool merged units with the same source and lost their ids, but they are translated differently.',
  }),
  'unit-empty': (id: string) => ({
    severity: 'error',
    reason: `Unexpected empty translation of \`${id}\`, expected words`,
  }),
  'unit-encoding': (actual: string) => ({
    severity: 'error',
    reason: `Unexpected characters \`${actual}\`, expected letters: UTF-8 was read as another encoding`,
  }),
  'unit-language': (locale: string) => ({
    severity: 'error',
    reason: `Unexpected text in the language of the source, expected ${locale}`,
    note: 'If it is a name, put it into the glossary as not to be translated.',
  }),
  'unit-place': (page: string, sibling?: { id: string; isRefused: boolean }) =>
    sibling
      ? {
          severity: 'error',
          reason: `Translation waits for \`${sibling.id}\`, which ${sibling.isRefused ? 'was refused' : 'has no translation in the file'}`,
          note: 'A new row, item or section comes whole. Once that one is right, import the file again.',
        }
      : {
          severity: 'error',
          reason: `Page \`${page}\` has no block to write this new one to`,
          note: 'Copy the block from the source page to its place first.',
        },
  'page-incomplete': (page: string, actual: number, expected: number) => ({
    severity: 'error',
    reason: `Unexpected translation of ${actual} of ${expected} blocks of the new page \`${page}\`, expected all`,
    note: 'Until then its readers get a short page that says so. The words stay in the file: finish it there.',
  }),
  'unit-markup': () => ({
    severity: 'error',
    reason:
      'Unexpected text that makes other markup than its codes say, expected only words between them',
    note: 'Bold without words, or an address among the words, which becomes a link by itself.',
  }),
  'code-lost': (tag: string) => ({
    severity: 'error',
    reason: `Unexpected end of the translation without ${tag}, expected each code of the source once`,
  }),
  'code-twice': (tag: string) => ({
    severity: 'error',
    reason: `Unexpected second ${tag}, expected each code of the source once`,
  }),
  'code-unknown': (tag: string) => ({
    severity: 'error',
    reason: `Unexpected ${tag}, expected only codes of the source: it is of another unit`,
  }),
  'code-nesting': (tag: string) => ({
    severity: 'error',
    reason: `Unexpected order of ${tag}, expected pairs that close what they open, one inside the other`,
  }),
})

type Found = Parameters<typeof problemAt>[1]

export function refuse(name: string, entry: ReadUnit, problem: Found, unit?: Unit): Refusal {
  const message = problemAt(name, problem, entry.place)
  const id = unit?.id ?? entry.id
  return { ...(id && { id }), ...(unit && { block: unit.blocks.source }), message }
}

/** What is wrong with the codes of a translation; their order may change. */
export function codeProblem(
  parts: readonly Part[],
  { codes, extras }: Pick<Unit, 'codes' | 'extras'>,
): Found | undefined {
  const known = new Map([...codes, ...extras].map((code) => [code.id, code]))
  const tag = (id: number) => `\`${known.has(id) ? tagOf(known.get(id)!) : `<${id}>`}\``
  const open: number[] = []
  const opened = new Set<number>()
  for (const part of parts) {
    if (part.kind === 'text') continue
    const { id } = part
    const code = known.get(id)
    const isOther = part.kind !== 'close' && part.type !== undefined && part.type !== code?.type
    if (!code || isOther) return refusal('code-unknown', tag(id))
    if (part.kind === 'close') {
      if (open.pop() !== id) return refusal('code-nesting', tag(id))
      continue
    }
    if (opened.has(id)) return refusal('code-twice', tag(id))
    if (code.paired !== (part.kind === 'open')) return refusal('code-nesting', tag(id))
    if (code.type === 'link' && open.some((item) => known.get(item)?.type === 'link')) {
      return refusal('code-nesting', tag(id))
    }
    opened.add(id)
    if (part.kind === 'open') open.push(id)
  }
  const [unclosed] = open
  if (unclosed !== undefined) return refusal('code-nesting', tag(unclosed))
  // A mark of another language may go, for that may be the language of the translation; a name that others
  // link to may not.
  const needed = [
    ...codes.filter(({ type }) => type !== 'span'),
    ...extras.filter(({ type, open }) => type === 'html' || isNamed(type, open)),
  ]
  const lost = needed.find(({ id }) => !opened.has(id))
  return lost && refusal('code-lost', tag(lost.id))
}

function isNamed(type: Code['type'], open: string): boolean {
  return type === 'element' && /\s(?:id|name)\s*=/i.test(open)
}

/** UTF-8 that was read as Latin-1 and saved again: `Ã©`, `â€™`. */
export function garbled(text: string): string | undefined {
  return /\uFFFD|Ã[\u0080-\u00BF€-™]|â€[\u0080-\u2122]|Â[\u00A0-\u00BF](?!\p{L})/u.exec(text)?.[0]
}
