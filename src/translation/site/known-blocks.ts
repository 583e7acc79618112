/** What pages show of their blocks: keys that pair both languages, and states. */
import { type KnownBlock, type WordRange, extraKey } from '#plugins/blocks.ts'
import type { BlockChange } from '#plugins/states.ts'
import type { KnownBlocks } from '../../docsets/known-blocks.ts'
import type { MachinePart } from '../../docsets/page.ts'
import { digest } from '../../facts/digest.ts'
import type { Block } from '../blocks/block.ts'
import { type Part, encode } from '../codec/codec.ts'
import type { BlockPair } from '../state/state.ts'
import { wordDiff } from '../memory/word-diff.ts'
import type { TranslationProject, WorkPage } from '../project/translation-project.ts'

/** The same of one page in both languages, as plain data for the cache. */
export interface KnownPage {
  source: readonly KnownBlock[]
  target: readonly KnownBlock[]
  /** Keys of source blocks that the translation lacks. */
  missing: readonly string[]
  /** Texts of unconfirmed machine translation; absent if there are none. */
  machine?: MachinePart
  /** Untranslated names in tables of contents and cards. */
  untranslated?: readonly string[]
  /** Changes in the source of stale blocks, by the name in the block’s mark. */
  changes: readonly (readonly [name: string, change: BlockChange])[]
}

/** A page’s blocks, with the absolute paths of its files. */
export interface PlacedBlocks extends KnownPage {
  sourceFile: string
  file: string
}

/** Find blocks by their file, for all translations of a site. */
export function knownBlocks(projects: readonly TranslationProject[]): KnownBlocks {
  return lookUpBlocks(
    projects.flatMap((project) => {
      const before = earlierTextsOf(project)
      return project.pages.flatMap((page) => {
        const blocks = pageBlocks(page, project, before)
        const { sourceFile, file } = page
        return blocks && sourceFile !== undefined ? [{ ...blocks, sourceFile, file }] : []
      })
    }),
  )
}

export function lookUpBlocks(pages: readonly PlacedBlocks[]): KnownBlocks {
  const files = new Map<string, readonly KnownBlock[]>()
  const missing = new Map(pages.map((page) => [page.file, page.missing]))
  const machine = new Map(pages.map((page) => [page.file, page.machine]))
  const untranslated = new Map(pages.map((page) => [page.file, page.untranslated ?? []]))
  const changes = new Map(pages.flatMap((page) => page.changes))
  for (const { sourceFile, file, source, target } of pages) {
    if (!files.has(sourceFile)) files.set(sourceFile, source)
    files.set(file, target)
  }
  return {
    ofFile: (absolute) => files.get(absolute) ?? [],
    changeOf: (name) => changes.get(name),
    missingIn: (absolute) => missing.get(absolute) ?? [],
    machineIn: (absolute) => machine.get(absolute),
    untranslatedIn: (absolute) => untranslated.get(absolute) ?? [],
  }
}

/**
 * The blocks of a page that exists in both languages; undefined for any other.
 *
 * A key consists of the page’s position and the number of its source block, so it is the same in every translation.
 */
export function pageBlocks(
  { slug, source, target, pairs }: WorkPage,
  project: Pick<TranslationProject, 'docset' | 'sourceLocale' | 'targetLocale'>,
  before: EarlierTexts,
): KnownPage | undefined {
  if (!source || !target) return undefined
  const page = digest(`${project.docset} ${slug}`).slice(0, 6)
  const keys = new Map(
    source.blocks.map((block, index) => [block, `${page}.${index.toString(36)}`]),
  )
  const keyOf = ({ source: block }: BlockPair) => block && keys.get(block)
  const stale = pairs.filter((pair) => pair.state === 'stale' && pair.grade !== 'auto')
  const nameOf = (pair: BlockPair) => `${project.targetLocale}.${keyOf(pair) ?? ''}`
  // A change of addresses alone does not concern readers.
  const change = (pair: BlockPair) => (stale.includes(pair) ? { change: nameOf(pair) } : {})
  return {
    source: source.blocks.flatMap((block) => known(block, keys.get(block))),
    target: pairs.flatMap((pair) => {
      const results = pair.target ? known(pair.target, keyOf(pair) ?? extraKey) : []
      return results.map((block) => ({ ...block, ...stateOf(pair, project), ...change(pair) }))
    }),
    missing: pairs.filter((pair) => !pair.target).flatMap((pair) => keyOf(pair) ?? []),
    ...machinePart(pairs),
    ...untranslatedPart(target.name, pairs),
    changes: stale
      .filter((pair) => pair.target && known(pair.target, undefined).length > 0)
      .map((pair) => [nameOf(pair), changeOf(pair, project, before)] as const),
  }
}

