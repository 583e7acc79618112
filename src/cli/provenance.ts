/** Provenance of each translated block: its line in the lock, and the commit that wrote it. */
import Papa from 'papaparse'
import { blockNames, pageName } from '../translation/blocks/block-names.ts'
import type { LockStatus } from '../translation/lock/lock.ts'
import { lineOf } from '../translation/lock/lock.ts'
import type { LoadedTranslation } from '../translation/project/load-translations.ts'
import type { BlockPair, BlockState } from '../translation/state/state.ts'
import { originsOf } from './review/blame.ts'

/** A row of the table, for one block. Unknown values are empty. */
export interface Provenance {
  docset: string
  locale: string
  page: string
  block: string
  state: BlockState
  /** Whether a person confirmed the translation, a machine made it, or it was assumed to be right. */
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

const byStatus: Readonly<Record<LockStatus, Provenance['by']>> = {
  ok: 'person',
  machine: 'machine',
  assumed: 'assumed',
}

/** All source blocks of a translation, in reading order. */
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
          by: entry?.target ? byStatus[entry.status ?? 'ok'] : '',
          author: origin?.author ?? '',
          reviewers: (origin?.reviewers ?? []).join(', '),
          commit: origin?.commit ?? '',
          date: origin?.date ?? '',
        },
      ]
    })
  })
}

/** A stale block has the line of the source that it was translated from. */
function keyOf({ source, target, translatedFrom }: BlockPair): string {
  return `${translatedFrom ?? source?.hash} ${target?.hash ?? '-'}`
}

/** CSV with a header; cells that a spreadsheet would read as formulas are escaped. */
export function provenanceCsv(rows: readonly Provenance[]): string {
  return Papa.unparse([...rows], { columns: [...columns], newline: '\n', escapeFormulae: true })
}
