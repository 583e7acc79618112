/** Units, which translators’ tools exchange: one for each block of the source. */
import type { Block, BlockPage } from '../blocks/block.ts'
import { blockNames } from '../blocks/block-names.ts'
import { alignCodes, type Code, encode, type Part, plainWords } from '../codec/codec.ts'
import { fromTags, toTags } from '../codec/tags.ts'
import type { Dialect } from '../blocks/parse.ts'
import type { BlockPair, BlockState, StaleGrade } from '../state/state.ts'

export interface Unit {
  /** `<page>#<section>/<n>`. Tools may drop it, so the hash is a second key. */
  id: string
  /** Hash of the source block: 16 hex digits. */
  hash: string
  page: string
  state: BlockState
  grade?: StaleGrade
  source: readonly Part[]
  /** Numbered as the codes of the source. */
  target?: readonly Part[]
  /** The source that a stale unit was translated from, if it is known. */
  previous?: readonly Part[]
  /** The source’s codes; `extras` are those that only the translation has. */
  codes: readonly Code[]
  extras: readonly Code[]
  /** The translation’s codes with another address than the source’s: links to its own language, for example. */
  own: readonly Code[]
  /** Addresses or code of the source have changed since, so the translation gets the new ones. */
  hasNewCodes?: true
  note: UnitNote
  /** For a pending unit: translations of equal or similar texts, the best match first. */
  matches?: readonly Match[]
  /** The blocks that Markdown is written from. */
  blocks: { source: Block; target?: Block }
}

/** A match from the docset or the memory, which a translator may use. */
export interface Match {
  source: readonly Part[]
  /** With the codes of the unit, or with none. */
  target: readonly Part[]
  /** Similarity of the sources, in percent; 100 is equal. */
  likeness: number
  origin: 'docset' | 'memory'
}

/** Context for translators. */
interface UnitNote {
  title: string
  /** Heading of its section; empty before the first heading. */
  section: string
  /** Name of the source file and the line in it. */
  file: string
  line: number
}

export interface UnitPage {
  slug: string
  dialect: Dialect
  source: BlockPage
  /** Absent if there is no translation of the page. */
  target?: BlockPage
}

/** All units of a docset in one language, in reading order. */
export interface UnitSet {
  docset: string
  /** BCP 47. */
  sourceLocale: string
  targetLocale: string
  pages: readonly UnitPage[]
  units: readonly Unit[]
}

/** A page with the pairs of its blocks, from `statesOf`. */
export interface PairedPage extends UnitPage {
  pairs: readonly BlockPair[]
}

/**
 * Make the units of a docset.
 *
 * @param docset.previous - Gives the tagged text of a source by its hash, from the translation memory.
 */
export function unitsOf(
  pages: readonly PairedPage[],
  docset: Pick<UnitSet, 'docset' | 'sourceLocale' | 'targetLocale'> & {
    previous?: (hash: string) => string | undefined
  },
): UnitSet {
  const { previous, ...names } = docset
  const units = pages.flatMap((page) => unitsOfPage(page, previous))
  return { ...names, pages: pages.map(({ pairs: _, ...page }) => page), units }
}

/** The docset with only the units in some states. To import a file, all units are needed. */
export function selectUnits(set: UnitSet, states: readonly BlockState[]): UnitSet {
  return { ...set, units: set.units.filter(({ state }) => states.includes(state)) }
}

/** States of the units that a translator has to work on. */
export const pendingStates: readonly BlockState[] = ['untranslated', 'partial', 'stale', 'missing']

export function isPending({ state }: Pick<Unit, 'state'>): boolean {
  return pendingStates.includes(state)
}

function unitsOfPage(
  page: PairedPage,
  previous: ((hash: string) => string | undefined) | undefined,
): Unit[] {
  const { slug, source } = page
  const names = blockNames({ slug, blocks: source.blocks })
  const isKeyed = source.yaml?.write !== undefined
  const headings = new Map(
    source.blocks.flatMap(({ kind, id, text }) =>
      kind === 'heading' && id ? [[id, isKeyed ? decodeURIComponent(id) : text]] : [],
    ),
  )
  const pairs = new Map(page.pairs.flatMap((pair) => (pair.source ? [[pair.source, pair]] : [])))
  const title =
    source.blocks.find(({ place }) => place.key === 'title')?.text ??
    (isKeyed ? undefined : headings.values().next().value) ??
    slug
  return source.blocks.flatMap((block): Unit[] => {
    const { section } = block.place
    const pair = pairs.get(block)
    if (!pair) return []
    const { parts, codes } = encode(block)
    const target = pair.target && alignCodes(codes, encode(pair.target))
    const before = pair.translatedFrom === undefined ? undefined : previous?.(pair.translatedFrom)
    return [
      {
        id: names.get(block) ?? '',
        hash: block.hash,
        page: slug,
        state: pair.state,
        ...(pair.grade && { grade: pair.grade }),
        source: parts,
        ...(target && { target: target.parts }),
        ...(before !== undefined && { previous: fromTags(before) }),
        codes,
        extras: target ? target.codes.filter(({ id }) => id > codes.length) : [],
        own: target && !pair.hasNewCodes ? ownCodes(codes, target.codes) : [],
        ...(pair.hasNewCodes && { hasNewCodes: true }),
        note: {
          title,
          section: headings.get(section) ?? '',
          file: source.name,
          line: block.place.line,
        },
        blocks: { source: block, ...(pair.target && { target: pair.target }) },
      },
    ]
  })
}

/** An address may lead to the translation’s own language; an image may be a translated one. */
function ownCodes(source: readonly Code[], target: readonly Code[]): Code[] {
  const data = new Map(source.map((code) => [code.id, code.data]))
  return target.filter((code) => data.has(code.id) && data.get(code.id) !== code.data)
}

/** `state: stale (minor)`, as people read it. */
export function stateNote({ state, grade }: Pick<Unit, 'state' | 'grade'>): string {
  return grade && grade !== state ? `${state} (${grade})` : state
}

/** Similarity and origin of a match: `87 % (memory)`. */
export function matchNote({ likeness, origin }: Match): string {
  return `${likeness} % (${origin})`
}

/** `page › section`. */
export function placeNote({ note }: Pick<Unit, 'note'>): string {
  return [note.title, note.section].filter(Boolean).join(' › ')
}

/** Whether the text of a unit is the same in both languages. */
export function sameWords(a: readonly Part[], b: readonly Part[]): boolean {
  return folded(plainWords(a)) === folded(plainWords(b))
}

/** NFC, one space between words. */
export function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Number of different source texts. Tools that merge units of equal source keep this many. */
export function countSources(units: readonly { source?: readonly Part[] }[]): number {
  return new Set(units.map(({ source = [] }) => folded(toTags(source)))).size
}
