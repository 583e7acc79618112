/** A translation beside its source, with what the pages of a site are told of its blocks. */
import { existsSync, readFileSync } from 'node:fs'
import type { KnownBlocks } from '#src/docsets/known-blocks.ts'
import { encode } from '#src/translation/codec/codec.ts'
import { emptyGlossary } from '#src/translation/glossary/glossary.ts'
import { knownBlocks } from '#src/translation/site/known-blocks.ts'
import { wordVote } from '#src/translation/language/detect-language.ts'
import { emptyLock } from '#src/translation/lock/lock.ts'
import type { Dialect } from '#src/translation/blocks/parse.ts'
import { statesOf } from '#src/translation/state/block-state.ts'
import { pageOf } from './blocks.ts'

/**
 * Of a French file and the English `source` beside it; `before` beside it is the source as it was when
 * somebody confirmed the translation, `before-unknown` the same where no memory has kept its words.
 */
export function knownBeside(path: string): KnownBlocks {
  const [, folder = '', extension = ''] = /^(.*)input(\.mdx?)$/.exec(path) ?? []
  const dialect: Dialect = extension === '.mdx' ? 'guide' : 'docfx'
  const read = (name: string) => readFileSync(`${folder}${name}${extension}`, 'utf8')
  const source = pageOf(read('source'), 'en', dialect)
  const target = pageOf(read('input'), 'fr-FR', dialect, source)
  const isKnown = existsSync(`${folder}before${extension}`)
  const name = isKnown ? 'before' : 'before-unknown'
  const before = existsSync(folder + name + extension)
    ? pageOf(read(name), 'en', dialect)
    : undefined
  const confirmed = before ? statesOf(before, target) : []
  const entries = confirmed.flatMap(({ source: block, target: other }) =>
    block && other ? [{ source: block.hash, target: other.hash, status: 'ok' as const }] : [],
  )
  const memory = confirmed.flatMap(({ source: block }) =>
    block ? [{ hash: block.hash, source: encode(block).parts, target: [] }] : [],
  )
  const lock = before ? { entries, damaged: [] } : emptyLock
  const locales = { sourceLocale: 'en', targetLocale: 'fr-FR' }
  const page = {
    slug: 'page',
    source,
    target,
    file: path,
    sourceFile: `${folder}source${extension}`,
  }
  return knownBlocks([
    {
      docset: 'fixture',
      ...locales,
      lock,
      glossary: emptyGlossary,
      ...(isKnown && { memory: { ...locales, entries: memory } }),
      vote: wordVote('en', 'fr-FR') ?? (() => undefined),
      pages: [{ ...page, pairs: statesOf(source, target, lock) }],
    },
  ])
}
