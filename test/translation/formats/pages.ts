/** Real pages for the tests of exchange: both own guides, and the FastTrack pair where it is there. */
import { fileURLToPath } from 'node:url'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { BlockPage } from '#src/translation/blocks/block.ts'
import type { Dialect } from '#src/translation/blocks/parse.ts'
import { statesOf } from '#src/translation/state/block-state.ts'
import { type PairedPage, type UnitSet, unitsOf } from '#src/translation/formats/unit.ts'
import { readBlocks } from '#src/translation/blocks/read-blocks.ts'
import { fastTrack, hasFastTrack } from '../../support/fasttrack.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export interface PagePair {
  dialect: Dialect
  source: BlockPage
  target: BlockPage
}

/** A page of a string; a guide unless its name says `.md`. */
export function pageOf(
  text: string,
  { slug = 'page', locale = 'en', name = 'page.mdx' } = {},
  source?: BlockPage,
): BlockPage {
  const dialect = name.endsWith('.mdx') ? 'guide' : 'docfx'
  return readBlocks({ name, slug, locale, text, dialect }, source)
}

function pairOf(sourcePath: string, targetPath: string, locales: [string, string]): PagePair {
  const read = (path: string, locale: string, source?: BlockPage) => {
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
    return pageOf(
      text,
      { slug: basename(path).replace(/\.mdx?$/, ''), locale, name: basename(path) },
      source,
    )
  }
  const source = read(sourcePath, locales[0])
  const dialect = sourcePath.endsWith('.mdx') ? 'guide' : 'docfx'
  return { dialect, source, target: read(targetPath, locales[1], source) }
}

function guidePairs(docset: string, source: string, target: string): PagePair[] {
  const folder = `${root}content/docs/${source}/${docset}`
  return globSync('*.mdx', { cwd: folder })
    .toSorted()
    .map(
      (name) => [`${folder}/${name}`, `${root}content/docs/${target}/${docset}/${name}`] as const,
    )
    .filter(([, path]) => existsSync(path))
    .map(([from, to]) => pairOf(from, to, [source, target]))
}

function fastTrackPairs(): PagePair[] {
  const folder = (locale: string) => `${fastTrack}${locale}/fasttrack/`
  return globSync('*.md', { cwd: folder('en-us') })
    .filter((name) => name !== 'TOC.md')
    .toSorted()
    .map((name) => pairOf(folder('en-us') + name, folder('fr-fr') + name, ['en-US', 'fr-FR']))
}

export function allPairs(): PagePair[] {
  return [
    ...guidePairs('fasttrack', 'en', 'fr-FR'),
    ...guidePairs('live-edu', 'fr-FR', 'en'),
    ...(hasFastTrack ? fastTrackPairs() : []),
  ]
}

/** The units of pages as they stand, without a lock. */
export function setOf(pairs: readonly PagePair[], docset = 'fasttrack'): UnitSet {
  const [first] = pairs
  const pages = pairs.map(({ dialect, source, target }): PairedPage => ({
    slug: source.slug,
    dialect,
    source,
    target,
    pairs: statesOf(source, target),
  }))
  const locales = {
    sourceLocale: first?.source.locale ?? 'en',
    targetLocale: first?.target.locale ?? 'fr-FR',
  }
  return unitsOf(pages, { docset, ...locales })
}

/** Both own guides. */
export function guideSets(): UnitSet[] {
  return [
    setOf(guidePairs('fasttrack', 'en', 'fr-FR')),
    setOf(guidePairs('live-edu', 'fr-FR', 'en'), 'live-edu'),
  ]
}

/** The three docsets that tests exchange whole. */
export function allSets(): UnitSet[] {
  return [...guideSets(), ...(hasFastTrack ? [setOf(fastTrackPairs(), 'm365/fasttrack')] : [])]
}
