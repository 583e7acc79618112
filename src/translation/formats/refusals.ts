/** Why a unit of a file is not imported: what is wrong and what to do, for translators. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { Block } from '../blocks/block.ts'
import type { Code, Part } from '../codec/codec.ts'
import { tagOf } from '../codec/tags.ts'
import type { ReadUnit } from './read-unit.ts'
import type { Unit } from './unit.ts'

export interface Refusal {
  /** From the file, or of the unit that was found. */
  id?: string
  /** Source block of the unit that was found. */
  block?: Block
  message: VFileMessage
}

export const refusal = defineProblems('exchange', {
  'exchange-docset': (actual: string, expected: readonly string[]) => ({
    severity: 'error',
    reason: `File is for \`${actual}\`, not for \`${expected.join('` or `')}\`.`,
    note: 'Nothing was imported from this file.',
  }),
  'exchange-choice': (actual: string, expected: readonly string[]) => ({
    severity: 'error',
    reason: `File ${actual ? `for \`${actual}\`` : 'without a docset and a language'} may belong to any of ${expected.length} translations.`,
    note: `Nothing was imported from this file. Choose one: \`${expected.join('`, `')}\`.`,
  }),
  'exchange-language': (actual: string, expected: string) => ({
    severity: 'error',
    reason: `File is for ${actual}, not for ${expected}.`,
    note: 'Nothing was imported from this file.',
  }),
  'exchange-incomplete': (actual: number, expected: number) => ({
    severity: 'error',
    reason: `File has ${actual} of the ${expected} different source texts that were exported.`,
    note: 'The file is cut off, or units were deleted. Nothing was imported; to import only a part, add `--part`.',
  }),
  'exchange-units': (actual: number, expected: number) => ({
    severity: 'error',
    reason: `File has ${actual} of the ${expected} units that were exported.`,
    note: 'Units were deleted, or the file is cut off. Nothing was imported; to import only a part, add `--part`.',
  }),
  'units-merged': (actual: number, expected: number) => ({
    severity: 'warning',
    reason: `File has ${actual} units, the export had ${expected}.`,
    note: 'The tool merges units with the same source; its translation was used for those without one of their own.',
  }),
  'units-unconfirmed': (count: number, reasons: readonly string[]) => ({
    severity: 'warning',
    reason: `${count === 1 ? 'One new translation is' : `${count} new translations are`} not confirmed in this file: \`${reasons.slice(0, 3).join('`, `')}\`.`,
    note: 'They were not imported. Confirm them in your tool, then import the file again.',
  }),
  'unit-header': () => ({
    severity: 'error',
    reason: 'Unit is the header of a PO file, not text of a page.',
    note: 'Your converter exported it for translation. Delete it.',
  }),
  'unit-unknown': (id: string) => ({
    severity: 'error',
    reason: `Unit \`${id}\` is not in this docset. Delete it, or import the file into the docset that it belongs to.`,
  }),
  'unit-stale': (id: string) => ({
    severity: 'error',
    reason: `The source of \`${id}\` has changed since the export.`,
    note: 'Export again; the translation memory fills in what has not changed.',
  }),
  'unit-swapped': (id: string, other: string) => ({
    severity: 'error',
    reason: `Unit \`${id}\` has the translation of \`${other}\`. Put each where it belongs.`,
  }),
  'unit-source': (id: string) => ({
    severity: 'error',
    reason: `The source text of \`${id}\` was changed in the file.`,
    note: 'Change the target only.',
  }),
  'unit-twice': (id: string) => ({
    severity: 'error',
    reason: `There are several translations of \`${id}\`.`,
    note: 'None of them was imported. Delete the wrong ones.',
  }),
  'unit-merged': (ids: readonly string[]) => ({
    severity: 'error',
    reason: `There is one translation for ${ids.length} units: \`${ids.join('`, `')}\`. Give each its own.`,
    note: 'The tool merged units with the same source and lost their ids, but they are translated differently.',
  }),
  'unit-empty': (id: string) => ({
    severity: 'error',
    reason: `The translation of \`${id}\` is empty. Translate it, or delete the unit.`,
  }),
  'unit-encoding': (actual: string) => ({
    severity: 'error',
    reason: `Text has \`${actual}\`: UTF-8 text was read in another encoding. Save or export the file as UTF-8.`,
  }),
  'unit-language': (locale: string) => ({
    severity: 'error',
    reason: `Text is in the source language. Translate it into ${locale}.`,
    note: 'If it is a name, add it to the glossary with an `x` under `dnt`.',
  }),
  'unit-place': (page: string, sibling?: { id: string; isRefused: boolean }) =>
    sibling
      ? {
          severity: 'error',
          reason: `Translation depends on \`${sibling.id}\`, which ${sibling.isRefused ? 'was rejected' : 'has no translation in the file'}.`,
          note: 'A new row, item or section is imported as a whole. Correct that one, then import the file again.',
        }
      : {
          severity: 'error',
          reason: `Page \`${page}\` has no place for this new block.`,
          note: 'Copy the block from the source page to its place first.',
        },
  'page-incomplete': (page: string, actual: number, expected: number) => ({
    severity: 'error',
    reason: `Only ${actual} of ${expected} blocks of the new page \`${page}\` are translated. Translate all.`,
    note: 'Until then readers see that the page is not translated. Finish it in the file, then import it again.',
  }),
  'unit-markup': () => ({
    severity: 'error',
    reason: 'Text contains markup beyond its codes. Write plain text between the codes.',
    note: 'For example, bold without text, or an address that becomes a link.',
  }),
  'code-lost': (tag: string) => ({
    severity: 'error',
    reason: `Code ${tag} is missing. Use each code of the source once.`,
  }),
  'code-twice': (tag: string) => ({
    severity: 'error',
    reason: `Code ${tag} occurs twice. Use each code of the source once.`,
  }),
  'code-unknown': (tag: string) => ({
    severity: 'error',
    reason: `Code ${tag} is not in the source of this unit. Delete it.`,
  }),
  'code-nesting': (tag: string) => ({
    severity: 'error',
    reason: `Code ${tag} is in the wrong order. Put pairs one inside the other.`,
  }),
})

type Found = Parameters<typeof problemAt>[1]

export function refuse(name: string, entry: ReadUnit, problem: Found, unit?: Unit): Refusal {
  const message = problemAt(name, problem, entry.place)
  const id = unit?.id ?? entry.id
  return { ...(id && { id }), ...(unit && { block: unit.blocks.source }), message }
}

/** Problems with the codes of a translation; their order may change. */
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
export function mojibakeIn(text: string): string | undefined {
  return /\uFFFD|Ã[\u0080-\u00BF€-™]|â€[\u0080-\u2122]|Â[\u00A0-\u00BF](?!\p{L})/u.exec(text)?.[0]
}
