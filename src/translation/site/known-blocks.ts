/** What the pages of a site need to know of their blocks: keys that join both languages, and states. */
import { type KnownBlock, type WordRange, extraKey } from '#plugins/blocks.ts'
import type { BlockChange } from '#plugins/states.ts'
import type { KnownBlocks } from '../../docsets/known-blocks.ts'
import type { Block } from '../blocks/block.ts'
import { type Part, encode } from '../codec/codec.ts'
import type { BlockPair } from '../state/state.ts'
import { wordDiff } from '../memory/word-diff.ts'
import type { TranslationProject, WorkPage } from '../project/translation-project.ts'

/**
 * Look up blocks by their file, for all translations of a site.
 *
 * A key is the page’s and its source block’s number: the same for every translation of a page.
 */
export function knownBlocks(projects: readonly TranslationProject[]): KnownBlocks {
  const files = new Map<string, KnownBlock[]>()
  const changes = new Map<string, BlockChange>()
  const missing = new Map<string, string[]>()
  const pageNumbers = new Map<string, number>()
  for (const project of projects) {
    const before = beforeOf(project)
    for (const page of project.pages) addPage(page, project, before)
  }
  return {
    ofFile: (absolute) => files.get(absolute) ?? [],
    changeOf: (name) => changes.get(name),
    missingIn: (absolute) => missing.get(absolute) ?? [],
  }

  function addPage(page: WorkPage, project: TranslationProject, before: Before): void {
    const { source, target, file, sourceFile, pairs } = page
    if (!source || !target || !sourceFile) return
    const number = pageNumbers.get(sourceFile) ?? pageNumbers.size
    pageNumbers.set(sourceFile, number)
    const keys = new Map(
      source.blocks.map((block, index) => [block, `${number.toString(36)}.${index.toString(36)}`]),
    )
    if (!files.has(sourceFile)) {
      files.set(
        sourceFile,
        source.blocks.flatMap((block) => known(block, keys.get(block))),
      )
    }
    missing.set(
      file,
      pairs.filter((pair) => !pair.target).flatMap((pair) => key(pair) ?? []),
    )
    files.set(
      file,
      pairs.flatMap((pair) => {
        const results = pair.target ? known(pair.target, key(pair) ?? extraKey) : []
        return results.map((block) => ({
          ...block,
          ...stateOf(pair, project),
          ...noteChange(pair),
        }))
      }),
    )

    function key({ source: block }: BlockPair): string | undefined {
      return block && keys.get(block)
    }

    /** Of other addresses alone no reader needs to know. */
    function noteChange(pair: BlockPair): Pick<KnownBlock, 'change'> {
      if (pair.state !== 'stale' || pair.grade === 'auto') return {}
      const change = `${project.targetLocale}.${key(pair) ?? ''}`
      changes.set(change, changeOf(pair, project, before))
      return { change }
    }
  }
}

/** Texts of the front matter are no part of the content. */
function known(block: Block, key: string | undefined): KnownBlock[] {
  const { kind, start, end, source: typed } = block
  if (kind === 'meta') return []
  if (kind === 'image') return [{ start, end, typed, kind }]
  return [{ start, end, typed, kind: 'words', ...(key !== undefined && { key }) }]
}

/** Text in the source’s language, unless it was confirmed. */
function stateOf(
  { state, target, foreign = [] }: BlockPair,
  { sourceLocale: lang }: TranslationProject,
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
type Before = ReadonlyMap<string | undefined, readonly Part[]>

function beforeOf({ memory }: TranslationProject): Before {
  return new Map(memory?.entries.map(({ hash, source }) => [hash, source]))
}

function changeOf(
  { source, translatedFrom }: BlockPair,
  { sourceLocale: lang }: TranslationProject,
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
