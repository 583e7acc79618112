/** Import files of translators’ tools into a docset: the new texts of its pages, and its new lock. */
import type { VFileMessage } from 'vfile-message'
import type { Block } from '../blocks/block.ts'
import { pageName } from '../blocks/block-names.ts'
import { type AcceptOptions, type AcceptedUnit, accept } from '../formats/accept.ts'
import type { ReadFile } from '../formats/read-unit.ts'
import { type Refusal, refusal, refuse } from '../formats/refusals.ts'
import { sameWords, type Unit, type UnitSet } from '../formats/unit.ts'
import { type ChangedPage, writeAccepted } from '../formats/write-accepted.ts'
import { confirmAll, seed } from '../lock/lock-changes.ts'
import type { Lock, LockStatus } from '../lock/lock.ts'
import {
  completeIn,
  insertBlocks,
  insertionsIn,
  offeredIn,
  withHeadings,
} from './insert-into-pages.ts'
import { readBlocks } from '../blocks/read-blocks.ts'
import { statesOf } from '../state/block-state.ts'
import { sourceBlocks, targetHashes, unrecordedIn } from '../lock/sync-lock.ts'
import { waitingForPages, withCauses } from './refusal-causes.ts'
import { isSurelyNeutral } from '../language/untranslated.ts'
import {
  foreignIn,
  unitSetOf,
  type TranslationProject,
  type WorkPage,
} from '../project/translation-project.ts'

export interface ImportOptions extends Pick<AcceptOptions, 'isPart'> {
  /** How the translations are recorded: machine translations have to be confirmed. */
  status: LockStatus
}

/** A page that an import writes. */
export interface NewPage {
  /** Absolute path of its file. */
  file: string
  /** Text of the file before, without a byte order mark; undefined for a new file. */
  before: string | undefined
  /** Text of the file after, without a byte order mark. */
  text: string
}

/** The result of an import; nothing of it is written to disk yet. */
export interface Imported {
  /** The docset after the import. */
  project: TranslationProject
  pages: readonly NewPage[]
  /** Numbers of units: with a new text, confirmed as they were, equal to the page, and not done in the files. */
  accepted: number
  confirmed: number
  unchanged: number
  pending: number
  refused: readonly Refusal[]
  /** Problems of the files, and of pages that could not be written. */
  messages: readonly VFileMessage[]
}

/**
 * Import files into a docset.
 *
 * Blocks that the translation lacks are inserted as copies of the source first. An insertion that does not get all of
 * its text is taken out again, and the rest imported anew, until all that was inserted is translated.
 */
export function importFiles(
  project: TranslationProject,
  files: readonly ReadFile[],
  options: ImportOptions,
): Imported {
  const possible = insertionsIn(project)
  const offered = offeredIn(files, unitSetOf(project))
  let insertions = completeIn(possible, offered, project)
  const refused = new Map<Block, Refusal>()
  for (;;) {
    const result = importInto(project, insertBlocks(project, insertions), files, options)
    const whole = insertions.filter(
      ({ blocks }) => !blocks.some((block) => result.waiting.has(block)),
    )
    const sound = withHeadings(whole, project.pages)
    if (sound.length === insertions.length) {
      const causes = { project, possible, offered, refused }
      return waitingForPages({ ...result, refused: withCauses(result.refused, causes) }, project)
    }
    for (const refusal of result.refused) {
      if (refusal.block && !refused.has(refusal.block)) refused.set(refusal.block, refusal)
    }
    insertions = sound
  }
}

/** @param project - The docset with copies of the source where blocks were missing. */
function importInto(
  before: TranslationProject,
  project: TranslationProject,
  files: readonly ReadFile[],
  { status, isPart = false }: ImportOptions,
): Imported & { waiting: ReadonlySet<Block> } {
  const set = unitSetOf(project)
  const isForeign = foreignIn(project)
  const results = files.map((file) => ({ file, ...accept(file, set, { isForeign, isPart }) }))
  const refused = results.flatMap((result) => result.refused)
  const unique = withoutContradictions(results, refused)
  const taken = withoutPartialPages(unique, project, set, refused)
  const changed = writeAccepted(
    taken.map(({ accepted }) => accepted),
    set,
  )
  const written = changed.filter(({ messages }) => messages.length === 0)
  const later = withPages(project, written)
  const pairs = written.flatMap((page) => pairsOf(page, set, later.pages))
  const confirmed = results.flatMap((result) => result.confirmed)
  const lock = withPairs(later, pairs, confirmed, status)
  const failed = new Set(changed.filter((page) => !written.includes(page)).map(({ slug }) => slug))
  const sound = taken.filter(({ accepted }) => !failed.has(accepted.unit.page))
  const done = new Set(sound.map(({ accepted }) => accepted.unit))
  const left = set.units.filter(
    (unit) => !done.has(unit) && !isSurelyNeutral(unit.blocks.source, project.glossary),
  )
  return {
    project: withStates({ ...later, lock }, new Set(written.map(({ slug }) => slug))),
    pages: written.map((page) => newPage(page, before)).filter((page) => page.before !== page.text),
    accepted: sound.length,
    confirmed: confirmed.length,
    unchanged: sum(results.map((result) => result.unchanged)),
    pending: sum(results.map((result) => result.pending)),
    refused,
    messages: [
      ...results.flatMap((result) => result.messages),
      ...changed.flatMap(({ messages }) => messages),
    ],
    waiting: new Set(left.map(({ blocks }) => blocks.source)),
  }
}

