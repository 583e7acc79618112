/**
 * Measure how well blocks are found again in a translation without a lock: at the same revision, and when rows, columns,
 * paragraphs and items have come and gone since.
 *
 * The numbers of `src/translation/align/constants.ts` were set on every second page (`--half set`); `--half report` measures the
 * others, and by default all are.
 */
import { parseArgs } from 'node:util'
import {
  type AlignedCase,
  alignedLanguages,
  measureAlignment,
  revised,
  sameRevision,
} from '../test/support/aligned-pages.ts'

const { values } = parseArgs({
  options: {
    languages: { type: 'string' },
    /** How often each page is changed. */
    rounds: { type: 'string', default: '3' },
    half: { type: 'string' },
    show: { type: 'boolean', default: false },
  },
})

const wanted = values.languages?.split(',')
const isWanted = (index: number) => !values.half || (index % 2 === 0) === (values.half === 'set')
const percent = (part: number) => (100 * part).toFixed(2).padStart(6)

console.log('language  pages  pairs  same revision     a revision later   (recall / precision, %)')
for (const [locale, load] of alignedLanguages) {
  if (wanted && !wanted.includes(locale)) continue
  const all = load()
  const cases = Array.from({ length: Number(values.rounds) }, (_, round) =>
    all.flatMap((page, index): AlignedCase[] =>
      isWanted(index) ? [revised(page, 1000 * round + index)] : [],
    ),
  ).flat()
  const pages = all.filter((_, index) => isWanted(index))
  const same = measureAlignment(pages.map(sameRevision))
  const later = measureAlignment(cases)
  console.log(
    [
      locale.padEnd(8),
      String(pages.length).padStart(6),
      String(later.wanted).padStart(6),
      ` ${percent(same.recall)} / ${percent(same.precision)} `,
      ` ${percent(later.recall)} / ${percent(later.precision)}`,
    ].join(' '),
  )
  if (!values.show) continue
  for (const { source, wanted: twin, found } of later.wrong) {
    const { cell } = source.place
    const place = cell ? `table ${cell.table} row ${cell.row} column ${cell.column}` : source.kind
    console.log(
      `  ${place}: ${source.text}\n    wanted ${twin?.text ?? '–'}\n    found  ${found?.text ?? '–'}`,
    )
  }
}
