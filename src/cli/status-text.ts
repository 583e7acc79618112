/** The state of a translation as a table for a terminal. */
import type { PageCounts, ProjectCounts } from '../translation/state/count.ts'
import { type BlockState, blockStates } from '../translation/state/state.ts'

const waiting = blockStates.filter((state) => state !== 'translated')

export function statusText(counts: ProjectCounts): string {
  const { docset, sourceLocale, targetLocale, states, grades, machine, words, percent } = counts
  const { unrecorded } = counts
  const rows = blockStates
    .filter((state) => states[state].blocks)
    .map((state) => {
      const { blocks, words: own } = states[state]
      const split =
        state === 'stale'
          ? `  (by words ${grades.stale}, signs ${grades.minor}, markup and addresses ${grades.auto})`
          : ''
      return `  ${state.padEnd(13)}${countColumn(blocks, 'block')} ${countColumn(own, 'word')}${split}`
    })
  const pages = counts.pages.filter((page) => waiting.some((state) => page.states[state].blocks))
  return [
    `${docset}, ${sourceLocale} → ${targetLocale}: ${percent} % of ${number(words)} words translated and confirmed`,
    ...rows,
    ...(pages.length ? ['  Pages that wait:', ...pages.map(pageLine)] : []),
    ...(machine.blocks
      ? [
          `  By machine, and not confirmed: ${machine.blocks}. \`confirm\` them when you have read them.`,
        ]
      : []),
    ...(unrecorded
      ? [`  Translated, but not in the lock yet: ${unrecorded}. \`sync\` puts them there.`]
      : []),
  ].join('\n')
}

/** What is to be said of languages whose interface no native speaker has read; nothing if there are none. */
export function unreviewedText(tags: readonly string[]): string {
  if (tags.length === 0) return ''
  const strings = `The interface’s own strings in ${tags.map((tag) => `\`${tag}\``).join(', ')}`
  return `${strings} have not been reviewed by a native speaker. Strings in content/ui/<locale>.json replace them.`
}

function pageLine({ name, percent, states }: PageCounts): string {
  const what = waiting.flatMap((state: BlockState) =>
    states[state].blocks ? [`${states[state].blocks} ${state}`] : [],
  )
  return `    ${`${percent} %`.padStart(7)}  ${name}  ${what.join(', ')}`
}

function countColumn(value: number, noun: string): string {
  return `${number(value).padStart(8)} ${noun}${value === 1 ? ' ' : 's'}`
}

function number(value: number): string {
  return value.toLocaleString('en')
}
