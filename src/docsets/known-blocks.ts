/** States of the blocks of pages and their translations, passed in by the code that assembles a site. */
import type { VFile } from 'vfile'
import type { BlockOptions, KnownBlock } from '#plugins/blocks.ts'
import type { BlockChange, StateOptions } from '#plugins/states.ts'
import type { SiteLocale } from '../site.ts'
import type { DocsetIndex, PageFile } from './docset.ts'
import type { BilingualPart, MachinePart, Page } from './page.ts'

/** Looked up by absolute paths of files, changes by the name that a block gives. */
export interface KnownBlocks {
  ofFile: (absolute: string) => readonly KnownBlock[]
  changeOf: (name: string) => BlockChange | undefined
  /** Keys of blocks of the source that the file, a translation, lacks. */
  missingIn: (absolute: string) => readonly string[]
  /** Unconfirmed machine translation in the file. */
  machineIn: (absolute: string) => MachinePart | undefined
  /** Names in the file, a table of contents or a page of cards, that are still in the source language. */
  untranslatedIn: (absolute: string) => readonly string[]
}

interface Context {
  blocks?: KnownBlocks
  locales: readonly SiteLocale[]
}

declare module 'vfile' {
  interface DataMap {
    /** Absolute path of the file that was read. */
    absolute: string
  }
}

/** The options of the plugin that marks blocks and their states, for files whose `data.absolute` is set. */
export function blockOptions({ blocks, locales }: Context): BlockOptions & StateOptions {
  const localeOf = ({ data }: VFile) => locales.find(({ tag }) => tag === data.contentLocale)
  return {
    blocksOf: (file) => blocks?.ofFile(file.data.absolute ?? '') ?? [],
    changeOf: blocks?.changeOf,
    stateText: (key, file) => localeOf(file)?.strings[key] ?? key,
    languageOf: (file) => localeOf(file)?.ui ?? file.data.contentLocale ?? '',
  }
}

/** Slug of the bilingual view of a page. */
function bilingualSlug(slug: string): string {
  return slug ? `${slug}/original` : 'original'
}

/** Whether a page has a bilingual view, and the blocks of the original that it lacks. */
export function bilingualOf(
  { docset, pageIn, hasSlug }: DocsetIndex,
  { locale, contentLocale }: Pick<Page, 'locale' | 'contentLocale'>,
  { slug, absolute }: PageFile,
  { blocks }: Pick<Context, 'blocks'>,
): BilingualPart {
  const isTranslation = locale !== docset.sourceLocale && contentLocale === locale
  if (!blocks || !isTranslation || !pageIn(docset.sourceLocale, slug)) return {}
  // A page of the docset may have that address.
  if (hasSlug(bilingualSlug(slug)) || blocks.ofFile(absolute).length === 0) return {}
  return { bilingual: { missing: blocks.missingIn(absolute) } }
}

/** Machine translation as a page states it. */
export function machineOf(
  { absolute }: Pick<PageFile, 'absolute'>,
  { blocks }: Pick<Context, 'blocks'>,
): { machine?: MachinePart } {
  const machine = blocks?.machineIn(absolute)
  return machine ? { machine } : {}
}

/** A function that returns the language of a name in a file, if it is not that of the file. */
export function foreignNames(
  { docset }: Pick<DocsetIndex, 'docset'>,
  absolute: string,
  { blocks }: Pick<Context, 'blocks'>,
): (name: string | undefined) => { lang?: string } {
  const names = new Set(blocks?.untranslatedIn(absolute))
  const lang = docset.sourceLocale
  return (name) => (name !== undefined && names.has(name.replace(/\s+/g, ' ')) ? { lang } : {})
}
