/** Where each translated block comes from: its line in the lock, and the commit of that line. */
import Papa from 'papaparse'
import { blockNames, pageName } from '../translation/blocks/block-names.ts'
import type { LockStatus } from '../translation/lock/lock.ts'
import { lineOf } from '../translation/lock/lock.ts'
import type { LoadedTranslation } from '../translation/project/load-translations.ts'
import type { BlockPair, BlockState } from '../translation/state/state.ts'
import { originsOf } from './review/blame.ts'

/** One block. What is not known is empty. */
export interface Provenance {
  docset: string
  locale: string
  page: string
  block: string
  state: BlockState
  /** Who made the translation what it is: a person has confirmed it, a machine made it, or it was taken over. */
  by: 'person' | 'machine' | 'assumed' | ''
  author: string
  reviewers: string
  commit: string
  /** ISO 8601, in UTC. */
  date: string
}

const columns = [
  'docset',
  'locale',
  'page',
  'block',
  'state',
  'by',
  'author',
  'reviewers',
  'commit',
  'date',
] as const satisfies (keyof Provenance)[]

const makers: Readonly<Record<LockStatus, Provenance['by']>> = {
  ok: 'person',
  machine: 'machine',
  assumed: 'assumed',
}

/** All blocks of a translation, in reading order; those of the translation alone are left out. */
export async function provenanceOf({ project, paths }: LoadedTranslation): Promise<Provenance[]> {
  const { docset, targetLocale: locale, lock, pages } = project
  const origins = await originsOf(paths.lock)
  const entries = new Map(
    lock.entries.map((entry) => [`${entry.source} ${entry.target ?? '-'}`, entry]),
  )
  return pages.flatMap(({ slug, source, pairs }) => {
    if (!source) return []
    const names = blockNames({ slug, blocks: source.blocks })
    return pairs.flatMap((pair): Provenance[] => {
      if (!pair.source) return []
      const entry = entries.get(keyOf(pair))
      const origin = entry?.target ? origins.get(lineOf(entry)) : undefined
      return [
        {
          docset,
          locale,
          page: pageName(slug),
          block: names.get(pair.source) ?? '',
          state: pair.state,
          by: entry?.target ? makers[entry.status ?? 'ok'] : '',
          author: origin?.author ?? '',
          reviewers: (origin?.reviewers ?? []).join(', '),
          commit: origin?.commit ?? '',
          date: origin?.date ?? '',
        },
      ]
    })
  })
}

/** The line of a stale block is that of the source that was translated. */
function keyOf({ source, target, translatedFrom }: BlockPair): string {
  return `${translatedFrom ?? source?.hash} ${target?.hash ?? '-'}`
}

/** With a line of names; a cell that a spreadsheet would take for a formula is made text. */
export function provenanceCsv(rows: readonly Provenance[]): string {
  return Papa.unparse([...rows], { columns: [...columns], newline: '\n', escapeFormulae: true })
}