interface Taken {
  accepted: AcceptedUnit
  /** Name of the file that it comes from. */
  from: string
}

/** Refuse units that two files translate differently. */
function withoutContradictions(
  results: readonly { file: ReadFile; accepted: readonly AcceptedUnit[] }[],
  refused: Refusal[],
): Taken[] {
  const taken = new Map<Unit, Taken>()
  const twice = new Set<Unit>()
  for (const { file, accepted } of results) {
    for (const item of accepted) {
      const first = taken.get(item.unit)
      if (first && !sameWords(first.accepted.parts, item.parts)) {
        twice.add(item.unit)
        const problem = refusal('unit-twice', item.unit.id)
        refused.push(refuse(file.name, { ...item.entry, id: item.unit.id }, problem))
      } else if (!first) taken.set(item.unit, { accepted: item, from: file.name })
    }
  }
  return [...taken.values()].filter(({ accepted }) => !twice.has(accepted.unit))
}

/** Refuse new pages that lack a unit: readers would get a page in two languages. */
function withoutPartialPages(
  taken: readonly Taken[],
  { glossary }: TranslationProject,
  set: UnitSet,
  refused: Refusal[],
): Taken[] {
  const partial = new Set<string>()
  const takenByPage = Map.groupBy(taken, ({ accepted }) => accepted.unit.page)
  const unitsByPage = Map.groupBy(set.units, ({ page }) => page)
  for (const { slug, target } of set.pages) {
    const own = takenByPage.get(slug) ?? []
    const [first] = own
    if (target || !first) continue
    const units = unitsByPage.get(slug) ?? []
    const done = new Set(own.map(({ accepted }) => accepted.unit))
    const left = units.filter(
      (unit) => !done.has(unit) && !isSurelyNeutral(unit.blocks.source, glossary),
    )
    if (left.length === 0) continue
    partial.add(slug)
    const problem = refusal(
      'page-incomplete',
      pageName(slug),
      units.length - left.length,
      units.length,
    )
    refused.push(refuse(first.from, { ...first.accepted.entry, id: pageName(slug) }, problem))
  }
  return taken.filter(({ accepted }) => !partial.has(accepted.unit.page))
}

/** The docset with the new texts; `withStates` computes the states of their blocks. */
function withPages(
  project: TranslationProject,
  written: readonly ChangedPage[],
): TranslationProject {
  const texts = new Map(written.map((page) => [page.slug, page.text]))
  const pages = project.pages.map((page): WorkPage => {
    const { slug, source, target, file } = page
    const text = texts.get(slug)
    if (text === undefined || !source) return page
    const name = target?.name ?? file
    const { dialect, yaml } = target ?? source
    const place = { name, slug: target?.slug ?? slug, locale: project.targetLocale }
    const own = { ...place, text, dialect, ...(yaml && { yaml }) }
    return { ...page, target: readBlocks(own, source) }
  })
  return { ...project, pages }
}

interface NewPair {
  source: Block
  target: Block
  /** The file marks it as machine translation and names no reviewer. */
  isMachine: boolean
}

/** Source and new block of each accepted unit of a page. The order of blocks is the same before and after. */
function pairsOf(
  { slug, accepted }: ChangedPage,
  { pages }: UnitSet,
  later: readonly WorkPage[],
): NewPair[] {
  const before = pages.find((page) => page.slug === slug)
  const after = later.find((page) => page.slug === slug)?.target?.blocks
  const base = before?.target ?? before?.source
  return accepted.flatMap(({ unit: { blocks }, entry: { work } }) => {
    const index = base?.blocks.indexOf(blocks.target ?? blocks.source) ?? -1
    const target = after?.[index]
    return target ? [{ source: blocks.source, target, isMachine: work === 'machine' }] : []
  })
}

function withPairs(
  project: TranslationProject,
  pairs: readonly NewPair[],
  confirmed: readonly Unit[],
  status: LockStatus,
): Lock {
  const checked = confirmed.flatMap(({ blocks: { source, target } }) =>
    target ? [{ source, target }] : [],
  )
  if (pairs.length === 0 && checked.length === 0) return project.lock
  const inUse = targetHashes(project)
  const byPeople = pairs.filter(({ isMachine }) => !isMachine)
  const byMachine = pairs.filter(({ isMachine }) => isMachine)
  const first = confirmAll(project.lock, [...checked, ...byPeople], status, inUse)
  const lock = confirmAll(first, byMachine, 'machine', inUse)
  return seed(lock, sourceBlocks(project))
}

function withStates(project: TranslationProject, changed: ReadonlySet<string>): TranslationProject {
  const { lock, glossary, vote } = project
  const pages = project.pages.map((page) => {
    const { slug, source, target } = page
    if (!changed.has(slug) || !source || !target) return page
    return { ...page, pairs: statesOf(source, target, lock, glossary, vote) }
  })
  const later = { ...project, pages }
  const blocks = new Set(
    pages.flatMap(({ slug, source }) => (changed.has(slug) ? (source?.blocks ?? []) : [])),
  )
  const unrecorded = unrecordedIn(later).filter(({ source }) => blocks.has(source))
  if (unrecorded.length === 0) return later
  return { ...later, lock: confirmAll(lock, unrecorded, 'ok', targetHashes(later)) }
}

function newPage({ slug, text, yamlFile }: ChangedPage, { pages }: TranslationProject): NewPage {
  const page = pages.find((item) => item.slug === slug)
  const before = page?.target?.yaml?.file ?? page?.target?.text
  return { file: page?.file ?? '', before, text: yamlFile ?? text }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, item) => total + item, 0)
}
