/**
 * Measure every number of the alignment beside half and twice as much: what is lost by either is why it is what it is.
 *
 * Every second page is measured, German, Chinese, Japanese and Korean, a revision later; numbers are set by these, and
 * `bench/alignment.ts --half report` says what they reach on the others. Numbers that look at the lock are not here:
 * there is none. Those of the band are of time, not of truth.
 */
import { parseArgs } from 'node:util'
import { alignedLanguages, measureAlignment, revised } from '../test/support/aligned-pages.ts'
import { constants } from '../src/translation/align/constants.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '1' },
    languages: { type: 'string', default: 'de-DE,zh-CN,ja-JP,ko-KR' },
  },
})

const wanted = values.languages.split(',')
const pages = alignedLanguages.flatMap(([locale, load]) =>
  wanted.includes(locale) ? load().filter((_, index) => index % 2 === 0) : [],
)
const cases = Array.from({ length: Number(values.rounds) }, (_, round) =>
  pages.map((page, index) => revised(page, 1000 * round + index)),
).flat()

/** Wrong pairs and missing ones, in a thousand. */
function faults(): string {
  const { recall, precision } = measureAlignment(cases)
  return `${(1000 * (1 - recall)).toFixed(1)} / ${(1000 * (1 - precision)).toFixed(1)}`
}

const asItIs = faults()
console.log('| number | value | half | as it is | twice |\n| --- | --- | --- | --- | --- |')
for (const [group, members] of Object.entries(constants)) {
  if (group === 'doubtful' || group === 'band') continue
  for (const [name, value] of Object.entries(members as Record<string, number>)) {
    if (name === 'known' || (values.only && !`${group}.${name}`.startsWith(values.only))) continue
    const cells = [0.5, 2].map((factor) => {
      ;(members as Record<string, number>)[name] = Number.isInteger(value)
        ? Math.round(value * factor)
        : value * factor
      return faults()
    })
    ;(members as Record<string, number>)[name] = value
    console.log(`| \`${group}.${name}\` | ${value} | ${cells[0]} | ${asItIs} | ${cells[1]} |`)
  }
}
