/**
 * The pages of a docset, read one edition after the other. A process that goes on reads those again that have asked
 * something with another answer now; no other page is looked at.
 */
import { append } from '#plugins/large-arrays.ts'
import type { FactMemory } from '../facts/store.ts'
import type { LookUp, Questions } from '../facts/trace.ts'
import type { ReadContext } from './context.ts'
import type { PageDocument } from './document.ts'
import { type Asked, nothingAsked, openQuestions, settled } from './open-questions.ts'
import type { RecordedContext } from './recorded-context.ts'

/** A page that was read. */
export interface PageRead {
  document: PageDocument
  /** What it has asked; absent where nothing is kept. */
  questions?: Questions | undefined
  /**
   * Questions of other pages that this page answers, such as that for its headings. Undefined if it has answered them
   * before and does no longer: who does now is found out by reading all pages.
   */
  answers: readonly LookUp[] | undefined
}

export interface KeptPages<Shared> {
  inputs: readonly unknown[]
  /** What pages leave for others; it belongs to these pages. */
  shared: Shared
  asked: Asked
  /** By edition, in the order of the slugs. */
  editions: (readonly (PageDocument | undefined)[])[]
}

/** How pages are read. */
export interface PageReading {
  recorded: RecordedContext
  slugs: readonly string[]
  editions: number
  /** How many pages are read at a time: the trees of each are in memory until it is done. */
  atOnce: number
  /** Undefined for a page that the edition lacks. */
  read: (edition: number, slug: string) => Promise<PageRead | undefined>
  /** Kinds of questions that pages answer. */
  answered: readonly string[]
}

/**
 * What is known of the pages of a docset, with what `fresh` gives if that is nothing.
 *
 * @param inputs - What decides which pages there are, and how they are read, besides what they ask.
 */
export function keptPages<Shared>(
  context: ReadContext,
  name: string,
  inputs: readonly unknown[],
  fresh: () => Shared,
): KeptPages<Shared> {
  const { facts, files } = context
  const own = [...inputs, ...worldOf(context)]
  const memory = files.history ? facts?.memory : undefined
  const kept = memory?.readings.get(name) as KeptPages<Shared> | undefined
  // Until it is complete again; a reading may fail.
  memory?.readings.delete(name)
  if (kept && own.every((input, index) => input === kept.inputs[index])) return kept
  return { inputs: own, shared: fresh(), asked: nothingAsked(), editions: [] }
}

/** What pages may look at without asking. */
export function worldOf(context: ReadContext): readonly unknown[] {
  const { facts, all, locales, base, origin, nameOf, plugins, components } = context
  return [all, locales, base, origin, nameOf, plugins, components, facts?.program]
}

/**
 * All pages, by edition. What did not change is the same object as before, the list of an edition included.
 *
 * @returns Undefined where all pages have to be read anew, with nothing kept.
 */
export async function readPages<Shared>(
  kept: KeptPages<Shared>,
  memory: FactMemory | undefined,
  name: string,
  reading: PageReading,
): Promise<KeptPages<Shared>['editions'] | undefined> {
  const { history } = reading.recorded.context.files
  if (!memory || !history) return readAll(kept, reading)
  const isKnown = kept.editions.length > 0
  const editions = isKnown ? await readStale(kept, reading) : await readAll(kept, reading)
  if (!editions) return undefined
  memory.readings.set(name, { ...kept, editions, asked: settled(kept.asked, reading.recorded) })
  return editions
}

async function readAll<Shared>(
  { asked: { index } }: KeptPages<Shared>,
  { recorded, slugs, editions, read, atOnce }: PageReading,
): Promise<KeptPages<Shared>['editions']> {
  const isKept = recorded.context.files.history !== undefined
  const all: KeptPages<Shared>['editions'] = []
  for (let edition = 0; edition < editions; edition++) {
    const pages = await inTurns(slugs, atOnce, async (slug) => {
      const page = await read(edition, slug)
      if (isKept && page?.questions) index.add(nameOf(edition, slug), page.questions)
      return page?.document
    })
    all.push(pages)
  }
  return all
}

async function readStale<Shared>(
  kept: KeptPages<Shared>,
  { recorded, slugs, read, atOnce, answered }: PageReading,
): Promise<KeptPages<Shared>['editions'] | undefined> {
  const { index } = kept.asked
  const { answerOf } = recorded
  const stale = new Set<string>()
  const take = async (questions: Iterable<LookUp>) => {
    for (const name of await index.takeStale(questions, answerOf)) stale.add(name)
  }
  await take(openQuestions(kept.asked, recorded, answered))
  const editions = [...kept.editions]
  for (const [edition, before] of editions.entries()) {
    const own = [...stale].filter((name) => name.startsWith(nameOf(edition, '')))
    if (own.length === 0) continue
    const pages = [...before]
    const answers: LookUp[] = []
    const isSure = await inTurns(own, atOnce, async (name) => {
      const slug = name.slice(nameOf(edition, '').length)
      const page = await read(edition, slug)
      if (page?.questions) index.add(name, page.questions)
      pages[slugs.indexOf(slug)] = page?.document
      append(answers, page?.answers ?? [])
      return !page || page.answers !== undefined
    })
    if (isSure.includes(false)) return undefined
    editions[edition] = pages
    await take(answers)
  }
  return editions
}

/** Of a page among those that ask. */
function nameOf(edition: number, slug: string): string {
  return `${edition} ${slug}`
}

/** What `read` gives for each item, several at a time. */
async function inTurns<T, R>(
  items: readonly T[],
  atOnce: number,
  read: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const left = items.entries()
  const readOn = async () => {
    for (const [index, item] of left) results[index] = await read(item)
  }
  await Promise.all(Array.from({ length: atOnce }, readOn))
  return results
}
