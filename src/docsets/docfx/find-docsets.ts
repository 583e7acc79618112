/** Find the docsets in folders that Microsoft published, one folder for each language. */
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { Docset } from '../docset.ts'
import { canonical } from './config.ts'
import { distinctIds } from './distinct-ids.ts'
import {
  type DocfxEdition,
  type FindEditionOptions,
  type FoundDocfxEdition,
  findEditions,
} from './find-editions.ts'
import { monikerListProblems } from './moniker-lists.ts'
import { withSourceAddresses } from './page-addresses.ts'

/** A page that the site's configuration asks for, made of one page for each party. */
export interface Responsibilities {
  docset: string
  /** Its slug. */
  page: string
  /** Page files by party. */
  parties: Readonly<Record<string, string>>
  /** The configuration, for places in messages. */
  config: { name: string; text: string }
}

export interface DocfxDocset extends Docset {
  /** Of several languages, nothing says which the others are translated from: the first is taken. */
  isSourceUnknown?: true
  editions: readonly DocfxEdition[]
  responsibilities?: Responsibilities
  /** Where to look for a uid that nothing in the docset has: an address with `{uid}`. */
  xrefSearch?: string
}

const problem = defineProblems('configuration', {
  'docset-without-pages': (isSource: boolean) => ({
    severity: isSource ? 'error' : 'warning',
    reason:
      'No file is a page of this docset. Let `content` name them by patterns such as `**/*.md`, relative to `src`.',
  }),
  'locale-twice': (docset: string, locale: string, other: string) => ({
    severity: 'error',
    reason: `The docset \`${docset}\` has a folder for \`${locale}\` already, \`${other}\`. Name one folder for each language.`,
  }),
})

export interface FindDocfxOptions extends FindEditionOptions {
  /** Pages that docsets are to have besides; those of other docsets are for other builds. */
  responsibilities?: readonly Responsibilities[]
  /** By docset, see `DocfxDocset`. */
  xrefSearch?: ReadonlyMap<string, string | undefined>
}

/** The docsets of all folders, languages of one docset together, its source language first. */
export async function findDocfx(
  folders: readonly string[],
  options: FindDocfxOptions,
): Promise<{ docsets: DocfxDocset[]; messages: VFileMessage[] }> {
  const messages: VFileMessage[] = []
  const editions: FoundDocfxEdition[] = []
  const all: FoundDocfxEdition[] = []
  for (const root of folders)
    append(all, await findEditions(root, { ...options, folders }, messages))
  for (const item of distinctIds(withSourceIds(all))) {
    const twin = editions.find((other) => isSameEdition(other, item))
    if (twin) messages.push(twiceProblem(item, options.nameOf(twin.edition.root)))
    else editions.push(item)
  }
  const byId = Map.groupBy(editions, ({ id }) => id)
  const docsets = [...byId].map(([id, group]) => docsetOf(id, withFallbacks(group), options))
  append(
    messages,
    docsets.flatMap((docset) => withoutPages(docset, options)),
  )
  for (const { editions } of docsets) {
    // A translation has the list of its source language.
    const [source] = editions
    if (source) append(messages, await monikerListProblems(source.build, source.root, options))
  }
  return { docsets, messages }
}

/** Give a translation whose configuration names another path than its source’s the id of the source. */
function withSourceIds(all: readonly FoundDocfxEdition[]): FoundDocfxEdition[] {
  const has = (id: string, locale: string) =>
    all.some((item) => item.id === id && item.edition.locale === locale)
  return all.map((item) => {
    const { translates, edition, names } = item
    if (translates === undefined || has(item.id, translates)) return item
    const source = all.find(
      (other) =>
        other.edition.locale === translates &&
        other.names[1].toLowerCase() === names[1].toLowerCase() &&
        !has(other.id, edition.locale),
    )
    return source ? { ...item, id: source.id, basePath: source.basePath } : item
  })
}

function isSameEdition(a: FoundDocfxEdition, b: FoundDocfxEdition): boolean {
  return a.id === b.id && a.edition.locale === b.edition.locale
}

/** Editions none of whose files is a page, at their configuration. */
function withoutPages(
  { editions, sourceLocale }: DocfxDocset,
  { nameOf }: FindDocfxOptions,
): VFileMessage[] {
  return editions
    .filter(({ pages }) => pages.length === 0)
    .map(({ root, locale }) => {
      const empty = problem('docset-without-pages', locale === sourceLocale)
      return problemAt(nameOf(`${root}/docfx.json`), empty, { line: 1, column: 1 })
    })
}

function twiceProblem({ id, edition, configName }: FoundDocfxEdition, first: string): VFileMessage {
  const reason = problem('locale-twice', id, edition.locale, first)
  return problemAt(configName, reason, { line: 1, column: 1 })
}

/**
 * Add the fallbacks of translations. Without an edition of the source language, those of the first translation are it.
 */
function withFallbacks(found: readonly FoundDocfxEdition[]): FoundDocfxEdition[] {
  const lacks = ({ translates }: FoundDocfxEdition) =>
    !found.some(({ edition }) => edition.locale === translates)
  const lender = found.find((item) => item.fallback && lacks(item))
  return found.flatMap((item): FoundDocfxEdition[] => {
    const { fallback, translates } = item
    if (!fallback || translates === undefined) return [item]
    if (item !== lender) return [{ ...item, edition: { ...item.edition, fallback } }]
    const edition = { ...fallback, locale: translates }
    return [{ ...item, translates: undefined, fallback: undefined, edition }, item]
  })
}

function docsetOf(
  id: string,
  found: readonly FoundDocfxEdition[],
  options: FindDocfxOptions,
): DocfxDocset {
  const locales = found.map(({ edition }) => edition.locale)
  const named = sourceNamed(found, options.source)
  const sourceLocale = named ?? locales[0] ?? ''
  const editions = withSourceAddresses(
    found
      .map(({ edition }) => edition)
      .sort((a, b) => Number(b.locale === sourceLocale) - Number(a.locale === sourceLocale)),
  )
  const xrefSearch = options.xrefSearch?.get(id)
  const responsibilities = options.responsibilities?.find(({ docset }) => docset === id)
  return {
    id,
    dialect: 'docfx',
    basePath: found[0]?.basePath ?? id,
    sourceLocale,
    ...(named === undefined && locales.length > 1 && { isSourceUnknown: true as const }),
    editions,
    ...(responsibilities && { responsibilities }),
    ...(xrefSearch !== undefined && { xrefSearch }),
  }
}

/** The source language that `source` says, or else that of the repository that one of the others translates. */
function sourceNamed(
  found: readonly { translates: string | undefined; edition: { locale: string } }[],
  source: string | undefined,
): string | undefined {
  const locales = new Set(found.map(({ edition }) => edition.locale))
  const tags =
    source === undefined ? found.map(({ translates }) => translates) : [canonical(source)]
  return tags.find((tag) => tag !== undefined && locales.has(tag))
}
