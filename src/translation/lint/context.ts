/** What rules know of the page and of the docset, and what they are given of a pair of blocks. */
import type { Root } from 'mdast'
import type { Point } from 'unist'
import { visit } from '#plugins/visit.ts'
import type { Problem } from '#plugins/problems.ts'
import { placesIn } from '../blocks/file-places.ts'
import type { Block, BlockPage } from '../blocks/block.ts'
import { type Glossary, withoutNames } from '../glossary/glossary.ts'
import { type Vote, primary, wordVote } from '../language/detect-language.ts'
import type { Definitions } from '../blocks/normalise.ts'
import { type Dialect, parsePage } from '../blocks/parse.ts'
import type { BlockPair } from '../state/state.ts'
import type { Finding, Fix } from './finding.ts'
import { type TextMap, textMapOf, hide, opaque, placeIn } from './text-map.ts'

/** `microsoft`: U+00A0 everywhere; `imprimerie`: U+202F before ; ! ? and U+00A0 elsewhere. */
export type FrenchSpacing = 'microsoft' | 'imprimerie'

export interface LintSettings {
  glossary: Glossary
  french?: {
    /** The spaces that fixes insert. (default: `imprimerie`) */
    spacing?: FrenchSpacing
    /** Report a no-break space of the other kind, too. */
    isStrict?: boolean
  }
  /** For languages without word lists, from `loadVote`. */
  vote?: Vote
  /** Names the language of a text if it is neither of the two; from `loadThirdVote`. */
  third?: Vote
  /** Words in small letters of the whole docset’s translation, from `wordsOf`, besides those of the page. */
  words?: ReadonlySet<string>
}

/** A page and its translation. */
export interface LintedPage {
  source: BlockPage
  target: BlockPage
}

export interface LintContext extends LintSettings, LintedPage {
  /** Primary subtags. */
  languages: { source: string; target: string }
  vote: Vote
  /** Trees of both files, with offsets. */
  trees: { source: Root; target: Root }
  definitions: { source: Definitions; target: Definitions }
  words: ReadonlySet<string>
  pointAt: (offset: number) => Point
}

/** A block of the translation, ready for rules. */
export interface Linted {
  context: LintContext
  pair: BlockPair
  target: Block
  /** The source block; none where there is none, or where it has changed since. */
  source?: Block
  textMap: TextMap
  /** `textMap.text` without names and without sentences in the source’s language. */
  own: string
  /** The textMap of `source`. */
  original?: TextMap
}

export type PairRule = (linted: Linted) => Finding[]
export type PageRule = (pairs: readonly BlockPair[], context: LintContext) => Finding[]

/** All that rules know of a page; to be made once for all of its pairs. */
export function contextOf(
  pairs: readonly BlockPair[],
  { source, target }: LintedPage,
  settings: Readonly<LintSettings>,
): LintContext {
  const tree = parsePage(...typed(target))
  // A page that is itself a source is compared with nothing.
  const trees = { source: source === target ? tree : parsePage(...typed(source)), target: tree }
  return {
    ...settings,
    source,
    target,
    languages: { source: primary(source.locale), target: primary(target.locale) },
    vote: settings.vote ?? wordVote(source.locale, target.locale) ?? (() => undefined),
    trees,
    definitions: { source: definitionsOf(trees.source), target: definitionsOf(trees.target) },
    words: new Set([...wordsInPairs(pairs), ...(settings.words ?? [])]),
    pointAt: placesIn(target.text, target.yaml),
  }
}

function typed(page: BlockPage): [string, Dialect] {
  return [page.text, page.dialect]
}

/** A pair as rules want it; none where the translation lacks the block. */
export function lintedOf(pair: BlockPair, context: LintContext): Linted | undefined {
  const { target } = pair
  if (!target) return undefined
  const source = pair.state === 'stale' ? undefined : pair.source
  const textMap = textMapOf(target, context.target.text)
  let own = hideNames(textMap.text, context.glossary)
  for (const { from, to } of pair.foreign ?? []) {
    own = hide(own, textMap.folded[from] ?? 0, (textMap.folded[to - 1] ?? -1) + 1)
  }
  const original = source && { source, original: textMapOf(source, context.source.text) }
  return { context, pair, target, textMap, own, ...original }
}

/** Replace each character of a name that is not translated by `opaque`. */
export function hideNames(text: string, glossary: Glossary): string {
  const blank = withoutNames(text, glossary)
  return text
    .split('')
    .map((unit, index) => (blank[index] === ' ' && unit !== ' ' && /\S/.test(unit) ? opaque : unit))
    .join('')
}

/** A finding at `from` to `to` of the textMap, or at the whole block where the file’s offsets are not known. */
export function findingIn(
  { context, target, textMap }: Pick<Linted, 'context' | 'target' | 'textMap'>,
  problem: Problem,
  [from, to]: readonly [number, number],
  fix?: Fix,
): Finding {
  const [start, end] = placeIn(textMap, from, to) ?? [target.start, target.end]
  return findingAt(context, problem, [start, end], target.hash, fix)
}

/** A finding at offsets of the translation’s file. */
export function findingAt(
  { target, pointAt }: Pick<LintContext, 'target' | 'pointAt'>,
  problem: Problem,
  [start, end]: readonly [number, number],
  hash: string,
  fix?: Fix,
): Finding {
  const place = { start: pointAt(start), end: pointAt(end) }
  return { problem, name: target.name, place, hash, ...(fix && { fix }) }
}

function definitionsOf(tree: Root): Definitions {
  const definitions = new Map<string, string>()
  visit(tree, 'definition', ({ identifier, url }) => {
    if (!definitions.has(identifier.toLowerCase())) definitions.set(identifier.toLowerCase(), url)
  })
  return definitions
}

/** Code, addresses, HTML, and bold words, which may be what was left. */
const noProse = /`[^`]*`|\]\([^)]*\)|<[^>]*>|\*\*.+?\*\*/gs

/**
 * Words in small letters of what is translated: they are words of its language, borrowed ones too.
 *
 * @param least - In how many blocks a word must be.
 */
export function wordsInPairs(pairs: readonly BlockPair[], least = 1): Set<string> {
  const counts = new Map<string, number>()
  for (const { target, foreign } of pairs) {
    if (!target || foreign?.length) continue
    const prose = target.source.replace(noProse, ' ')
    for (const word of new Set(prose.match(/(?<!\p{L})\p{Ll}{3,}(?!\p{L})/gu))) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return new Set([...counts].flatMap(([word, count]) => (count >= least ? word : [])))
}
