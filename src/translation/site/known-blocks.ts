/** What the pages of a site need to know of their blocks: keys that join both languages, and states. */
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

/** What the pages of a site need to know of a page in both languages, as plain data. */
export interface KnownPage {
  source: readonly KnownBlock[]
  target: readonly KnownBlock[]
  /** Keys of blocks of the source that the translation has not. */
  missing: readonly string[]
  /** Words of blocks that a machine translated and nobody has confirmed; absent where there is none. */
  machine?: MachinePart
  /** Of names in tables of contents and of cards: those that are not translated. */
  untranslated?: readonly string[]
  /** What has changed in sources of stale blocks, by the name that the block gives. */
  changes: readonly (readonly [name: string, change: BlockChange])[]
}

/** A page’s blocks, and the files that they are in; whole paths. */
export interface PlacedBlocks extends KnownPage {
  sourceFile: string
  file: string
}

/** Look up blocks by their file, for all translations of a site. */
export function knownBlocks(projects: readonly TranslationProject[]): KnownBlocks {
  return lookUpBlocks(
    projects.flatMap((project) => {
      const before = beforeOf(project)
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
 * The blocks of a page that both languages have; undefined for any other.
 *
 * A key is made of the page’s place and its source block’s number: the same for every translation of a page.
 */
export function pageBlocks(
  { slug, source, target, pairs }: WorkPage,
  project: Pick<TranslationProject, 'docset' | 'sourceLocale' | 'targetLocale'>,
  before: Before,
): KnownPage | undefined {
  if (!source || !target) return undefined
  const page = digest(`${project.docset} ${slug}`).slice(0, 6)
  const keys = new Map(
    source.blocks.map((block, index) => [block, `${page}.${index.toString(36)}`]),
  )
  const keyOf = ({ source: block }: BlockPair) => block && keys.get(block)
  const stale = pairs.filter((pair) => pair.state === 'stale' && pair.grade !== 'auto')
  const nameOf = (pair: BlockPair) => `${project.targetLocale}.${keyOf(pair) ?? ''}`
  // Of other addresses alone no reader needs to know.
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

/** What a page says about machine translation. */
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

/** Names in files that are no text have no block of their own on a page: they are found by their words. */
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

/** Texts of the front matter are no part of the content, and a title has no element of its own to mark. */
function known(block: Block, key: string | undefined): KnownBlock[] {
  const { kind, start, end, source: typed } = block
  if (kind === 'meta' || kind === 'tooltip') return []
  if (kind === 'image') return [{ start, end, typed, kind }]
  return [{ start, end, typed, kind: 'words', ...(key !== undefined && { key }) }]
}

/** Text in the source’s language, unless it was confirmed. */
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
    // One mark is enough for sentences that follow each other.
    if (last?.to === range.from) last.to = range.to
    else parts.push(range)
  }
  return { lang, parts }
}

/** Without white space, which other trees may fold otherwise. */
function countOf(text: string): number {
  return text.replace(/\s/g, '').length
}

/** Words and codes of source blocks as they once were, by hash. */
export type Before = ReadonlyMap<string | undefined, readonly Part[]>

export function beforeOf({ memory }: Pick<TranslationProject, 'memory'>): Before {
  return new Map(memory?.entries.map(({ hash, source }) => [hash, source]))
}

function changeOf(
  { source, translatedFrom }: BlockPair,
  { sourceLocale: lang }: Pick<TranslationProject, 'sourceLocale'>,
  before: Before,
): BlockChange {
  if (!source) return { lang, pieces: [] }
  const { parts, codes } = encode(source)
  const shown = new Map(codes.map(({ id, type, data }) => [id, type === 'code' ? data : '']))
  const was = translatedFrom === undefined ? undefined : before.get(translatedFrom)
  const now = wordsOf(parts, shown)
  const pieces = was ? wordDiff(wordsOf(was, shown), now) : [{ kind: 'same' as const, text: now }]
  return { lang, pieces }
}

/** A memory has no codes: those of the block are taken as they are now. */
function wordsOf(parts: readonly Part[], shown: ReadonlyMap<number, string>): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text
      return part.kind === 'alone' ? (shown.get(part.id) ?? '') : ''
    })
    .join('')
}