/** The unconfirmed machine translation of a page. */
function machinePart(pairs: readonly BlockPair[]): { machine?: MachinePart } {
  const translated = pairs.flatMap(({ target, state, isMachine }) =>
    target && state !== 'untranslated' ? [{ ...target, isMachine }] : [],
  )
  const own = translated.filter(({ isMachine }) => isMachine)
  if (own.length === 0) return {}
  const passages = own.flatMap(({ kind, text }) =>
    kind === 'meta' || kind === 'image' || kind === 'tooltip' ? [] : [text],
  )
  return { machine: { blocks: own.length, of: translated.length, passages } }
}

/** Names in YAML have no element of their own on a page, so they are found by their text. */
function untranslatedPart(
  name: string,
  pairs: readonly BlockPair[],
): Pick<KnownPage, 'untranslated'> {
  if (!/\.ya?ml$|(?:^|\/)toc\.md$/i.test(name)) return {}
  const untranslated = pairs.flatMap(({ state, target, foreign = [] }) =>
    state === 'untranslated' && target && foreign.length > 0 ? [target.text] : [],
  )
  return untranslated.length > 0 ? { untranslated } : {}
}

/** Front matter is not part of the content, and a tooltip has no element that could be marked. */
function known(block: Block, key: string | undefined): KnownBlock[] {
  const { kind, start, end, source: typed } = block
  if (kind === 'meta' || kind === 'tooltip') return []
  if (kind === 'image') return [{ start, end, typed, kind }]
  return [{ start, end, typed, kind: 'words', ...(key !== undefined && { key }) }]
}

/** The sentences in the source’s language, unless the pair was confirmed. */
function stateOf(
  { state, target, foreign = [] }: BlockPair,
  { sourceLocale: lang }: Pick<TranslationProject, 'sourceLocale'>,
): Partial<KnownBlock> {
  if (state === 'translated' || !target || foreign.length === 0) return {}
  if (state === 'untranslated' || target.kind === 'image') return { lang }
  const parts: WordRange[] = []
  for (const { from, to } of foreign) {
    const range = {
      from: countOf(target.text.slice(0, from)),
      to: countOf(target.text.slice(0, to)),
    }
    const last = parts.at(-1)
    // Neighbouring sentences share a mark.
    if (last?.to === range.from) last.to = range.to
    else parts.push(range)
  }
  return { lang, parts }
}

/** Without white space, which HTML may collapse. */
function countOf(text: string): number {
  return text.replace(/\s/g, '').length
}

/** Earlier texts and codes of source blocks, by hash. */
export type EarlierTexts = ReadonlyMap<string | undefined, readonly Part[]>

export function earlierTextsOf({ memory }: Pick<TranslationProject, 'memory'>): EarlierTexts {
  return new Map(memory?.entries.map(({ hash, source }) => [hash, source]))
}

function changeOf(
  { source, translatedFrom }: BlockPair,
  { sourceLocale: lang }: Pick<TranslationProject, 'sourceLocale'>,
  before: EarlierTexts,
): BlockChange {
  if (!source) return { lang, pieces: [] }
  const { parts, codes } = encode(source)
  const shown = new Map(codes.map(({ id, type, data }) => [id, type === 'code' ? data : '']))
  const was = translatedFrom === undefined ? undefined : before.get(translatedFrom)
  const now = wordsOf(parts, shown)
  const pieces = was ? wordDiff(wordsOf(was, shown), now) : [{ kind: 'same' as const, text: now }]
  return { lang, pieces }
}

/** A memory has numbers of codes only, so they get the content that the block has now. */
function wordsOf(parts: readonly Part[], shown: ReadonlyMap<number, string>): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text
      return part.kind === 'alone' ? (shown.get(part.id) ?? '') : ''
    })
    .join('')
}
