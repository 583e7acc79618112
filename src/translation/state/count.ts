/** Count how much of a translation is done, in blocks and words. */
import { type BlockPair, type BlockState, type StaleGrade, blockStates } from './state.ts'
import { unrecordedIn } from '../lock/sync-lock.ts'
import { countWords } from '../language/words.ts'
import type { WorkPage, TranslationProject } from '../project/translation-project.ts'

export interface Count {
  blocks: number
  /** Words of the source; for extra blocks, of the translation. */
  words: number
}

export interface Counts {
  states: Readonly<Record<BlockState, Count>>
  /** Stale blocks by grade. */
  grades: Readonly<Record<StaleGrade, number>>
  /** Unconfirmed machine translations, in any state. */
  machine: Count
  /** Words of the source. */
  words: number
  /** Words with a confirmed translation, in percent of all words of the source. */
  percent: number
}

export interface PageCounts extends Counts {
  slug: string
  /** Name of the translation’s file in messages, else of its source’s. */
  name: string
}

export interface ProjectCounts extends Counts {
  docset: string
  sourceLocale: string
  targetLocale: string
  pages: readonly PageCounts[]
  /** Translated blocks that are not in the lock. */
  unrecorded: number
}

export function countProject(project: TranslationProject): ProjectCounts {
  const { docset, sourceLocale, targetLocale } = project
  const pages = project.pages.map(countPage)
  const unrecorded = unrecordedIn(project).length
  return { docset, sourceLocale, targetLocale, ...sumOf(pages), pages, unrecorded }
}

export function countPage(page: WorkPage): PageCounts {
  return { slug: page.slug, name: nameOf(page), ...countPairs(page.pairs) }
}

/** The sum of the counts of pages. */
export function sumOf(pages: readonly Counts[]): Counts {
  const states = noBlocks()
  const grades: Record<StaleGrade, number> = { auto: 0, minor: 0, stale: 0 }
  const machine = { blocks: 0, words: 0 }
  for (const page of pages) {
    for (const state of blockStates) {
      states[state].blocks += page.states[state].blocks
      states[state].words += page.states[state].words
    }
    for (const grade of Object.keys(grades) as StaleGrade[]) grades[grade] += page.grades[grade]
    machine.blocks += page.machine.blocks
    machine.words += page.machine.words
  }
  return { states, grades, machine, ...shareOf(states) }
}

function noBlocks(): Record<BlockState, Count> {
  return Object.fromEntries(blockStates.map((state) => [state, { blocks: 0, words: 0 }])) as Record<
    BlockState,
    Count
  >
}

function nameOf({ source, target, slug }: WorkPage): string {
  return target?.name ?? source?.name ?? slug
}

function countPairs(pairs: readonly BlockPair[]): Counts {
  const states = noBlocks()
  const grades: Record<StaleGrade, number> = { auto: 0, minor: 0, stale: 0 }
  const machine = { blocks: 0, words: 0 }
  for (const { source, target, state, grade, isMachine } of pairs) {
    const words = countWords((source ?? target)?.text ?? '')
    states[state].blocks++
    states[state].words += words
    if (grade) grades[grade]++
    if (!isMachine) continue
    machine.blocks++
    machine.words += words
  }
  return { states, grades, machine, ...shareOf(states) }
}

function shareOf(states: Counts['states']): Pick<Counts, 'words' | 'percent'> {
  const words = Object.entries(states)
    .filter(([state]) => state !== 'extra')
    .reduce((sum, [, count]) => sum + count.words, 0)
  // Rounded down, so that 100 % means that no word is missing.
  const percent = words ? Math.floor((1000 * states.translated.words) / words) / 10 : 100
  return { words, percent }
}
